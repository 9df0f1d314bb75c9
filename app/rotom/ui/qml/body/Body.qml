pragma ComponentBehavior: Bound
import QtQuick

// Rotom's body: a function of the state it is given, with a life of its own between changes.
Item {
    id: root

    required property url partsFolder
    property string agentState: "idle"
    property string emotion: "neutral"
    property real intensity: 0
    property real mouth: 0
    property string mouthShape: ""
    property real level: 0
    // What it lives in: ghost, console or toaster.
    property string form: "ghost"
    property real lookX: 0
    property real lookY: 0
    // How well it knows who is here, 0..1.
    property real bond: 0
    property bool reducedMotion: false
    property bool awake: true
    // Keeps the posture that it has; what happens is shown without a movement.
    property bool paused: false
    // Stops the clock and takes every change at once, so that a picture can be made again.
    property bool still: false
    property alias phase: life.phase
    property alias startle: life.startle
    property alias whim: whim.now
    property alias whimAt: whim.at

    // Beats a second: a voice must be followed, sleep is slow; idle has 6, or 12 while the eyes move.
    readonly property var paces: ({ speaking: 60, listening: 30, loading: 20, sleeping: 4 })
    readonly property bool animated: awake && !paused && !still && !reducedMotion
    readonly property real unit: Math.min(width, height) / 400

    // Who has slept stretches first.
    property string before: agentState
    onAgentStateChanged: {
        if (before === "sleeping" && agentState === "idle" && animated)
            whim.begin("stretch");
        before = agentState;
    }

    implicitWidth: 400
    implicitHeight: 400

    Face {
        id: face
        objectName: "face"
        emotion: root.emotion
        intensity: root.intensity
        animated: root.animated
    }
    Pose {
        id: pose
        state: root.agentState
        animated: root.animated
    }
    Change {
        id: change
        objectName: "change"
        form: root.form
        animated: root.animated
    }
    Life {
        id: life
        objectName: "life"
        moving: root.animated
        still: root.still
        lookX: root.lookX
        lookY: root.lookY
        wander: pose.wander
        mouth: root.agentState === "speaking" ? root.mouth : 0
        mouthShape: root.mouthShape
        level: root.agentState === "listening" ? root.level : 0
        noise: root.level
        alert: root.agentState !== "speaking" && root.agentState !== "loading"
        pulse: face.look.pulse
        // Hovering moves by whole pixels, about eight a second: six steps lose little.
        slowPace: root.agentState === "sleeping" ? 4 : root.agentState === "speaking" ? 12 : 5
        canBlink: pose.lid < 0.5
    }
    Whim {
        id: whim
        objectName: "whim"
        free: root.agentState === "idle" && root.animated && !life.frightened
        emotion: root.intensity > 0.15 ? root.emotion : "neutral"
        bond: root.bond
    }
    Clock {
        id: clock
        objectName: "clock"
        running: root.awake && !root.paused && !root.still
        pace: root.paces[root.agentState] ?? (life.frightened ? 20 : whim.busy ? 12 : life.lively ? 10 : 5)
        onBeat: seconds => {
            whim.step(seconds);
            life.step(seconds);
        }
        onMoved: figure.finish()
    }

    Figure {
        id: figure

        anchors.centerIn: parent
        width: Math.round(400 * unit)
        height: width
        visible: root.awake
        unit: 0.93 * root.unit
        partsFolder: root.partsFolder
        look: face.look
        pose: pose
        life: life
        whim: whim.pose
        change: change
        emotion: root.emotion
        intensity: root.intensity
        animated: root.animated
    }
}
