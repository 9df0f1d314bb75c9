import QtQuick
import "forms.js" as Forms

// The form that it lives in and the way into another: it becomes plasma, moves, and is somebody again.
QtObject {
    id: root

    required property string form
    required property bool animated

    property string from: "ghost"
    property string to: "ghost"
    property real way: 1
    property bool ready: false
    readonly property bool moving: way < 1
    // The drawings are exchanged behind the plasma, where nobody sees it.
    readonly property string drawn: way < 0.5 ? from : to
    // 0: a body; 1: plasma alone, for a while around the middle.
    readonly property real veil: moving ? Math.max(0, Math.min(1, 1.9 * Math.sin(Math.PI * way) - 0.5)) : 0
    readonly property var shape: moving ? Forms.mix(Forms.form(from), Forms.form(to), glide(way)) : Forms.form(to)

    readonly property NumberAnimation change: NumberAnimation {
        target: root
        property: "way"
        to: 1
        duration: 1100 * (1 - from)
    }

    function glide(t: real): real {
        return t * t * (3 - 2 * t);
    }

    function turnTo(name: string) {
        const next = Forms.known(name);
        if (!root.ready || !root.animated) {
            root.change.stop();
            root.from = next;
            root.to = next;
            root.way = 1;
        } else if (next !== root.to) {
            setOff(next);
        }
    }

    // Called elsewhere while it is on its way it does not start again: before the middle it only
    // arrives elsewhere, after it, it turns back into the plasma that it comes from.
    function setOff(next: string) {
        if (root.moving && root.way < 0.5) {
            root.to = next;
            return;
        }
        root.change.stop();
        root.from = root.to;
        root.to = next;
        root.change.from = 1 - root.way;
        root.change.start();
    }

    onFormChanged: turnTo(root.form)
    onAnimatedChanged: if (!root.animated && root.moving) {
        root.change.complete();
    }
    Component.onCompleted: {
        turnTo(root.form);
        root.ready = true;
    }
}
