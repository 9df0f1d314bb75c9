pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../style"

// The conversations in writing.
FocusScope {
    id: page

    required property url assets
    required property var companion
    required property var chat
    required property var navigation

    readonly property bool wide: width >= 1000
    // The turn whose words are being changed below, '' for new words.
    property string edited: ""
    property bool listing: false

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Chat")
    onVisibleChanged: if (visible) input.area.forceActiveFocus(Qt.TabFocusReason)
    Component.onCompleted: input.area.forceActiveFocus(Qt.TabFocusReason)
    Keys.onPressed: event => {
        event.accepted = true;
        if (event.matches(StandardKey.Undo) && page.chat.canUndo)
            page.chat.undo();
        else if (event.matches(StandardKey.New))
            begin();
        else if (event.key === Qt.Key_Escape && page.edited !== "")
            stopEditing();
        else if (event.key === Qt.Key_Escape && page.listing && !page.wide)
            page.listing = false;
        else
            event.accepted = false;
    }

    function begin() {
        page.chat.conversations.begin();
        listing = false;
        input.area.forceActiveFocus(Qt.TabFocusReason);
    }

    function stopEditing() {
        edited = "";
        input.text = "";
        input.area.forceActiveFocus(Qt.TabFocusReason);
    }

    ConversationsPane {
        id: pane

        x: page.wide ? 20 : 28
        y: page.wide ? 18 : 74
        width: page.wide ? 318 : parent.width - 56
        height: parent.height - y - 20
        visible: page.wide || page.listing
        assets: page.assets
        conversations: page.chat.conversations
        onOpened: page.listing = false
        onRemoved: {
            page.listing = false;
            undo.forceActiveFocus(Qt.TabFocusReason);
        }
    }

    FocusScope {
        id: talk

        anchors.left: page.wide ? pane.right : parent.left
        anchors.leftMargin: page.wide ? 24 : 28
        anchors.right: parent.right
        anchors.rightMargin: 28
        height: parent.height
        focus: true

        SmallPush {
            id: menu

            y: 16
            visible: !page.wide
            iconSource: page.assets + "/icons/list.svg"
            text: page.listing ? qsTr("Back") : qsTr("All")
            Accessible.name: page.listing ? qsTr("Back to the conversation") : qsTr("All conversations")
            onClicked: page.listing = !page.listing
        }

        Words {
            id: title

            x: page.wide ? 0 : menu.width + 10
            y: 18
            text: page.chat.conversations.title || qsTr("Chat with %1").arg(page.companion.name)
            width: parent.width - x - 250
            height: 42
            font.pixelSize: page.wide ? Theme.title : Theme.heading
            font.weight: Font.DemiBold
            verticalAlignment: Text.AlignVCenter
            maximumLineCount: 1
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }

        MessageList {
            id: list

            anchors.top: title.bottom
            anchors.topMargin: 14
            anchors.bottom: below.top
            anchors.bottomMargin: 12
            width: parent.width
            visible: !page.listing || page.wide
            assets: page.assets
            name: page.companion.name
            chat: page.chat
            navigation: page.navigation
            pageShown: page.visible
            aside: () => page.wide && pane.enter()
            onFinished: asked => {
                if (asked)
                    follow();
                input.area.forceActiveFocus(Qt.TabFocusReason);
            }
            onEditing: (turnId, text) => {
                page.edited = turnId;
                input.text = text;
                input.area.cursorPosition = text.length;
                input.area.forceActiveFocus(Qt.TabFocusReason);
            }
        }

        Words {
            anchors.centerIn: list
            width: Math.min(list.width, 560)
            horizontalAlignment: Text.AlignHCenter
            visible: list.visible && list.count === 0
            color: Theme.dim
            text: page.navigation.byPad ? qsTr("Nothing was said yet. Write something below, or talk.") : qsTr("Nothing was said yet. Write something below, or hold F2 and talk.")
        }

        Column {
            id: below

            anchors.bottom: parent.bottom
            anchors.bottomMargin: 20
            width: parent.width
            spacing: 10
            visible: list.visible

            Rectangle {
                width: parent.width
                height: 60
                radius: Theme.radius
                visible: page.chat.told !== "" || page.edited !== ""
                color: Theme.panel
                border.width: 1
                border.color: Theme.line
                Accessible.role: Accessible.AlertMessage
                Accessible.name: what.text

                Words {
                    id: what

                    x: 16
                    anchors.verticalCenter: parent.verticalCenter
                    width: undo.x - 28
                    text: page.edited !== "" ? qsTr("You change an earlier message. What followed it is kept.") : page.chat.told
                    font.pixelSize: Theme.small
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    Accessible.ignored: true
                }

                SmallPush {
                    id: undo

                    anchors.right: close.left
                    anchors.verticalCenter: parent.verticalCenter
                    visible: page.edited === "" && page.chat.canUndo
                    width: visible ? implicitWidth : 0
                    iconSource: page.assets + "/icons/reset.svg"
                    text: qsTr("Undo")
                    onClicked: {
                        page.chat.undo();
                        input.area.forceActiveFocus(Qt.TabFocusReason);
                    }
                }

                SmallPush {
                    id: close

                    anchors.right: parent.right
                    anchors.rightMargin: 6
                    anchors.verticalCenter: parent.verticalCenter
                    iconSource: page.assets + "/icons/close.svg"
                    display: SmallPush.IconOnly
                    text: page.edited !== "" ? qsTr("Keep it as it was") : qsTr("Close")
                    onClicked: {
                        if (page.edited !== "")
                            page.stopEditing();
                        else
                            page.chat.dismiss();
                        input.area.forceActiveFocus(Qt.TabFocusReason);
                    }
                }
            }

            Row {
                width: parent.width
                spacing: 12

                TextBox {
                    id: input

                    width: parent.width - send.width - stop.width - 2 * parent.spacing
                    mostLines: 5
                    placeholder: qsTr("Write to %1").arg(page.companion.name)
                    area.Keys.onReturnPressed: event => submit(event)
                    area.Keys.onEnterPressed: event => submit(event)

                    function submit(event: KeyEvent) {
                        event.accepted = !(event.modifiers & Qt.ShiftModifier);
                        if (event.accepted)
                            page.say();
                    }
                }

                Push {
                    id: send

                    anchors.bottom: parent.bottom
                    primary: true
                    iconSource: page.assets + "/icons/send.svg"
                    text: qsTr("Send")
                    enabled: input.text.trim() !== ""
                    onClicked: page.say()
                }

                Push {
                    id: stop

                    anchors.bottom: parent.bottom
                    iconSource: page.assets + "/icons/stop.svg"
                    text: qsTr("Stop")
                    help: qsTr("Interrupts the reply")
                    enabled: page.companion.busy
                    onClicked: page.companion.stop()
                }
            }
        }
    }

    DropArea {
        anchors.fill: parent
        onDropped: drop => {
            for (const url of drop.urls)
                page.chat.conversations.take(url.toString());
        }
    }

    function say() {
        if (input.text.trim() === "")
            return;
        list.follow();
        if (edited !== "")
            page.chat.resend(edited, input.text);
        else
            page.chat.say(input.text);
        edited = "";
        input.text = "";
        input.area.forceActiveFocus(Qt.TabFocusReason);
    }
}
