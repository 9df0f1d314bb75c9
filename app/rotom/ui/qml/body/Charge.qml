pragma ComponentBehavior: Bound
import QtQuick
import "expressions.js" as Expressions

// Sparks that run round the figure while it is waking up, the first one bright, the rest its tail.
Item {
    id: root

    required property real unit
    required property var look
    required property real phase
    required property real presence

    visible: presence > 0.01
    opacity: presence
    Repeater {
        model: 9
        Rectangle {
            required property int index
            readonly property real turn: 2.6 * root.phase - 0.2 * index
            readonly property real size: (13 - index) * root.unit
            x: (200 + 192 * Math.cos(turn)) * root.unit - size / 2
            y: (202 + 192 * Math.sin(turn)) * root.unit - size / 2
            width: size
            height: size
            radius: size / 2
            antialiasing: true
            color: Expressions.colour(index === 0 ? root.look.rim : root.look.mid, 1 - index / 10)
        }
    }
}
