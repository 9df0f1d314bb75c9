pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import "expressions.js" as Expressions
import "shapes.js" as Shapes

// A crown of strokes that grows with the voice it hears.
Shape {
    id: root

    required property real unit
    required property var look
    required property real level
    required property real phase
    required property real presence

    visible: presence > 0.01
    opacity: presence
    preferredRendererType: Shape.CurveRenderer
    transform: Scale { xScale: root.unit; yScale: root.unit }
    ShapePath {
        strokeWidth: 4.4
        strokeColor: Expressions.colour(root.look.mid, 1)
        fillColor: "transparent"
        capStyle: ShapePath.RoundCap
        PathSvg { path: root.visible ? Shapes.crown(root.level, root.phase) : "" }
    }
}
