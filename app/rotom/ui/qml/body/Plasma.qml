pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import "expressions.js" as Expressions
import "shapes.js" as Shapes

// The plasma around the body: a flame with licks and a lighter heart.
Item {
    id: root

    required property real unit
    required property var look
    required property real strength
    required property real presence
    required property int frame
    required property var shape
    // The name of the form that has this shape; "" on the way into another.
    required property string form

    readonly property real reach: look.plasma * strength
    readonly property color rim: Qt.darker(Expressions.colour(look.rim, 1), 2 - presence)
    readonly property color mid: Qt.darker(Expressions.colour(look.mid, 1), 2 - presence)
    readonly property color deep: Expressions.colour(look.deep, 1)

    Shape {
        preferredRendererType: Shape.CurveRenderer
        transform: Scale { xScale: root.unit; yScale: root.unit }
        ShapePath {
            strokeWidth: -1
            fillColor: Qt.darker(root.deep, 1.12)
            PathSvg { path: Shapes.plasma(root.shape.hem, root.form, root.frame, root.reach, -2) }
        }
        ShapePath {
            strokeWidth: -1
            fillGradient: LinearGradient {
                x1: 140; y1: 30; x2: 246; y2: 352
                GradientStop { position: 0; color: root.mid }
                GradientStop { position: 0.35; color: Qt.tint(root.mid, Qt.alpha(root.rim, 0.42)) }
                GradientStop { position: 0.7; color: root.mid }
                GradientStop { position: 1; color: root.deep }
            }
            PathSvg { path: Shapes.plasma(root.shape.hem, root.form, root.frame, root.reach, 2) }
        }
        ShapePath {
            strokeWidth: -1
            fillColor: Qt.tint(root.mid, Qt.alpha(root.rim, 0.72))
            PathSvg { path: Shapes.plasma(root.shape.hem, root.form, root.frame, root.reach * 0.55, 8) }
        }
    }
}
