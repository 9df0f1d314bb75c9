import QtQuick
import "whims.js" as Whims

// What it does by itself while nothing happens: now and then one of many small things.
QtObject {
    id: root

    // Whether there is time for one; what has begun is taken back softly where there is none.
    required property bool free
    required property string emotion
    // How well it knows who is here, 0..1.
    required property real bond

    property string now: ""
    property real at: 0
    property real strength: 1
    property real wait: 8
    readonly property bool busy: now !== ""
    readonly property var pose: Whims.pose(now, at, strength)

    function begin(name: string) {
        root.at = 0;
        root.strength = 1;
        root.now = name;
    }

    function end() {
        root.now = "";
        root.wait = 9 + 18 * Math.random();
    }

    function step(seconds: real) {
        if (!root.busy) {
            root.wait -= root.free ? seconds : 0;
            if (root.wait <= 0) {
                begin(Whims.choice(root.emotion, root.bond, Math.random()));
            }
            return;
        }
        root.at += seconds / Whims.seconds(root.now);
        root.strength = Math.max(0, root.strength - (root.free ? 0 : 4 * seconds));
        if (root.at >= 1 || root.strength === 0) {
            end();
        }
    }
}
