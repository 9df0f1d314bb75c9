pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../style"

// What the user said of games, to be changed and removed.
Card {
    id: card

    required property url assets
    required property var privacy

    readonly property var notes: privacy.notes

    // The last note is gone: the focus has to go elsewhere.
    signal emptied

    function takeAway(app: string, index: int, row: int): void {
        privacy.changeNote(app, index, "");
        const next = rows.itemAt(Math.min(row, rows.count - 1)) as Column;
        if (next === null)
            emptied();
        else
            next.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason);
    }

    height: all.implicitHeight + 2 * Theme.pad

    Column {
        id: all

        x: Theme.pad
        y: Theme.pad
        width: parent.width - 2 * Theme.pad
        spacing: 10

        Words {
            width: parent.width
            text: qsTr("What you said about games")
            font.weight: Font.DemiBold
        }

        Words {
            width: parent.width
            color: Theme.dim
            text: card.notes.length === 0 ? qsTr("Nothing yet. What you tell about a game while it runs is kept here, and known when you play it again.")
                                          : qsTr("Known while the game runs. Change it, or take it away.")
        }

        Repeater {
            id: rows

            model: card.notes

            Column {
                id: note

                required property var modelData
                required property int index
                readonly property bool first: index === 0 || card.notes[index - 1].app !== modelData.app

                width: all.width
                spacing: 6

                Words {
                    visible: note.first
                    width: parent.width
                    text: note.modelData.title
                    color: Theme.dim
                    font.pixelSize: Theme.small
                }

                Row {
                    spacing: 8

                    Field {
                        width: note.width - away.width - 8
                        maximumLength: 160
                        text: note.modelData.text
                        Accessible.name: qsTr("What you said about %1").arg(note.modelData.title)
                        onEditingFinished: {
                            if (text !== note.modelData.text)
                                card.privacy.changeNote(note.modelData.app, note.modelData.index, text);
                        }
                    }

                    SmallPush {
                        id: away

                        anchors.verticalCenter: parent.verticalCenter
                        iconSource: card.assets + "/icons/trash.svg"
                        Accessible.name: qsTr("Take away: %1").arg(note.modelData.text)
                        onClicked: card.takeAway(note.modelData.app, note.modelData.index, note.index)
                    }
                }
            }
        }
    }
}
