pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import "expressions.js" as Expressions
import "shapes.js" as Shapes

// The plasma around the body: a soft glow, a flame with licks and a lighter heart.
Item {
    id: root

    required property real unit
    required property var look
    required property real strength
    required property real presence
    required property real phase

    readonly property real reach: look.plasma * strength

    opacity: presence

    Shape {
        transform: Scale { xScale: root.unit; yScale: root.unit }
        ShapePath {
            strokeWidth: -1
            fillGradient: RadialGradient {
                centerX: 200; centerY: 206
                focalX: 200; focalY: 206
                centerRadius: 196
                GradientStop { position: 0.5; color: Expressions.colour(root.look.mid, 0.34) }
                GradientStop { position: 0.75; color: Expressions.colour(root.look.mid, 0.1) }
                GradientStop { position: 1; color: Expressions.colour(root.look.mid, 0) }
            }
            PathSvg { path: "M4 206A196 196 0 0 1 396 206A196 196 0 0 1 4 206Z" }
        }
    }

    Shape {
        preferredRendererType: Shape.CurveRenderer
        transform: Scale { xScale: root.unit; yScale: root.unit }
        ShapePath {
            strokeWidth: 3.6
            strokeColor: Expressions.colour(root.look.deep, 0.95)
            joinStyle: ShapePath.RoundJoin
            fillGradient: RadialGradient {
                centerX: 196; centerY: 200
                focalX: 196; focalY: 200
                centerRadius: 186
                GradientStop { position: 0.5; color: Expressions.colour(root.look.rim, 0.95) }
                GradientStop { position: 0.66; color: Expressions.colour(root.look.mid, 0.95) }
                GradientStop { position: 1; color: Expressions.colour(root.look.deep, 0.9) }
            }
            PathSvg { path: Shapes.plasma(root.phase, root.reach) }
        }
    }
}
