pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../style"

// The conversation in writing.
FocusScope {
    id: page

    required property url assets
    required property var companion
    required property var chat
    required property var navigation

    Accessible.role: Accessible.Pane
    Accessible.name: "Chat"
    onVisibleChanged: if (visible) input.area.forceActiveFocus(Qt.TabFocusReason)
    Component.onCompleted: input.area.forceActiveFocus(Qt.TabFocusReason)

    Words {
        id: title

        x: 28
        y: 18
        text: "Chat with " + page.companion.name
        width: parent.width - 300
        font.pixelSize: Theme.title
        font.weight: Font.DemiBold
        maximumLineCount: 1
        elide: Text.ElideRight
    }

    ListView {
        id: list

        // Follows what is new while the end is in view.
        property bool following: true

        anchors.top: title.bottom
        anchors.topMargin: 18
        anchors.bottom: writing.top
        anchors.bottomMargin: 14
        x: 28
        width: parent.width - 56
        clip: true
        spacing: 12
        // Few messages stand at the bottom, beside where one writes.
        topMargin: Math.max(0, height - contentHeight)
        cacheBuffer: 600
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: count > 0
        model: page.chat
        Accessible.role: Accessible.List
        Accessible.name: "Messages"
        Keys.onUpPressed: event => {
            event.accepted = !atYBeginning;
            scroll(-90);
        }
        Keys.onDownPressed: event => {
            event.accepted = !atYEnd;
            scroll(90);
        }
        onMovementEnded: following = atYEnd
        onContentHeightChanged: if (following) positionViewAtEnd()
        onHeightChanged: if (following) positionViewAtEnd()
        Component.onCompleted: positionViewAtEnd()

        function scroll(by: real) {
            contentY = Math.max(originY - topMargin, Math.min(contentY + by, originY + Math.max(0, contentHeight - height)));
            following = atYEnd;
        }

        Connections {
            target: page.navigation
            enabled: page.visible

            function onPaged(direction: int) {
                list.scroll(direction * (list.height - 60));
            }
        }

        Connections {
            target: page.chat

            function onGrew() {
                if (list.following)
                    list.positionViewAtEnd();
            }
        }

        delegate: Bubble {
            width: list.width - 18
            assets: page.assets
            name: page.companion.name
        }

        FocusRing {
            parent: list
            anchors.margins: 0
            radius: Theme.radius
            shown: list.activeFocus
        }

        Rectangle {
            parent: list
            x: list.width - width
            y: list.visibleArea.yPosition * list.height
            width: 6
            height: Math.max(40, list.visibleArea.heightRatio * list.height)
            radius: 3
            visible: list.visibleArea.heightRatio < 1
            color: Theme.line
        }
    }

    Words {
        anchors.centerIn: list
        width: Math.min(list.width, 560)
        horizontalAlignment: Text.AlignHCenter
        visible: list.count === 0
        color: Theme.dim
        text: "Nothing was said yet. Write something below, or hold F2 and talk."
    }

    Row {
        id: writing

        x: 28
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 20
        width: parent.width - 56
        spacing: 12

        TextBox {
            id: input

            width: parent.width - send.width - stop.width - 2 * parent.spacing
            mostLines: 5
            placeholder: "Write to " + page.companion.name
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
            text: "Send"
            enabled: input.text.trim() !== ""
            onClicked: page.say()
        }

        Push {
            id: stop

            anchors.bottom: parent.bottom
            iconSource: page.assets + "/icons/stop.svg"
            text: "Stop"
            help: "Interrupts the reply"
            enabled: page.companion.busy
            onClicked: page.companion.stop()
        }
    }

    function say() {
        page.chat.say(input.text);
        input.text = "";
        list.following = true;
        input.area.forceActiveFocus(Qt.TabFocusReason);
    }
}
