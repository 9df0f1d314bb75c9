pragma Singleton
import QtQuick

// Every colour, size and distance of the window.
QtObject {
    readonly property color ground: "#0a0f24"
    readonly property color groundLow: "#131a3a"
    readonly property color panel: "#161e42"
    readonly property color raised: "#212b5a"
    readonly property color pressed: "#2d3972"
    readonly property color line: "#3a4786"
    readonly property color text: "#f1f4ff"
    readonly property color dim: "#b3bde6"
    readonly property color accent: "#2fe3d3"
    readonly property color accentLow: "#14464f"
    readonly property color ink: "#06142a"
    readonly property color orange: "#ff9a4d"
    readonly property color orangeLow: "#54301d"
    readonly property color focus: "#ffd166"
    readonly property color scrim: "#d0050818"

    readonly property int small: 18
    readonly property int body: 20
    readonly property int message: 21
    readonly property int caption: 26
    readonly property int heading: 24
    readonly property int title: 30

    readonly property int gap: 12
    readonly property int pad: 20
    readonly property int target: 52
    readonly property int radius: 14
    readonly property int radiusSmall: 9
    readonly property int ring: 3
}
