pragma ComponentBehavior: Bound
import QtQuick
import "../controls"

// The voices of one language: what each is, how large, and under which licence.
Column {
    id: voices

    required property var modelData
    required property var settings

    readonly property string title: qsTranslate("Rotom", modelData.title)

    // Another voice was chosen.
    signal chosen()

    spacing: 10
    Accessible.role: Accessible.List
    Accessible.name: title

    Words {
        width: parent.width
        text: voices.title
        font.weight: Font.DemiBold
    }

    Flow {
        id: cards

        width: parent.width
        spacing: 12

        Repeater {
            model: voices.settings.offers[voices.modelData.setting] ?? []

            Choice {
                required property var modelData

                width: cards.width >= 640 ? (cards.width - 12) / 2 : cards.width
                text: qsTranslate("Rotom", modelData.title)
                help: qsTranslate("Rotom", modelData.help)
                checked: voices.settings.values[voices.modelData.setting] === modelData.id
                Accessible.name: voices.title + ": " + text
                onToggled: {
                    voices.settings.change(voices.modelData.setting, modelData.id);
                    voices.chosen();
                }
            }
        }
    }
}
