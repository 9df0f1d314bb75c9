pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../pages"
import "../style"

// The second step: whether the microphone hears the user, and the user the loudspeaker.
Column {
    id: step

    required property url assets
    required property var settings
    required property var voices
    required property var trial
    required property real level

    spacing: 14

    Row {
        width: parent.width
        spacing: 16

        Push {
            id: play

            iconSource: step.assets + "/icons/play.svg"
            text: qsTr("Hear me")
            help: qsTr("Says a sentence through the loudspeaker")
            onClicked: step.voices.preview("")
        }

        Words {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - play.width - 16
            color: Theme.dim
            text: qsTr("If you hear nothing, choose another loudspeaker below.")
        }
    }

    MicrophoneTrial {
        width: parent.width
        assets: step.assets
        trial: step.trial
        level: step.level
    }

    Repeater {
        model: step.settings.rowsOf(["loudspeaker", "microphone"])

        SettingRow {
            width: step.width
            assets: step.assets
            settings: step.settings
        }
    }
}
