pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import "expressions.js" as Expressions
import "shapes.js" as Shapes

// The plasma around the body: a soft glow that is painted once, and a flame with licks.
Item {
    id: root

    required property real unit
    required property var look
    required property real strength
    required property real presence
    required property real phase

    readonly property real reach: look.plasma * strength
    readonly property color rim: Qt.darker(Expressions.colour(look.rim, 1), 2 - presence)
    readonly property color mid: Qt.darker(Expressions.colour(look.mid, 1), 2 - presence)
    readonly property color deep: Expressions.colour(look.deep, 1)

    Item {
        x: Math.round(2 * root.unit)
        y: Math.round(8 * root.unit)
        width: Math.ceil(396 * root.unit)
        height: width
        opacity: root.presence
        layer.enabled: true
        Shape {
            transform: Scale { xScale: root.unit; yScale: root.unit }
            ShapePath {
                strokeWidth: -1
                fillGradient: RadialGradient {
                    centerX: 198; centerY: 198
                    focalX: 198; focalY: 198
                    centerRadius: 198
                    GradientStop { position: 0.5; color: Qt.alpha(root.mid, 0.36) }
                    GradientStop { position: 0.74; color: Qt.alpha(root.mid, 0.12) }
                    GradientStop { position: 1; color: Qt.alpha(root.mid, 0) }
                }
                PathSvg { path: "M0 198A198 198 0 0 1 396 198A198 198 0 0 1 0 198Z" }
            }
        }
    }

    Shape {
        preferredRendererType: Shape.CurveRenderer
        transform: Scale { xScale: root.unit; yScale: root.unit }
        ShapePath {
            strokeWidth: -1
            fillColor: Qt.darker(root.deep, 1.12)
            PathSvg { path: Shapes.plasma(root.phase, root.reach, -1.6) }
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
            PathSvg { path: Shapes.plasma(root.phase, root.reach, 1.8) }
        }
        ShapePath {
            strokeWidth: -1
            fillColor: Qt.tint(root.mid, Qt.alpha(root.rim, 0.72))
            PathSvg { path: Shapes.plasma(root.phase + 0.4, root.reach * 0.5, 9) }
        }
    }
}
