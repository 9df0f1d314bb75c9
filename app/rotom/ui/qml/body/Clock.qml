import QtQuick

// The one clock of the body. `pace` is in beats a second; 60 means that beats go with the frames,
// and a beat is as long as it took: a busy machine makes the movement coarser and never slower.
Item {
    id: root

    required property bool running
    required property int pace
    readonly property bool beating: steps.running || frames.running
    property real owed: 0
    property real waited: 0
    property real due: 0

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

    // A frame was shown so long after the one before. Screens show up to 144 a second: one that comes
    // early waits for the next, and one that is late brings the next forward, which makes 60 beats.
    function frame(seconds: real) {
        const step = 1 / 60;
        root.waited += Math.min(seconds, 0.05);
        if (root.waited < root.due - 0.2 * step) {
            return;
        }
        root.due = Math.max(0.5 * step, Math.min(1.2 * step, step + root.due - root.waited));
        root.advance(root.waited);
        root.waited = 0;
    }

    FrameAnimation {
        id: frames
        running: root.running && root.pace >= 60
        onTriggered: root.frame(frames.frameTime)
    }
}
