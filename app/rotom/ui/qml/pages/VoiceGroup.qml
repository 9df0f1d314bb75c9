pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../style"

// How Rotom sounds: a voice for each language, its settings, and a sample to hear.
Column {
    id: group

    required property url assets
    required property var settings
    required property var voices

    // The wish to see the voices that can be fetched.
    signal more()

    spacing: 14

    Repeater {
        model: group.voices.lists

        VoiceList {
            width: group.width
            settings: group.settings
            onChosen: group.voices.hear(modelData.language)
        }
    }

    Push {
        iconSource: group.assets + "/icons/models.svg"
        text: qsTr("More voices")
        help: qsTr("Opens the voices that can be fetched")
        onClicked: group.more()
    }

    Card {
        width: parent.width
        height: trial.implicitHeight + 2 * Theme.pad

        Column {
            id: trial

            x: Theme.pad
            y: Theme.pad
            width: parent.width - 2 * Theme.pad
            spacing: 10

            Words {
                width: parent.width
                text: qsTr("Hear it")
                font.weight: Font.DemiBold
            }

            Row {
                width: parent.width
                spacing: 12

                Field {
                    id: sample

                    width: parent.width - play.width - parent.spacing
                    maximumLength: 300
                    placeholderText: group.voices.sample
                    Accessible.name: qsTr("What to say as a sample")
                    onAccepted: group.voices.preview(text)
                }

                Push {
                    id: play

                    iconSource: group.assets + "/icons/play.svg"
                    text: qsTr("Play")
                    Accessible.name: qsTr("Play a sample")
                    onClicked: group.voices.preview(sample.text)
                }
            }
        }
    }

    SettingRows {
        width: parent.width
        assets: group.assets
        settings: group.settings
        group: "Voice"
    }
}
