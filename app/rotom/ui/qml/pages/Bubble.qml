import QtQuick
import "../controls"
import "../style"

// One message.
Item {
    id: bubble

    required property bool mine
    required property string text
    required property string emotion
    required property bool growing
    required property bool interrupted
    required property url assets
    required property string name

    readonly property real widest: Math.min(width * 0.82, 780)
    readonly property string below: interrupted ? (text === "" ? "Interrupted before a word" : "Interrupted here")
                                    : emotion !== "neutral" && !mine && !growing ? emotion : ""

    height: box.height
    Accessible.role: Accessible.ListItem
    Accessible.name: (mine ? "You: " : name + ": ") + text + (interrupted ? " (interrupted)" : "")

    Rectangle {
        id: box

        x: bubble.mine ? bubble.width - width : 0
        width: Math.min(bubble.widest, Math.max(words.implicitWidth, note.visible ? note.width : 0, 40) + 40)
        height: column.implicitHeight + 26
        radius: 18
        color: bubble.mine ? Theme.accentLow : Theme.raised
        border.width: bubble.interrupted ? 2 : 0
        border.color: Theme.orange

        Rectangle {
            x: bubble.mine ? parent.width - width : 0
            y: parent.height - height
            width: 20
            height: 20
            radius: 5
            color: parent.color
            visible: !bubble.interrupted
        }

        Column {
            id: column

            x: 20
            y: 13
            width: parent.width - 40
            spacing: 6

            Words {
                id: words

                width: Math.min(implicitWidth + 1, bubble.widest - 40)
                visible: text !== ""
                text: bubble.text === "" && bubble.growing ? "…" : bubble.text
                font.pixelSize: Theme.message
                lineHeight: 1.12
                Accessible.ignored: true
            }

            Row {
                id: note

                spacing: 8
                visible: bubble.below !== ""

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    visible: bubble.interrupted
                    size: 18
                    source: bubble.assets + "/icons/stop.svg"
                }

                Words {
                    wrapMode: Text.NoWrap
                    text: bubble.below
                    color: bubble.interrupted ? Theme.orange : Theme.dim
                    font.pixelSize: Theme.small
                    Accessible.ignored: true
                }
            }
        }
    }
}
