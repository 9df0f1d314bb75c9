pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../style"

// Who Rotom is: the personalities to choose from, what can be done with them, and their words.
Column {
    id: group

    required property url assets
    required property var settings
    required property var personas
    required property Flickable page

    property bool bringing: false

    spacing: 14

    Flow {
        id: cards

        width: parent.width
        spacing: 12
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Personalities")

        Repeater {
            model: group.personas.cards

            PersonaCard {
                width: cards.width >= 640 ? (cards.width - 12) / 2 : cards.width
                assets: group.assets
                personas: group.personas
                form: group.settings.values.form
                reducedMotion: group.settings.values.reduced_motion
                whole: y >= group.page.contentY - 16 && y + height <= group.page.contentY + group.page.height
                inView: y + height > group.page.contentY - 200 && y < group.page.contentY + group.page.height + 200
                checked: group.personas.chosen === modelData.id
                onToggled: group.personas.choose(modelData.id)
            }
        }
    }

    Told {
        id: told

        width: parent.width
        visible: text !== ""
        assets: group.assets
        text: group.personas.told
        canUndo: group.personas.canUndo
        onUndone: {
            group.personas.undo();
            duplicate.forceActiveFocus(Qt.TabFocusReason);
        }
        onClosed: {
            group.personas.dismiss();
            duplicate.forceActiveFocus(Qt.TabFocusReason);
        }
    }

    Flow {
        width: parent.width
        spacing: 10

        Push {
            iconSource: group.assets + "/icons/play.svg"
            text: qsTr("Hear it")
            help: qsTr("Says the greeting")
            enabled: group.personas.current.greeting !== ""
            onClicked: group.personas.hear(group.personas.chosen)
        }

        Push {
            id: duplicate

            iconSource: group.assets + "/icons/copy.svg"
            text: qsTr("Duplicate")
            onClicked: {
                group.personas.duplicate();
                editor.focusName();
            }
        }

        Push {
            iconSource: group.assets + "/icons/save.svg"
            text: qsTr("Save as card")
            help: qsTr("Writes a character card, as a picture and as JSON")
            onClicked: group.personas.save()
        }

        Push {
            iconSource: group.assets + "/icons/load.svg"
            text: group.bringing ? qsTr("Close") : qsTr("Bring in")
            help: qsTr("Takes over a character card of Rotom or of another program")
            onClicked: group.bringing = !group.bringing
        }

        Push {
            visible: group.personas.current.edited
            iconSource: group.assets + "/icons/reset.svg"
            text: qsTr("As it was shipped")
            help: qsTr("Forgets what was edited of this personality")
            onClicked: {
                group.personas.asShipped();
                told.focusUndo();
            }
        }

        Push {
            visible: !group.personas.current.shipped
            iconSource: group.assets + "/icons/trash.svg"
            text: qsTr("Delete")
            Accessible.name: qsTr("Delete this personality")
            onClicked: {
                group.personas.remove();
                told.focusUndo();
            }
        }
    }

    Card {
        width: parent.width
        height: bringing.implicitHeight + 2 * Theme.pad
        visible: group.bringing

        Column {
            id: bringing

            x: Theme.pad
            y: Theme.pad
            width: parent.width - 2 * Theme.pad
            spacing: 10

            Words {
                width: parent.width
                color: Theme.dim
                text: qsTr("A character card is a PNG or JSON file. Choose one that lies beside what Rotom saves, name its path, or drop it here.")
            }

            Field {
                width: parent.width
                maximumLength: 1000
                placeholderText: qsTr("Path of a character card")
                Accessible.name: placeholderText
                onAccepted: {
                    group.personas.bringIn(text);
                    text = "";
                }
            }

            Repeater {
                model: group.bringing ? group.personas.files() : []

                Push {
                    required property var modelData

                    width: bringing.width
                    text: modelData.name
                    onClicked: group.personas.bringIn(modelData.path)
                }
            }
        }
    }

    SettingRows {
        width: parent.width
        assets: group.assets
        settings: group.settings
        group: "Personality"
    }

    PersonaEditor {
        id: editor

        width: parent.width
        assets: group.assets
        personas: group.personas
    }
}
