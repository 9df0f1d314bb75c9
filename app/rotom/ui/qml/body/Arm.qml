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

    readonly property var outline: [[-16, -14], [44, -30], [39, -11], [104, -42], [51, 25], [50, 6], [-14, 17]]
    readonly property var shine: [[4, -10], [36, -20], [32, -3], [82, -28], [46, 0], [40, -2], [8, 0]]
    readonly property string rimPath: Shapes.softPolygon(Shapes.grown(outline, 3.4), 5)
    readonly property string fillPath: Shapes.softPolygon(outline, 4)
    readonly property string shinePath: Shapes.softPolygon(shine, 3)

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
            strokeWidth: -1
            fillColor: Qt.darker(Expressions.colour(root.look.deep, 1), 1.45)
            PathSvg { path: root.rimPath }
        }
        ShapePath {
            strokeWidth: -1
            fillGradient: LinearGradient {
                x1: -12; y1: 10; x2: 80; y2: -30
                GradientStop { position: 0; color: Expressions.colour(root.look.deep, 1) }
                GradientStop { position: 0.42; color: Expressions.colour(root.look.mid, 1) }
                GradientStop { position: 1; color: Expressions.colour(root.look.rim, 1) }
            }
            PathSvg { path: root.fillPath }
        }
        ShapePath {
            strokeWidth: -1
            fillColor: Qt.rgba(1, 1, 1, 0.6)
            PathSvg { path: root.shinePath }
        }
    }
}
