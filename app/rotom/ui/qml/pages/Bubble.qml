pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import "../controls"
import "../style"

// One message, and what can be done to it while it is chosen.
FocusScope {
    id: bubble

    required property int index
    required property bool mine
    required property string text
    required property string emotion
    required property bool growing
    required property bool interrupted
    required property string turnId
    required property int version
    required property int versions
    required property string time
    required property var blocks
    required property url assets
    required property string name
    required property bool last
    required property var chat

    readonly property real widest: Math.min(width * 0.86, 780)
    readonly property string below: interrupted ? (text === "" ? qsTr("Interrupted before a word") : qsTr("Interrupted here"))
                                    : !mine && !growing ? emotion : ""
    readonly property bool open: !growing && (activeFocus || (last && !mine))

    // The wish to change the words; the page takes them into the field below.
    signal editing(string turnId, string text)
    // The message goes away or makes room for another: the focus belongs to where one writes.
    signal finished(bool asked)
    // The top and the bottom of the message, in its own place, should be in view.
    signal chosen()
    // A step of the arrows within a message that is taller than the list; false where it is at its end.
    property var scrolled: direction => false
    // A step of the arrows to what stands left of the messages; false where nothing does.
    property var aside: () => false

    function remove() {
        finished(false);
        chat.remove(turnId, mine);
    }

    height: box.height + (actions.visible ? actions.height + 2 : 0)

    T.Control {
        id: box

        x: bubble.mine ? bubble.width - width : 0
        width: Math.min(bubble.widest, Math.max(content.widestPart, note.visible ? note.width : 0, 40) + 40)
        height: content.implicitHeight + 26
        focus: true
        activeFocusOnTab: true
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.ListItem
        Accessible.focusable: true
        Accessible.name: (bubble.mine ? qsTr("You: ") : bubble.name + ": ") + bubble.text + (bubble.interrupted ? " " + qsTr("(interrupted)") : "")
        onActiveFocusChanged: if (activeFocus) bubble.chosen()
        Keys.onUpPressed: event => event.accepted = bubble.scrolled(-1)
        Keys.onDownPressed: event => event.accepted = bubble.scrolled(1)
        Keys.onLeftPressed: event => event.accepted = bubble.aside()
        Keys.onPressed: event => {
            event.accepted = true;
            if (event.matches(StandardKey.Copy))
                bubble.chat.copy(bubble.turnId, bubble.mine);
            else if (event.key === Qt.Key_Delete && !bubble.growing)
                bubble.remove();
            else if ((event.key === Qt.Key_Space || event.key === Qt.Key_Return) && actions.visible)
                copy.forceActiveFocus(Qt.TabFocusReason);
            else
                event.accepted = false;
        }

        background: Rectangle {
            radius: 18
            bottomLeftRadius: bubble.mine ? radius : 5
            bottomRightRadius: bubble.mine ? 5 : radius
            color: bubble.mine ? Theme.bubbleMine : Theme.bubble
            border.width: bubble.interrupted ? 2 : 1
            border.color: bubble.interrupted ? Theme.orange : Theme.bubbleLine

            FocusRing {
                radius: 22
                shown: box.visualFocus
            }
        }

        contentItem: Item {
            TapHandler { onTapped: box.forceActiveFocus(Qt.MouseFocusReason) }

            Column {
                id: content

                readonly property real widestPart: {
                    let widest = plain.visible ? plain.implicitWidth + 1 : 0;
                    for (let i = 0; i < parts.count; i++)
                        widest = Math.max(widest, (parts.itemAt(i) as BubblePart)?.natural ?? 0);
                    return widest;
                }

                x: 20
                y: 13
                width: parent.width - 40
                spacing: 8

                Words {
                    id: plain

                    width: Math.min(implicitWidth + 1, bubble.widest - 40)
                    visible: bubble.mine || (bubble.text === "" && bubble.growing)
                    text: bubble.mine ? bubble.text : "…"
                    font.pixelSize: Theme.message
                    lineHeight: 1.12
                    Accessible.ignored: true
                }

                Repeater {
                    id: parts

                    model: bubble.blocks.length

                    BubblePart {
                        part: bubble.blocks[index] ?? ({ text: "", code: false, marker: "" })
                        widest: bubble.widest - 40
                        assets: bubble.assets
                        open: bubble.open
                        onCopied: code => bubble.chat.copyText(code)
                    }
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

    Row {
        id: actions

        x: bubble.mine ? bubble.width - width : 0
        anchors.top: box.bottom
        anchors.topMargin: 2
        visible: bubble.open
        Accessible.role: Accessible.ToolBar
        Accessible.name: qsTr("What to do with this message")

        SmallPush {
            id: copy

            iconSource: bubble.assets + "/icons/copy.svg"
            text: qsTr("Copy")
            onClicked: bubble.chat.copy(bubble.turnId, bubble.mine)
        }

        SmallPush {
            visible: bubble.mine
            iconSource: bubble.assets + "/icons/edit.svg"
            text: qsTr("Edit")
            onClicked: bubble.editing(bubble.turnId, bubble.text)
        }

        SmallPush {
            visible: !bubble.mine || bubble.last
            iconSource: bubble.assets + "/icons/again.svg"
            text: qsTr("Again")
            Accessible.name: qsTr("Another reply")
            onClicked: {
                bubble.finished(true);
                bubble.chat.again(bubble.turnId);
            }
        }

        SmallPush {
            visible: !bubble.mine && bubble.last
            iconSource: bubble.assets + "/icons/more.svg"
            text: qsTr("Go on")
            onClicked: {
                bubble.finished(true);
                bubble.chat.goOn(bubble.turnId);
            }
        }

        SmallPush {
            visible: bubble.versions > 1
            enabled: bubble.version > 1
            display: T.Button.IconOnly
            iconSource: bubble.assets + "/icons/older.svg"
            text: qsTr("Earlier version")
            onClicked: bubble.chat.version(bubble.turnId, bubble.mine, -1)
        }

        Words {
            anchors.verticalCenter: parent.verticalCenter
            visible: bubble.versions > 1
            text: bubble.version + "/" + bubble.versions
            wrapMode: Text.NoWrap
            color: Theme.dim
            font.pixelSize: Theme.small
            Accessible.name: qsTr("Version %1 of %2").arg(bubble.version).arg(bubble.versions)
        }

        SmallPush {
            visible: bubble.versions > 1
            enabled: bubble.version < bubble.versions
            display: T.Button.IconOnly
            iconSource: bubble.assets + "/icons/newer.svg"
            text: qsTr("Later version")
            onClicked: bubble.chat.version(bubble.turnId, bubble.mine, 1)
        }

        SmallPush {
            iconSource: bubble.assets + "/icons/trash.svg"
            text: qsTr("Delete")
            Accessible.name: qsTr("Delete message")
            onClicked: bubble.remove()
        }

        Words {
            anchors.verticalCenter: parent.verticalCenter
            leftPadding: 10
            text: bubble.time
            wrapMode: Text.NoWrap
            color: Theme.dim
            font.pixelSize: Theme.small
        }
    }
}
