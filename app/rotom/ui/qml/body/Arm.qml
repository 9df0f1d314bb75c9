pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import "expressions.js" as Expressions
import "shapes.js" as Shapes

// A lightning-bolt arm. Its shoulder is the item's origin; it points right, or left when mirrored.
Item {
    id: root

    required property real unit
    required property var look
    required property bool mirrored
    required property real raise

    readonly property var outline: [[-16, -15], [44, -32], [39, -12], [106, -44], [51, 27], [50, 7], [-14, 19]]
    readonly property var shine: [[4, -10], [36, -20], [32, -3], [82, -27], [46, 0], [40, -2], [8, 0]]

    Shape {
        preferredRendererType: Shape.CurveRenderer
        transform: [
            Rotation { angle: -root.raise },
            Scale {
                xScale: root.mirrored ? -root.unit : root.unit
                yScale: root.unit
            }
        ]
        ShapePath {
            strokeWidth: 3.6
            strokeColor: Qt.darker(Expressions.colour(root.look.deep, 1), 1.35)
            joinStyle: ShapePath.RoundJoin
            fillGradient: LinearGradient {
                x1: -12; y1: 10; x2: 70; y2: -28
                GradientStop { position: 0; color: Expressions.colour(root.look.deep, 1) }
                GradientStop { position: 0.42; color: Expressions.colour(root.look.mid, 1) }
                GradientStop { position: 1; color: Expressions.colour(root.look.rim, 1) }
            }
            PathSvg { path: Shapes.softPolygon(root.outline, 5) }
        }
        ShapePath {
            strokeWidth: -1
            fillColor: Qt.rgba(1, 1, 1, 0.6)
            PathSvg { path: Shapes.softPolygon(root.shine, 3) }
        }
    }
}
