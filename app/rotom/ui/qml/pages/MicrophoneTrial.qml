import QtQuick
import "../controls"
import "../style"

// The microphone test: say something, hear it, and read what was understood.
Card {
    id: card

    required property url assets
    required property var trial
    required property real level

    height: content.implicitHeight + 2 * Theme.pad

    Column {
        id: content

        x: Theme.pad
        y: Theme.pad
        width: parent.width - 2 * Theme.pad
        spacing: 10

        Words {
            width: parent.width
            text: qsTr("Microphone test")
            font.weight: Font.DemiBold
        }

        Row {
            width: parent.width
            spacing: 16

            Push {
                id: begin

                iconSource: card.assets + "/icons/mic.svg"
                text: card.trial.recording ? qsTr("Recording…") : qsTr("Say something")
                onClicked: card.trial.begin()
            }

            Meter {
                anchors.verticalCenter: parent.verticalCenter
                level: card.trial.recording ? card.level : 0
            }

            Words {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - x
                text: card.trial.said
                color: Theme.dim
            }
        }

        Words {
            width: parent.width
            visible: text !== ""
            text: card.trial.understood
            Accessible.role: Accessible.AlertMessage
        }
    }
}
