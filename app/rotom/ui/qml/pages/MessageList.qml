pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../style"

// The messages of a conversation, by days; it reads on at both ends while one scrolls.
ListView {
    id: list

    required property url assets
    required property string name
    required property var chat
    required property var navigation
    required property bool pageShown

    // Follows what is new while the end is in view.
    property bool following: true
    property bool isPage: true
    readonly property real end: originY + Math.max(0, contentHeight - height)

    property var aside: () => false

    signal editing(string turnId, string text)
    signal finished(bool asked)

    clip: true
    spacing: 12
    cacheBuffer: 600
    boundsBehavior: Flickable.StopAtBounds
    model: chat
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Messages")
    Keys.onPressed: event => {
        event.accepted = event.key === Qt.Key_End;
        if (event.accepted)
            goToNewest();
    }
    onMovementEnded: settle()
    onContentHeightChanged: sized()
    onHeightChanged: sized()
    Component.onCompleted: positionViewAtEnd()

    function sized() {
        if (following)
            positionViewAtEnd();
        Qt.callLater(list.settleDown);
    }

    // Few messages stand at the bottom, beside where one writes. Later and no binding: the margin
    // has messages laid out, and so changes the height that it follows.
    function settleDown() {
        topMargin = Math.max(0, height - contentHeight);
        if (following)
            positionViewAtEnd();
    }

    function follow() {
        if (chat.hasNewer)
            chat.reload();
        following = true;
        positionViewAtEnd();
    }

    function goToNewest() {
        follow();
        finished(false);
    }

    function scroll(by: real) {
        following = false;  // what comes into view may change the height, and is not followed
        contentY = Math.max(originY - topMargin, Math.min(contentY + by, end));
        settle();
    }

    function settle() {
        following = atYEnd && !chat.hasNewer;
        if (contentY - originY < 2 * height)
            chat.fetchOlder();
        if (end - contentY < 2 * height)
            chat.fetchNewer();
    }

    // A step within a message that is taller than the list; false where its edge is in view.
    function stepWithin(item: Item, direction: int): bool {
        const top = item.y - contentY;
        const hidden = direction > 0 ? top + item.height - height : -top;
        if (hidden <= 24 || item.height <= height)
            return false;
        scroll(direction * Math.min(hidden, height / 2));
        return true;
    }

    function reveal(index: int) {
        following = index === count - 1 && !chat.hasNewer;
        if (following)
            positionViewAtEnd();
        else if (!itemAtIndex(index) || itemAtIndex(index).height < height)
            positionViewAtIndex(index, ListView.Contain);
        settle();
    }

    Connections {
        target: list.navigation
        enabled: list.pageShown

        function onPaged(direction: int) {
            list.scroll(direction * (list.height - 60));
        }
    }

    Connections {
        target: list.chat

        function onGrew() {
            if (list.following)
                list.positionViewAtEnd();
        }

        function onJumped(row: int) {
            list.following = false;
            list.positionViewAtIndex(row, ListView.Center);
            (list.itemAtIndex(row) as Item)?.forceActiveFocus(Qt.TabFocusReason);
        }
    }

    section.property: "day"
    section.delegate: Item {
        id: day

        required property string section

        width: list.width - 18
        height: 44

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            height: 1
            color: Theme.line
        }

        Rectangle {
            anchors.centerIn: parent
            width: words.width + 32
            height: 30
            color: Theme.groundLow
            radius: 15

            Words {
                id: words

                anchors.centerIn: parent
                text: list.chat.dayWords(day.section)
                wrapMode: Text.NoWrap
                color: Theme.dim
                font.pixelSize: Theme.small
            }
        }
    }

    delegate: Bubble {
        id: bubble

        width: list.width - 18
        assets: list.assets
        name: list.name
        chat: list.chat
        last: index === list.count - 1 && !list.chat.hasNewer
        scrolled: direction => list.stepWithin(bubble, direction)
        aside: list.aside
        onFinished: asked => list.finished(asked)
        onChosen: Qt.callLater(list.reveal, index)
        onEditing: (turnId, text) => list.editing(turnId, text)
    }

    Push {
        objectName: "newest"
        parent: list
        anchors.horizontalCenter: parent.horizontalCenter
        y: list.height - height - 10
        visible: !list.following && list.end - list.contentY > list.height / 2
        iconSource: list.assets + "/icons/down.svg"
        text: qsTr("To the newest")
        help: qsTr("The End key does it too")
        onClicked: list.goToNewest()
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
