import QtQuick

// The one clock of the body. `pace` is in beats a second; from 60 on a beat is as long as it took,
// so that a busy machine makes the movement coarser and never slower.
Item {
    id: root

    required property bool running
    required property int pace
    readonly property bool quick: pace >= 60
    readonly property alias beating: steps.running
    property real owed: 0
    property int beats: 0
    property double before: 0

    signal beat(real seconds)

    // So much time has gone by: gives the beats that are due, none that are missed.
    function advance(seconds: real) {
        if (!root.running) {
            return;
        }
        root.owed += seconds;
        const step = root.quick ? 0 : 1 / root.pace;
        if (root.owed > 0 && root.owed >= step - 0.0001) {
            const passed = step > 0 ? step : root.owed;
            root.owed = Math.max(0, Math.min(root.owed - passed, step));
            root.beat(passed);
        }
    }

    // The time since the last beat, at most 50 ms of it.
    function passed(): real {
        const now = Date.now();
        const seconds = Math.min(0.05, Math.max(0, now - root.before) / 1000);
        root.before = now;
        return seconds;
    }

    onQuickChanged: before = Date.now()

    // Not every frame: screens draw up to 144 a second, and whole milliseconds make 60 of them so.
    Timer {
        id: steps

        interval: !root.quick ? 1000 / root.pace : root.beats % 3 === 0 ? 16 : 17
        repeat: true
        running: root.running
        onTriggered: {
            root.beats += 1;
            root.advance(root.quick ? root.passed() : 1 / root.pace);
        }
    }
}
