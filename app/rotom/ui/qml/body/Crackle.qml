pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import "expressions.js" as Expressions
import "shapes.js" as Shapes

// Lightning that plays about the spike while it thinks; each bolt lasts a tenth of a second.
Item {
    id: root

    required property real unit
    required property var look
    required property real phase
    required property real presence
    // Where the tip of the spike is moved to, from 236, 40.
    required property real tipX
    required property real tipY

    readonly property string bolts: visible ? flash(0) + flash(1) + flash(2) : ""
    readonly property int moment: visible ? Math.floor(phase * 9) : 0

    // A number 0..1 that is the same for the same moment, so that a picture can be made again.
    function chance(n: int): real {
        const value = Math.sin((root.moment * 13 + n) * 127.1) * 43758.5453;
        return value - Math.floor(value);
    }

    function flash(n: int): string {
        const turn = 0.1 + (n - 1) * 1.25 + 0.6 * (chance(n) - 0.5);
        const reach = (n === 1 ? 34 : 46) + 22 * chance(n + 5);
        const fromX = 236 + tipX + 12 * Math.sin(turn), fromY = 40 + tipY - 12 * Math.cos(turn);
        const bends = [chance(n + 10) * 2 - 1, 1 - chance(n + 20) * 2, chance(n + 30) * 2 - 1];
        return Shapes.bolt(fromX, fromY, fromX + reach * Math.sin(turn), fromY - reach * Math.cos(turn) * 0.7, bends);
    }

    visible: presence > 0.01
    opacity: presence

    Shape {
        preferredRendererType: Shape.CurveRenderer
        transform: Scale { xScale: root.unit; yScale: root.unit }
        ShapePath {
            strokeWidth: 8
            strokeColor: Expressions.colour(root.look.deep, 0.9)
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin
            capStyle: ShapePath.RoundCap
            PathSvg { path: root.bolts }
        }
        ShapePath {
            strokeWidth: 4
            strokeColor: Expressions.colour(root.look.rim, 1)
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin
            capStyle: ShapePath.RoundCap
            PathSvg { path: root.bolts }
        }
    }
}
