import QtQuick

// The one clock of the body. `pace` is in beats a second; 60 means every frame.
Item {
    id: root

    required property bool running
    required property int pace
    readonly property bool beating: steps.running || frames.running

    signal beat(real seconds)

    Timer {
        id: steps
        interval: 1000 / root.pace
        repeat: true
        running: root.running && root.pace < 60
        onTriggered: root.beat(1 / root.pace)
    }

    FrameAnimation {
        id: frames
        running: root.running && root.pace >= 60
        onTriggered: root.beat(Math.min(frames.frameTime, 0.05))
    }
}
