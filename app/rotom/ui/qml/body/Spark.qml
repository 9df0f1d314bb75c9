pragma ComponentBehavior: Bound
import QtQuick
import "expressions.js" as Expressions

// A spark that has come off the plasma and flies about, with a little light around it.
Item {
    id: root

    required property real unit
    required property var look
    required property real presence

    visible: presence > 0.01
    opacity: presence
    Repeater {
        model: [{ size: 46, alpha: 0.22 }, { size: 28, alpha: 0.5 }, { size: 15, alpha: 1 }]
        Rectangle {
            required property var modelData
            readonly property real size: modelData.size * root.unit
            x: -size / 2
            y: -size / 2
            width: size
            height: size
            radius: size / 2
            antialiasing: true
            color: Expressions.colour(modelData.alpha === 1 ? root.look.rim : root.look.mid, modelData.alpha)
        }
    }
}
