import QtQuick

// The one clock of the body. `pace` is in beats a second; 60 means every frame.
Item {
    id: root

    required property bool running
    required property int pace
    readonly property bool beating: steps.running || frames.running
    property real owed: 0

    signal beat(real seconds)

    // So much time has gone by: gives the beats that are due, none that are missed.
    function advance(seconds: real) {
        if (!root.running) {
            return;
        }
        root.owed += seconds;
        const step = root.pace < 60 ? 1 / root.pace : 0;
        if (root.owed > 0 && root.owed >= step - 0.0001) {
            const passed = step > 0 ? step : root.owed;
            root.owed = Math.max(0, Math.min(root.owed - passed, step));
            root.beat(passed);
        }
    }

    Timer {
        id: steps
        interval: 1000 / root.pace
        repeat: true
        running: root.running && root.pace < 60
        onTriggered: root.advance(1 / root.pace)
    }

    FrameAnimation {
        id: frames
        running: root.running && root.pace >= 60
        onTriggered: root.advance(Math.min(frames.frameTime, 0.05))
    }
}
