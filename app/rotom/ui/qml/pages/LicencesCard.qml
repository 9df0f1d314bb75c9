pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../style"

// The free software that Rotom stands on; a press shows the words of a licence.
Card {
    id: card

    required property var machine

    property string open: ""

    height: list.implicitHeight + 2 * Theme.pad

    Column {
        id: list

        x: Theme.pad
        y: Theme.pad
        width: parent.width - 2 * Theme.pad
        spacing: 4

        Words {
            width: parent.width
            text: qsTr("Licences")
            font.weight: Font.DemiBold
        }

        Words {
            width: parent.width
            bottomPadding: 8
            color: Theme.dim
            text: qsTr("The free software that Rotom stands on. Press one to read its licence; the licences of models stand under Models.")
        }

        Repeater {
            model: card.machine.packages()

            Column {
                id: row

                required property var modelData
                readonly property bool isOpen: card.open === modelData.name

                width: list.width

                readonly property string words: modelData.name + " " + modelData.version + (modelData.licence === "" ? "" : " · " + modelData.licence)

                SmallPush {
                    // Some licences are long; pressed, all of it is read.
                    text: row.words.length > 50 ? row.words.substring(0, 48) + "…" : row.words
                    Accessible.name: row.words
                    width: Math.min(implicitWidth, parent.width)
                    clip: true
                    onClicked: card.open = row.isOpen ? "" : row.modelData.name
                }

                Words {
                    width: parent.width
                    visible: row.isOpen
                    leftPadding: 12
                    text: row.isOpen ? card.machine.licence(row.modelData.name) || qsTr("The package does not bring its text.") : ""
                    color: Theme.dim
                    font.pixelSize: Theme.small
                    wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                }
            }
        }

        Words {
            width: parent.width
            topPadding: 8
            bottomPadding: 8
            color: Theme.dim
            text: qsTr("Inside them. The parts marked * are under the GPL or LGPL, and so is Rotom: who passes them on passes on their source, which is at the address beside them. You may build them anew and put them in the place of those here.")
        }

        Repeater {
            model: card.machine.parts()

            Words {
                required property var modelData

                width: list.width
                color: Theme.dim
                font.pixelSize: Theme.small
                text: (modelData.sourceIsOwed ? "* " : "") + modelData.name + " · " + modelData.licence + " · " + modelData.source
                wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            }
        }
    }
}
