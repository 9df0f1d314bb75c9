import QtQuick
import "../style"

// Shows what has the focus. Fill the control with it.
Rectangle {
    property bool shown: false

    anchors.fill: parent
    anchors.margins: -Theme.ring - 2
    radius: Theme.radius + Theme.ring + 2
    visible: shown
    color: "transparent"
    border.color: Theme.focus
    border.width: Theme.ring
}
