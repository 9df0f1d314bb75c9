pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../style"

// How Rotom sounds: the voice, its settings, and a sample to hear.
Column {
    id: group

    required property url assets
    required property var settings
    required property var voices

    spacing: 14

    Flow {
        id: cards

        width: parent.width
        spacing: 12
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Voices")

        Repeater {
            model: group.settings.offers["voice"] ?? []

            Choice {
                required property var modelData

                width: cards.width >= 640 ? (cards.width - 12) / 2 : cards.width
                text: qsTranslate("Rotom", modelData.title)
                help: qsTranslate("Rotom", modelData.help)
                checked: group.voices.chosen === modelData.id
                onToggled: group.voices.choose(modelData.id)
            }
        }
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
