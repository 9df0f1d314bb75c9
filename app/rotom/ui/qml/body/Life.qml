import QtQuick
import "expressions.js" as Expressions

// What lives by itself: breath, blinks at irregular times, glances, and the easing of what is followed.
QtObject {
    id: root

    required property bool moving
    required property bool still
    required property real lookX
    required property real lookY
    required property real wander
    required property real mouth
    required property string mouthShape
    required property real level
    // What the microphone hears, 0..1, and whether a sudden noise may startle.
    required property real noise
    required property bool alert
    required property bool canBlink
    required property real slowPace
    required property real pulse

    property real phase: 0
    // Slow movements all step together, `slowPace` times a second, so that a picture serves them all.
    property real slowPhase: phase
    property int flame: Math.floor(8 * phase)
    property real slowVoice: 0
    property real dance: phase
    property real blink: 0
    property real gazeX: 0
    property real gazeY: 0
    property real opening: 0
    property real tall: 0.85
    property real wide: 1
    property real roundness: 0.35
    property real loudness: 0
    // 0 at rest, 1 at the height of a fright; it goes up in a moment and down in a second.
    property real startle: 0
    property real fright: 0
    // How loud it has been lately.
    property real hush: 0

    // Quick movements want more beats than the slow ones.
    readonly property bool lively: blink > 0 || Math.abs(gazeX - goalX) + Math.abs(gazeY - goalY) > 0.01 || frightened
    readonly property bool frightened: startle > 0 || fright > 0
    property real goalX: 0
    property real goalY: 0

    property real blinkClock: -2.2
    property int blinksLeft: 1
    property real glanceClock: 1.4
    property real glanceX: 0
    property real glanceY: 0

    function ease(from: real, to: real, speed: real, seconds: real): real {
        const next = to + (from - to) * Math.exp(-speed * seconds);
        return Math.abs(next - to) < 0.002 ? to : next;
    }

    function stepBlink(seconds: real) {
        const length = 0.3;
        root.blinkClock += seconds;
        if (root.blinkClock < 0 || !root.canBlink) {
            root.blink = 0;
            return;
        }
        const part = root.blinkClock / length;
        root.blink = part >= 1 ? 0 : Math.pow(Math.sin(Math.PI * Math.pow(part, 0.7)), 0.8);
        if (part >= 1) {
            root.blinksLeft -= 1;
            const again = root.blinksLeft > 0;
            root.blinkClock = again ? -0.08 : -(1.6 + 4.6 * Math.random());
            root.blinksLeft = again ? root.blinksLeft : (Math.random() < 0.18 ? 2 : 1);
        }
    }

    function stepGlance(seconds: real) {
        root.glanceClock -= seconds;
        if (root.glanceClock > 0) {
            return;
        }
        const home = Math.random() < 0.45;
        root.glanceX = home ? 0 : 1.5 * Math.random() - 0.75;
        root.glanceY = home ? 0 : 0.9 * Math.random() - 0.45;
        root.glanceClock = 0.7 + 2.8 * Math.random();
    }

    // A noise startles when it is loud (-12 dB of full scale, where 0..1 is -60..0) and comes out of
    // the quiet: a clap does, a talk does not.
    function hear() {
        if (root.moving && root.alert && root.noise > 0.8 && root.noise - root.hush > 0.35) {
            root.fright = 1;
        }
    }

    function stepFright(seconds: real) {
        root.hush = ease(root.hush, root.noise, 2, seconds);
        root.startle = ease(root.startle, root.fright, root.fright > root.startle ? 12 : 3, seconds);
        if (root.fright > 0 && root.startle > 0.9) {
            root.fright = 0;
        }
    }

    onNoiseChanged: hear()

    function step(seconds: real) {
        if (root.moving) {
            root.dance += seconds * root.pulse;
            root.phase += seconds;
            if (root.phase - root.slowPhase > 0.98 / root.slowPace) {
                root.slowPhase = root.phase;
                root.slowVoice += 0.45 * (root.opening - root.slowVoice);
                root.flame = Math.floor(8 * root.dance);
            }
            stepGlance(seconds);
        }
        stepBlink(seconds);
        stepFright(seconds);
        const alone = Math.abs(root.lookX) + Math.abs(root.lookY) < 0.02 ? root.wander : 0;
        root.goalX = root.lookX + alone * root.glanceX;
        root.goalY = root.lookY + alone * root.glanceY;
        root.gazeX = ease(root.gazeX, root.goalX, 13, seconds);
        root.gazeY = ease(root.gazeY, root.goalY, 13, seconds);
        const sound = Expressions.sound(root.mouthShape);
        root.opening = ease(root.opening, root.mouth, 30, seconds);
        root.tall = ease(root.tall, sound.tall, 24, seconds);
        root.wide = ease(root.wide, sound.wide, 24, seconds);
        root.roundness = ease(root.roundness, sound.round, 24, seconds);
        root.loudness = ease(root.loudness, root.level, root.level > root.loudness ? 26 : 9, seconds);
    }

    // Without a clock everything that is followed is taken at once.
    readonly property var followed: [lookX, lookY, mouth, mouthShape, level]
    onFollowedChanged: if (root.still) {
        root.settle();
    }
    Component.onCompleted: if (root.still) {
        root.settle();
    }

    function settle() {
        const sound = Expressions.sound(root.mouthShape);
        root.blink = 0;
        root.goalX = root.lookX;
        root.goalY = root.lookY;
        root.gazeX = root.lookX;
        root.gazeY = root.lookY;
        root.opening = root.mouth;
        root.slowVoice = root.mouth;
        root.tall = sound.tall;
        root.wide = sound.wide;
        root.roundness = sound.round;
        root.loudness = root.level;
    }
}
