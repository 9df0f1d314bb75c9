pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import "shapes.js" as Shapes

// The mouth about the item's origin; every form between closed, small, wide and round is one path.
Item {
    id: root

    required property real unit
    required property real smile
    required property real widening
    required property real open
    required property real roundness
    required property real skew
    required property real fang
    required property real waver

    readonly property var form: Shapes.mouth(smile, widening, Math.max(0, open), Math.max(0, Math.min(1, roundness)), skew, fang, waver)

    Shape {
        preferredRendererType: Shape.CurveRenderer
        transform: Scale { xScale: root.unit; yScale: root.unit }
        ShapePath {
            strokeWidth: -1
            fillGradient: LinearGradient {
                x1: 0; y1: -14; x2: 0; y2: 34
                GradientStop { position: 0; color: "#4a0f1c" }
                GradientStop { position: 1; color: "#8f1f2c" }
            }
            PathSvg { path: root.form.lips }
        }
        ShapePath {
            strokeWidth: -1
            fillColor: "#ff7d86"
            PathSvg { path: root.form.tongue }
        }
        ShapePath {
            strokeWidth: 3.8
            strokeColor: "#5a1c18"
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin
            capStyle: ShapePath.RoundCap
            PathSvg { path: root.form.lips }
        }
        ShapePath {
            strokeWidth: 2
            strokeColor: "#5a1c18"
            fillColor: "#fffdf6"
            joinStyle: ShapePath.RoundJoin
            PathSvg { path: root.form.fang }
        }
    }
}
