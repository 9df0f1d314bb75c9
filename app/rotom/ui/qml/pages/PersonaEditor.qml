pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../style"

// The words of the chosen personality; each is kept when it is left.
Card {
    id: editor

    required property url assets
    required property var personas

    readonly property var current: personas.current

    function focusName() {
        name.forceActiveFocus(Qt.TabFocusReason);
    }

    height: content.implicitHeight + 2 * Theme.pad

    Column {
        id: content

        x: Theme.pad
        y: Theme.pad
        width: parent.width - 2 * Theme.pad
        spacing: 12

        Words {
            width: parent.width
            text: qsTr("Edit this personality")
            font.weight: Font.DemiBold
        }

        Labelled {
            width: parent.width
            label: qsTr("Name")

            Field {
                id: name

                width: parent.width
                maximumLength: editor.personas.longest.name
                text: editor.current.name
                Accessible.name: qsTr("Name")
                onEditingFinished: editor.personas.edit("name", text)
            }
        }

        Labelled {
            width: parent.width
            label: qsTr("Temper: completes “You are …”")

            Field {
                width: parent.width
                maximumLength: editor.personas.longest.temperament
                text: editor.current.temperament
                Accessible.name: qsTr("Temper")
                onEditingFinished: editor.personas.edit("temperament", text)
            }
        }

        Labelled {
            width: parent.width
            label: qsTr("The mood it rests in")

            Flow {
                id: moods

                width: parent.width
                spacing: 8

                Repeater {
                    model: editor.personas.moods

                    Choice {
                        required property var modelData

                        width: Math.max(180, (moods.width - 16) / 3)
                        text: modelData.title
                        checked: editor.current.emotion === modelData.id
                        onToggled: editor.personas.rest(modelData.id)
                    }
                }
            }
        }

        Labelled {
            width: parent.width
            label: qsTr("What it lives in")

            Flow {
                id: forms

                width: parent.width
                spacing: 8

                Repeater {
                    model: editor.personas.forms

                    Choice {
                        required property var modelData

                        width: Math.max(260, (forms.width - 8) / 2)
                        text: modelData.title
                        checked: editor.current.form === modelData.id
                        onToggled: editor.personas.live(modelData.id)
                    }
                }
            }
        }

        PersonaText {
            width: parent.width
            label: qsTr("How it speaks")
            field: "speaks"
            personas: editor.personas
            placeholder: qsTr("For example: You hum while you think.")
        }

        PersonaText {
            width: parent.width
            label: qsTr("Instructions: what else it is told before every conversation")
            field: "instructions"
            personas: editor.personas
            leastLines: 3
            placeholder: qsTr("For example: Call me captain. Cheer when I win.")
        }

        Note {
            width: parent.width
            visible: editor.personas.beyond && (editor.current.instructions !== "" || editor.current.examples !== "")
            assets: editor.assets
            text: qsTr("The small starter brain does not follow instructions and examples. A real one of Models does.")
        }

        PersonaText {
            width: parent.width
            label: qsTr("Greeting")
            field: "greeting"
            personas: editor.personas
        }

        PersonaText {
            width: parent.width
            label: qsTr("Lines that it might say, one below the other")
            field: "examples"
            personas: editor.personas
            leastLines: 2
        }
    }
}
