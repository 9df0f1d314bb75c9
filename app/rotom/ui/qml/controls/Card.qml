import QtQuick
import "../style"

// The ground that belongs together stands on.
Rectangle {
    radius: 18
    color: Theme.panel
    border.width: 1
    border.color: Theme.line
}
