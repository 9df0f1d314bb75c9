import QtQuick

// The one clock of the body. `pace` is in beats a second; 60 means that beats go with the frames,
// and a beat is as long as it took: a busy machine makes the movement coarser and never slower.
Item {
    id: root

    required property bool running
    required property int pace
    readonly property bool beating: steps.running || frames.running || ticks.running
    // A running animation has every frame drawn. Where the screen shows many more than 60 a second a
    // timer beats instead; this is found out anew whenever the pace becomes 60.
    property bool fast: false
    property int seen: 0
    property real seenSeconds: 0
    property real owed: 0
    property real waited: 0
    property real due: 0
    property double beatMs: 0
    property double nextMs: 0

    signal beat(real seconds)
    // Everything that is animated has moved, with a beat or without one.
    signal moved()

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
            root.moved();
        }
    }

    // A frame was shown so long after the one before. One that comes early waits for the next, and
    // one that is late brings the next forward, which makes 60 beats.
    function frame(seconds: real) {
        const step = 1 / 60;
        measure(seconds);
        root.waited += Math.min(seconds, 0.05);
        Qt.callLater(root.moved); // once the other animations have had this frame, too
        if (root.waited < root.due - 0.2 * step) {
            return;
        }
        root.due = Math.max(0.5 * step, Math.min(1.2 * step, step + root.due - root.waited));
        root.advance(root.waited);
        root.waited = 0;
    }

    // 24 frames of 60 Hz take 400 ms, of 72 Hz 333 ms.
    function measure(seconds: real) {
        root.seen += 1;
        root.seenSeconds += seconds;
        if (root.seen === 24) {
            root.beatMs = root.nextMs = Date.now();
            root.fast = root.seenSeconds < 24 / 68;
            root.seen = root.seenSeconds = 0;
        }
    }

    // The timer went off at this moment: whole milliseconds, so many that they make 60 beats a second.
    function tick(nowMs: double) {
        const passed = Math.max(0, Math.min(0.05, (nowMs - root.beatMs) / 1000));
        root.beatMs = nowMs;
        root.nextMs = Math.max(nowMs + 8, Math.min(nowMs + 25, root.nextMs + 1000 / 60));
        ticks.interval = Math.round(root.nextMs - nowMs);
        root.advance(passed);
    }

    onPaceChanged: fast = false

    Timer {
        id: steps
        interval: 1000 / root.pace
        repeat: true
        running: root.running && root.pace < 60
        onTriggered: root.advance(1 / root.pace)
    }

    FrameAnimation {
        id: frames
        running: root.running && root.pace >= 60 && !root.fast
        onTriggered: root.frame(frames.frameTime)
    }

    Timer {
        id: ticks
        objectName: "ticks"
        interval: 16
        repeat: true
        running: root.running && root.pace >= 60 && root.fast
        onTriggered: root.tick(Date.now())
    }
}
