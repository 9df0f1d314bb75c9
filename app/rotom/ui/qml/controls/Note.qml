import QtQuick
import "../style"

// A sentence that stands out on a page.
Rectangle {
    id: note

    required property url assets
    property string text: ""
    property string iconName: "warn"

    height: words.implicitHeight + 32
    implicitHeight: height
    radius: Theme.radius
    color: Theme.panel
    border.width: 1
    border.color: iconName === "warn" ? Theme.orange : Theme.accent

    Icon {
        id: icon

        x: 18
        anchors.verticalCenter: parent.verticalCenter
        source: note.assets + "/icons/" + note.iconName + ".svg"
        color: note.border.color
    }

    Words {
        id: words

        anchors.left: icon.right
        anchors.right: parent.right
        anchors.margins: 16
        anchors.verticalCenter: parent.verticalCenter
        text: note.text
    }
}
