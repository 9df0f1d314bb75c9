pragma ComponentBehavior: Bound
import QtQuick
import "expressions.js" as Expressions

// The look of the present emotion as numbers (see expressions.js), moving from one to the next.
QtObject {
    id: root

    required property string emotion
    required property real intensity
    required property bool animated

    property var start: Expressions.feel("neutral", 0)
    property var goal: Expressions.feel("neutral", 0)
    property real blend: 1
    property bool ready: false
    readonly property var look: blend === 1 ? goal : Expressions.mix(start, goal, blend)
    readonly property bool moving: change.running

    readonly property NumberAnimation change: NumberAnimation {
        target: root
        property: "blend"
        from: 0
        to: 1
        duration: 460
        easing.type: Easing.OutBack
        easing.overshoot: 1.1
    }

    // A drifting mood changes the strength in steps too small to see: those are taken at once.
    function turnTo(smallStep: bool) {
        const next = Expressions.feel(root.emotion, root.intensity);
        if (!root.ready || !root.animated || (smallStep && !root.change.running)) {
            root.change.stop();
            root.goal = next;
            root.blend = 1;
            return;
        }
        root.start = root.look;
        root.goal = next;
        root.change.restart();
    }

    property real lastIntensity: 0
    onEmotionChanged: turnTo(false)
    onIntensityChanged: {
        turnTo(Math.abs(root.intensity - root.lastIntensity) < 0.06);
        root.lastIntensity = root.intensity;
    }
    onAnimatedChanged: if (!root.animated && root.change.running) {
        root.change.complete();
    }
    Component.onCompleted: {
        root.lastIntensity = root.intensity;
        turnTo(true);
        root.ready = true;
    }
}
