import QtQuick
import "../style"

// What has just been done, and the way to undo it.
Rectangle {
    id: told

    required property url assets
    required property string text
    required property bool canUndo

    signal undone()
    signal closed()

    function focusUndo() {
        (canUndo ? undo : close).forceActiveFocus(Qt.TabFocusReason);
    }

    height: Math.max(60, what.implicitHeight + 16)
    radius: Theme.radius
    color: Theme.raised
    border.width: 1
    border.color: Theme.accent
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Words {
        id: what

        x: 16
        anchors.verticalCenter: parent.verticalCenter
        width: undo.x - 28
        text: told.text
        font.pixelSize: Theme.small
        maximumLineCount: 3
        elide: Text.ElideRight
        Accessible.ignored: true
    }

    SmallPush {
        id: undo

        anchors.right: close.left
        anchors.verticalCenter: parent.verticalCenter
        visible: told.canUndo
        width: visible ? implicitWidth : 0
        iconSource: told.assets + "/icons/reset.svg"
        text: qsTr("Undo")
        onClicked: told.undone()
    }

    SmallPush {
        id: close

        anchors.right: parent.right
        anchors.rightMargin: 6
        anchors.verticalCenter: parent.verticalCenter
        iconSource: told.assets + "/icons/close.svg"
        display: SmallPush.IconOnly
        text: qsTr("Close")
        onClicked: told.closed()
    }
}
