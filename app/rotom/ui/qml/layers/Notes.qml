pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../style"

// Sentences that stay until they were read.
Column {
    id: notes

    required property url assets
    required property list<var> sentences

    signal dismissed(string sentence)

    spacing: 10

    Repeater {
        model: notes.sentences

        Rectangle {
            id: note

            required property string modelData

            width: notes.width
            height: Math.max(72, words.implicitHeight + 32)
            radius: Theme.radius
            color: Theme.raised
            border.width: 2
            border.color: Theme.orange
            Accessible.role: Accessible.AlertMessage
            Accessible.name: modelData

            Icon {
                x: 18
                anchors.verticalCenter: parent.verticalCenter
                source: notes.assets + "/icons/warn.svg"
                color: Theme.orange
            }

            Words {
                id: words

                anchors.left: parent.left
                anchors.leftMargin: 60
                anchors.right: button.left
                anchors.rightMargin: 16
                anchors.verticalCenter: parent.verticalCenter
                text: note.modelData
                maximumLineCount: 8
                elide: Text.ElideRight
            }

            Push {
                id: button

                anchors.right: parent.right
                anchors.rightMargin: 12
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Got it")
                help: qsTr("Takes this notice away")
                onClicked: notes.dismissed(note.modelData)
            }
        }
    }
}
