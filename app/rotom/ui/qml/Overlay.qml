pragma ComponentBehavior: Bound
import QtQuick
import "body"

// A small Rotom in the corner of a screen that is a game's; nothing of it can be pressed.
Window {
    id: root

    required property url assets
    property string agentState: "idle"
    property string emotion: "neutral"
    property real intensity: 0
    property real mouth: 0
    property string mouthShape: ""
    property string form: "ghost"
    property real level: 0
    property bool reducedMotion: false

    readonly property real side: Math.round(height * 0.24)

    title: "Rotom"
    // gamescope moves no such window and scales none: it is as large as the screen.
    width: Screen.width
    height: Screen.height
    color: "transparent"
    flags: Qt.Tool | Qt.FramelessWindowHint | Qt.WindowDoesNotAcceptFocus | Qt.WindowTransparentForInput

    Body {
        x: parent.width - width - 24
        y: parent.height - height - 24
        width: root.side
        height: root.side
        partsFolder: root.assets + "/body"
        agentState: root.agentState
        emotion: root.emotion
        intensity: root.intensity
        mouth: root.mouth
        mouthShape: root.mouthShape
        level: root.level
        form: root.form
        reducedMotion: root.reducedMotion
        awake: root.visible
    }
}
