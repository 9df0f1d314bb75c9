pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import "expressions.js" as Expressions
import "shapes.js" as Shapes

// A lightning-bolt arm. Its shoulder is the item's origin; it points right, or left when mirrored.
Item {
    id: root
    objectName: "arm"

    required property real unit
    required property var look
    required property bool mirrored
    required property real raise

    readonly property var outline: [[-16, -12], [36, -34], [38, -14], [70, -30], [68, -12], [112, -34], [66, 24], [65, 6], [34, 22], [33, 5], [-14, 15]]
    readonly property var shine: [[2, -9], [30, -22], [32, -6], [62, -21], [61, -4], [92, -20], [68, 3], [62, -1], [36, 9], [32, -2], [8, 1]]
    // Turned here and not by a Rotation: the software renderer takes three times as long for a
    // shape that is not upright. Whole steps, so that a swaying arm rests between them.
    readonly property real angle: -Math.round(raise * 2) / 2
    readonly property var turned: Shapes.turned(outline, angle, mirrored)
    readonly property var handle: Shapes.turned([[-12, 10], [80, -30]], angle, mirrored)
    readonly property string rimPath: Shapes.softPolygon(Shapes.grown(turned, mirrored ? -4 : 4), 5)
    readonly property string fillPath: Shapes.softPolygon(turned, 4)
    readonly property string shinePath: Shapes.softPolygon(Shapes.turned(shine, angle, mirrored), 3)

    Shape {
        preferredRendererType: Shape.CurveRenderer
        transform: Scale { xScale: root.unit; yScale: root.unit }
        ShapePath {
            strokeWidth: -1
            fillColor: Qt.darker(Expressions.colour(root.look.deep, 1), 1.75)
            PathSvg { path: root.rimPath }
        }
        ShapePath {
            strokeWidth: -1
            fillGradient: LinearGradient {
                x1: root.handle[0][0]; y1: root.handle[0][1]
                x2: root.handle[1][0]; y2: root.handle[1][1]
                GradientStop { position: 0; color: Expressions.colour(root.look.deep, 1) }
                GradientStop { position: 0.28; color: Expressions.colour(root.look.mid, 1) }
                GradientStop { position: 0.6; color: Expressions.colour(root.look.rim, 1) }
                GradientStop { position: 1; color: Expressions.colour(root.look.mid, 1) }
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
