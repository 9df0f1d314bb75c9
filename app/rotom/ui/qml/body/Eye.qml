pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import "shapes.js" as Shapes

// One eye about the item's origin: white, iris, and lids that close over both.
Item {
    id: root

    required property real unit
    required property url partsFolder
    required property bool mirrored
    required property real gazeX
    required property real gazeY
    required property real pupil
    required property real lid
    required property real cheer
    required property real tilt

    readonly property real slant: mirrored ? -tilt : tilt
    readonly property var upper: Shapes.lid(33.2, 41.4, lid, slant, 1)
    readonly property var lower: Shapes.lid(33.2, 41.4, cheer, slant, -1)

    Part {
        unit: root.unit
        source: Qt.resolvedUrl(root.partsFolder + "/eye.svg")
        boxX: -34; boxY: -42; boxWidth: 68; boxHeight: 84
    }
    Part {
        unit: root.unit
        source: Qt.resolvedUrl(root.partsFolder + "/iris.svg")
        boxX: -24 + 8.5 * root.gazeX; boxY: -26 + 10 * root.gazeY; boxWidth: 48; boxHeight: 56
        scale: root.pupil
    }
    Shape {
        visible: root.cheer > 0.02
        preferredRendererType: Shape.CurveRenderer
        transform: Scale { xScale: root.unit; yScale: root.unit }
        ShapePath {
            strokeWidth: -1
            fillColor: root.mirrored ? "#fb7f36" : "#fe8f3e"
            PathSvg { path: root.lower.area }
        }
        ShapePath {
            strokeWidth: 3
            strokeColor: "#7c2618"
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            PathSvg { path: root.lower.edge }
        }
    }
    Shape {
        visible: root.lid > 0.02
        preferredRendererType: Shape.CurveRenderer
        transform: Scale { xScale: root.unit; yScale: root.unit }
        ShapePath {
            strokeWidth: -1
            fillGradient: LinearGradient {
                x1: 0; y1: -38; x2: 0; y2: 38
                GradientStop { position: 0; color: "#ff9a48" }
                GradientStop { position: 1; color: "#ef6b2c" }
            }
            PathSvg { path: root.upper.area }
        }
        ShapePath {
            strokeWidth: 2
            strokeColor: "#d9602c"
            fillColor: "transparent"
            PathSvg { path: root.upper.crease }
        }
        ShapePath {
            strokeWidth: 4.6
            strokeColor: "#5a1c18"
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            PathSvg { path: root.upper.edge }
        }
    }
}
