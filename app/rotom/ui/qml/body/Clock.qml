import QtQuick

// The one clock of the body: 20 beats a second, every frame only where movement must be smooth.
Item {
    id: root

    required property bool running
    required property bool everyFrame
    readonly property bool beating: steps.running || frames.running

    signal beat(real seconds)

    Timer {
        id: steps
        interval: 50
        repeat: true
        running: root.running && !root.everyFrame
        onTriggered: root.beat(0.05)
    }

    FrameAnimation {
        id: frames
        running: root.running && root.everyFrame
        onTriggered: root.beat(Math.min(frames.frameTime, 0.05))
    }
}
