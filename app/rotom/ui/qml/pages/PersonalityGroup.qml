pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../style"

// Who Rotom is: the cards of the personas, and the words of the chosen one to edit.
Column {
    id: group

    required property url assets
    required property var settings
    required property var personas

    readonly property var current: personas.current

    spacing: 14

    Flow {
        id: cards

        width: parent.width
        spacing: 12
        Accessible.role: Accessible.List
        Accessible.name: "Personalities"

        Repeater {
            model: group.personas.cards

            Choice {
                required property var modelData

                width: cards.width >= 640 ? (cards.width - 12) / 2 : cards.width
                height: Math.max(112, implicitHeight)
                text: modelData.temperament.charAt(0).toUpperCase() + modelData.temperament.slice(1) + (modelData.name === "Rotom" ? "" : " · " + modelData.name)
                help: modelData.speaks
                checked: group.personas.chosen === modelData.id
                onToggled: group.personas.choose(modelData.id)
            }
        }
    }

    SettingRows {
        width: parent.width
        assets: group.assets
        settings: group.settings
        group: "Personality"
    }

    Card {
        width: parent.width
        height: editor.implicitHeight + 2 * Theme.pad

        Column {
            id: editor

            x: Theme.pad
            y: Theme.pad
            width: parent.width - 2 * Theme.pad
            spacing: 10

            Words {
                width: parent.width
                text: "Edit this personality"
                font.weight: Font.DemiBold
            }

            Labelled {
                width: parent.width
                label: "Name"

                Field {
                    id: name

                    width: parent.width
                    maximumLength: 40
                    text: group.current.name
                    Accessible.name: "Name"
                }
            }

            Labelled {
                width: parent.width
                label: "Temper: completes “You are …”"

                Field {
                    id: temperament

                    width: parent.width
                    maximumLength: 80
                    text: group.current.temperament
                    Accessible.name: "Temper"
                }
            }

            Labelled {
                width: parent.width
                label: "How it speaks"

                TextBox {
                    id: speaks

                    width: parent.width
                    leastLines: 2
                    text: group.current.speaks
                    area.Accessible.name: "How it speaks"
                }
            }

            Labelled {
                width: parent.width
                label: "Instructions: what else it is told before every conversation"

                TextBox {
                    id: instructions

                    width: parent.width
                    leastLines: 3
                    mostLines: 8
                    text: group.current.instructions
                    placeholder: "For example: Call me captain. Cheer when I win."
                    area.Accessible.name: "Instructions"
                }
            }

            Labelled {
                width: parent.width
                label: "Greeting"

                TextBox {
                    id: greeting

                    width: parent.width
                    text: group.current.greeting
                    area.Accessible.name: "Greeting"
                }
            }

            Flow {
                width: parent.width
                spacing: 12

                Push {
                    primary: true
                    text: "Save"
                    onClicked: group.personas.keep({
                        name: name.text,
                        temperament: temperament.text,
                        speaks: speaks.text,
                        instructions: instructions.text,
                        greeting: greeting.text
                    })
                }

                Push {
                    text: "As it was shipped"
                    iconSource: group.assets + "/icons/reset.svg"
                    help: "Forgets what was edited of this personality"
                    onClicked: group.personas.asShipped()
                }
            }
        }
    }
}
