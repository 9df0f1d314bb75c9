pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../style"

// The first step: the language that is spoken and written, and the user's name.
Column {
    id: step

    required property url assets
    required property var settings
    // Those of the pad, which are named where it is in the hand.
    required property var buttons
    required property bool byPad

    readonly property var languages: [{ id: "en", title: "English" }, { id: "ko", title: "한국어" }]

    spacing: 16

    // The line with the key or the button that does it; without, where nothing does.
    function told(line: string, action: string, key: string): string {
        const name = byPad ? buttons[action]?.label : key;
        return line.replace(/ ?\(%1\)/, name ? " (" + name + ")" : "");
    }

    Words {
        width: parent.width
        text: qsTr("I live in this machine. Everything you say is heard, thought about and answered here: nothing leaves it.")
    }

    Labelled {
        width: parent.width
        label: qsTr("We speak")

        Row {
            spacing: 12

            Repeater {
                model: step.languages

                Choice {
                    required property var modelData

                    text: modelData.title
                    checked: step.settings.values.language === modelData.id
                    onToggled: {
                        step.settings.change("interface_language", modelData.id);
                        step.settings.change("language", modelData.id);
                    }
                }
            }
        }
    }

    Labelled {
        width: parent.width
        label: qsTr("What shall I call you?")

        Field {
            width: Math.min(parent.width, 420)
            maximumLength: 40
            text: step.settings.values.user_name
            placeholderText: qsTr("Your name, or nothing")
            Accessible.name: qsTr("Your name")
            onEditingFinished: step.settings.change("user_name", text)
        }
    }

    Words {
        width: parent.width
        color: Theme.dim
        text: [
            step.told(qsTr("Talk: hold the round button (%1), and let go when you are done."), "talk", "F2"),
            step.told(qsTr("Type: open the chat (%1)."), "chat", "F4"),
            step.told(qsTr("Interrupt me whenever you like: talk, or press Stop (%1)."), "stop", "F3")
        ].join("\n")
    }
}
