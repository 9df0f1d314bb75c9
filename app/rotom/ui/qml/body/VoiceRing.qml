pragma ComponentBehavior: Bound
import QtQuick
import "expressions.js" as Expressions

// A ring of sparks that grow and fly out with the voice it hears. Single sparks, so that between
// them nothing has to be painted again.
Item {
    id: root

    required property real unit
    required property var look
    required property real level
    required property real phase
    required property real presence

    readonly property int count: 36
    readonly property color light: Expressions.colour(look.mid, 1)
    readonly property color glow: Expressions.colour(look.deep, 1)

    visible: presence > 0.01
    opacity: presence
    Repeater {
        model: root.count
        Rectangle {
            required property int index
            readonly property real turn: 2 * Math.PI * index / root.count
            readonly property real loud: root.visible ? root.level * (0.55 + 0.45 * Math.sin(7 * root.phase + 2.6 * index)) : 0
            readonly property real size: Math.round((4.5 + 8 * loud) * root.unit)
            readonly property real reach: (190 + 15 * loud) * root.unit
            x: Math.round(200 * root.unit + reach * Math.cos(turn) - size / 2)
            y: Math.round(202 * root.unit + reach * Math.sin(turn) - size / 2)
            width: size
            height: size
            radius: size / 2
            antialiasing: true
            color: loud > 0.3 ? root.light : root.glow
        }
    }
}
