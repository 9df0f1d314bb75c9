pragma Singleton
import QtQuick

// Every colour, size and distance of the window.
QtObject {
    id: theme

    // The setting: one of the palettes, or "system".
    property string wanted: "system"
    // The setting: nothing glides.
    property bool calm: false
    readonly property string ofSystem: Application.styleHints.colorScheme === Qt.ColorScheme.Light ? "light"
                                       : Application.styleHints.colorScheme === Qt.ColorScheme.Dark ? "dark" : "plasma"
    readonly property string name: palettes[wanted] !== undefined ? wanted : ofSystem
    readonly property var palette: palettes[name]

    readonly property var palettes: ({
        plasma: {
            ground: "#0a0f24", groundLow: "#131a3a", panel: "#161e42", raised: "#212b5a", pressed: "#2d3972",
            line: "#5a68ad", text: "#f1f4ff", dim: "#b3bde6", accent: "#2fe3d3", accentLow: "#14464f",
            ink: "#06142a", orange: "#ff9a4d", orangeLow: "#54301d", focus: "#ffd166", scrim: "#d0050818",
            bubble: "#212b5a", bubbleMine: "#14464f", bubbleLine: "#323f78"
        },
        dark: {
            ground: "#111215", groundLow: "#17191d", panel: "#1d1f24", raised: "#2a2d34", pressed: "#373b44",
            line: "#686e7b", text: "#f3f4f6", dim: "#b9bec9", accent: "#4fd8cb", accentLow: "#17423f",
            ink: "#04201d", orange: "#ffa15c", orangeLow: "#52311d", focus: "#ffd166", scrim: "#d0050608",
            bubble: "#2a2d34", bubbleMine: "#17423f", bubbleLine: "#40444e"
        },
        light: {
            ground: "#f4f6fd", groundLow: "#e6ebfa", panel: "#ffffff", raised: "#e8ecf9", pressed: "#d5dcf3",
            line: "#7884b3", text: "#141a3c", dim: "#434c78", accent: "#00655c", accentLow: "#c9ece7",
            ink: "#ffffff", orange: "#8f3f00", orangeLow: "#ffe0c7", focus: "#4a2bd8", scrim: "#e0dfe5f7",
            bubble: "#ffffff", bubbleMine: "#b4e4dc", bubbleLine: "#b3bddf"
        }
    })

    // Grounds, from the window's own to what is pressed.
    readonly property color ground: palette.ground
    readonly property color groundLow: palette.groundLow
    readonly property color panel: palette.panel
    readonly property color raised: palette.raised
    readonly property color pressed: palette.pressed
    readonly property color line: palette.line
    // What is written on them; `ink` is written on `accent` and on `orange`.
    readonly property color text: palette.text
    readonly property color dim: palette.dim
    readonly property color ink: palette.ink
    // What is chosen, and what is warm or warns; the low ones are grounds.
    readonly property color accent: palette.accent
    readonly property color accentLow: palette.accentLow
    readonly property color orange: palette.orange
    readonly property color orangeLow: palette.orangeLow
    readonly property color focus: palette.focus
    readonly property color scrim: palette.scrim
    // The grounds of what Rotom says and of what the user says, and the edge of both.
    readonly property color bubble: palette.bubble
    readonly property color bubbleMine: palette.bubbleMine
    readonly property color bubbleLine: palette.bubbleLine

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
