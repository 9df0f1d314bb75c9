pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import QtQuick.Window
import "expressions.js" as Expressions
import "forms.js" as Forms

// All parts of the figure in their order, each moved by the look, the pose and the life of the moment.
Item {
    id: root

    required property real unit
    required property url partsFolder
    required property var look
    required property Pose pose
    required property Life life
    required property var whim
    required property Change change
    required property string emotion
    required property real intensity
    required property bool animated

    readonly property real slowPhase: life.slowPhase
    readonly property real breath: Math.sin((1.7 - 0.4 * pose.sleep) * slowPhase)
    readonly property real gazeX: Math.max(-1, Math.min(1, life.gazeX + pose.gazeX + whim.gazeX))
    readonly property real gazeY: Math.max(-1, Math.min(1, life.gazeY + pose.gazeY + whim.gazeY))
    readonly property real lid: Math.min(1, Math.max(look.lid + whim.lid * (1 - look.lid), pose.lid, life.blink) - (pose.lid < 0.5 ? pose.widen * (1 - life.blink) : 0) - 0.5 * life.startle)
    readonly property real chatter: pose.talk * life.opening
    readonly property real gesture: pose.talk * life.slowVoice
    readonly property var shape: change.shape
    readonly property var drawn: Forms.drawing(change.drawn)
    readonly property real veil: change.veil
    // The features and the spike are drawn at the size of one form or the other, none between.
    readonly property var drawnForm: Forms.form(change.drawn)
    readonly property real toastRise: Math.max(0, Math.min(1, 0.52 + 0.009 * (look.armLeft + look.armRight) / 2 + 0.35 * gesture
        - 0.3 * pose.think - 0.35 * pose.sleep - 0.3 * pose.charge + 0.6 * life.startle))
    readonly property real tremble: animated && emotion === "fear" ? 1.6 * intensity * Math.sin(41 * life.phase) : 0

    function drawing(name: string): url {
        return Qt.resolvedUrl(root.partsFolder + "/" + name + ".svg");
    }

    // Looked for again and again: some are made only after the body has begun to move.
    property list<Item> shapes
    property int finished: 0
    // Whether a frame was shown: before it there is nothing that could draw a shape.
    property bool seen: false

    Connections {
        target: root.Window.window
        enabled: !root.seen
        function onFrameSwapped() {
            root.seen = true;
        }
    }

    // Shapes that were changed are worked out now: within a frame they would ask for one more.
    function finish() {
        if (!root.seen || !root.Window.window)
            return;
        if (root.finished++ % 16 === 0) {
            root.shapes = [];
            gather(root);
        }
        for (const shape of root.shapes)
            shape?.ensurePolished();
    }

    function gather(item: Item) {
        for (const child of item.children) {
            if (child instanceof Shape)
                root.shapes.push(child);
            else
                gather(child);
        }
    }

    Glow {
        x: body.x
        y: body.y
        opacity: root.pose.presence
        unit: root.unit
        partsFolder: root.partsFolder
        emotion: root.emotion
        intensity: root.intensity
        animated: root.animated
    }
    VoiceRing {
        unit: root.unit
        look: root.look
        level: root.life.loudness
        phase: visible ? root.life.phase : 0
        presence: root.pose.hear
    }
    Charge {
        unit: root.unit
        look: root.look
        phase: visible ? root.life.phase : 0
        presence: Math.max(root.pose.charge, root.change.veil)
    }

    Item {
        id: body
        width: root.width
        height: root.height
        x: Math.round((root.tremble + 2.2 * root.pose.sway * Math.sin(0.85 * root.slowPhase)) * root.unit)
        y: Math.round((root.pose.sink + 4.5 * root.pose.sway * root.breath - 14 * root.life.startle - root.whim.rise) * root.unit)
        rotation: root.shape.tilt * (root.pose.lean + root.look.nod + root.whim.lean)
        scale: (root.pose.zoom + root.whim.zoom) * (1 - 0.3 * root.veil) * (1 + 0.02 * root.life.startle)
        transformOrigin: Item.Center

        Plasma {
            unit: root.unit
            look: root.look
            strength: root.pose.plasma + 0.25 * root.gesture + 0.3 * root.life.startle
            shape: root.shape
            form: root.change.moving ? "" : root.change.to
            presence: root.pose.presence
            frame: root.life.flame
        }
        Repeater {
            model: [-1, 1]
            Arm {
                required property int modelData
                readonly property bool onLeft: modelData < 0
                readonly property real lift: (onLeft ? root.look.armLeft + root.pose.armLeft : root.look.armRight + root.pose.armRight)
                    + 4 * Math.sin(1.7 * root.slowPhase - (onLeft ? 0 : 0.5)) + 16 * root.gesture + 30 * root.life.startle
                    + (onLeft ? root.whim.armLeft : root.whim.armRight)
                // A raised arm is held away from the plasma, so that it is still seen.
                x: (200 + modelData * (root.shape.shoulderX + 0.7 * Math.max(0, raise))) * root.unit
                y: root.shape.shoulderY * root.unit
                unit: root.shape.arm * root.unit
                look: root.look
                mirrored: onLeft
                opacity: 1 - root.veil
                raise: Math.max(-58, Math.min(38, 6 + lift))
            }
        }
        Repeater {
            model: root.shape.toast > 0 ? [-1, 1] : []
            Part {
                required property int modelData
                unit: root.unit
                source: root.drawing("toast")
                boxX: 200 + 48 * modelData - 34
                boxY: 122 - 60 * root.toastRise - (modelData < 0 ? 0 : 5)
                boxWidth: 68; boxHeight: 80
                opacity: root.change.drawn === "toaster" ? 1 - root.veil : 0
            }
        }
        Part {
            id: spike
            readonly property real size: root.drawnForm.spike
            z: root.change.drawn === "ghost" ? 1 : 0
            unit: root.unit * size
            source: root.drawing("spike")
            boxX: 160 + (202 + root.drawnForm.spikeX) / size - 202
            boxY: 18 + (106 + root.drawnForm.spikeY) / size - 106
            boxWidth: 88; boxHeight: 122
            opacity: 1 - root.veil
            transform: Rotation {
                origin.x: 42 * spike.unit
                origin.y: 88 * spike.unit
                angle: 0.5 * (root.look.spike + root.pose.spike + root.whim.spike - 16 * root.life.startle) + 2.5 * Math.sin(1.7 * root.slowPhase - 0.7) - 3 * root.gazeX
            }
        }
        Part {
            unit: root.unit
            source: root.drawing(root.drawn.name)
            boxX: root.drawn.x; boxY: root.drawn.y; boxWidth: root.drawn.width; boxHeight: root.drawn.height
            opacity: 1 - root.veil
        }
        Features {
            readonly property real size: root.drawnForm.face
            x: (200 * (1 - size) + root.drawnForm.faceX + 6 * root.gazeX) * root.unit
            y: (202 * (1 - size) + root.drawnForm.faceY + 4.5 * root.gazeY) * root.unit
            z: 2
            visible: opacity > 0.01
            opacity: 1 - root.veil
            unit: root.unit * size
            partsFolder: root.partsFolder
            look: root.look
            gazeX: root.gazeX
            gazeY: root.gazeY
            lid: root.lid
            talk: root.pose.talk
            chatter: root.chatter
            sleep: root.pose.sleep
            think: root.pose.think
            charge: root.pose.charge
            tall: root.life.tall
            wide: root.life.wide
            roundness: root.life.roundness
            breath: root.breath
            startle: root.life.startle
            whim: root.whim
        }
        // While it is plasma alone, two lights in it are its eyes.
        Repeater {
            model: [-1, 1]
            Rectangle {
                required property int modelData
                visible: root.veil > 0.01
                opacity: root.veil
                x: (200 + 34 * modelData - 13) * root.unit
                y: (204 - 25) * root.unit
                width: 26 * root.unit
                height: 50 * root.unit
                radius: width / 2
                antialiasing: true
                color: Expressions.colour(root.look.deep, 1)
            }
        }
        Crackle {
            unit: root.unit
            look: root.look
            phase: visible ? root.slowPhase : 0
            presence: Math.max(root.pose.think, root.veil)
            tipX: root.shape.spikeX - 34 * (1 - root.shape.spike)
            tipY: root.shape.spikeY + 66 * (1 - root.shape.spike)
            z: 3
        }
    }
    Spark {
        unit: root.unit
        look: root.look
        presence: root.whim.spark
        x: root.whim.sparkX * root.unit
        y: root.whim.sparkY * root.unit
    }
    Marks {
        unit: root.unit
        partsFolder: root.partsFolder
        emotion: root.emotion
        intensity: root.intensity
        sleeping: root.pose.sleep > 0.5
        animated: root.animated
        phase: root.slowPhase
        hum: root.whim.hum
    }
}
