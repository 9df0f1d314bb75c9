pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../style"

// The first step: the language that is spoken and written, and the user's name.
Column {
    id: step

    required property url assets
    required property var settings

    readonly property var languages: [{ id: "en", title: "English" }, { id: "ko", title: "한국어" }]

    spacing: 16

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
        text: qsTr("Talk: hold the round button, F2 or R1 on the pad, and let go when you are done.\nType: open the chat (F4, or Y).\nInterrupt me whenever you like: talk, or press Stop (F3, or X).")
    }
}
