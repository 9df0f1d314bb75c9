pragma ComponentBehavior: Bound
import QtQuick

// All parts of the figure in their order, each moved by the look, the pose and the life of the moment.
Item {
    id: root

    required property real unit
    required property url partsFolder
    required property var look
    required property Pose pose
    required property Life life
    required property string emotion
    required property real intensity
    required property bool animated

    readonly property real slowPhase: life.slowPhase
    readonly property real breath: Math.sin((1.7 - 0.4 * pose.sleep) * slowPhase)
    readonly property real gazeX: Math.max(-1, Math.min(1, life.gazeX + pose.gazeX))
    readonly property real gazeY: Math.max(-1, Math.min(1, life.gazeY + pose.gazeY))
    readonly property real lid: Math.min(1, Math.max(look.lid, pose.lid, life.blink) - (pose.lid < 0.5 ? pose.widen * (1 - life.blink) : 0))
    readonly property real chatter: pose.talk * life.opening
    readonly property real gesture: pose.talk * life.slowVoice
    readonly property real tremble: animated && emotion === "fear" ? 1.6 * intensity * Math.sin(41 * life.phase) : 0

    function drawing(name: string): url {
        return Qt.resolvedUrl(root.partsFolder + "/" + name + ".svg");
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
        presence: root.pose.charge
    }

    Item {
        id: body
        width: root.width
        height: root.height
        x: Math.round((root.tremble + 2.2 * root.pose.sway * Math.sin(0.85 * root.slowPhase)) * root.unit)
        y: Math.round((root.pose.sink + 4.5 * root.pose.sway * root.breath) * root.unit)
        rotation: root.pose.lean + root.look.nod
        scale: root.pose.zoom
        transformOrigin: Item.Center

        Plasma {
            unit: root.unit
            look: root.look
            strength: root.pose.plasma + 0.25 * root.gesture
            presence: root.pose.presence
            frame: root.life.flame
        }
        Arm {
            x: 108 * root.unit
            y: 226 * root.unit
            unit: root.unit
            look: root.look
            mirrored: true
            raise: Math.max(-58, Math.min(46, 6 + root.look.armLeft + root.pose.armLeft + 4 * Math.sin(1.7 * root.slowPhase) + 16 * root.gesture))
        }
        Arm {
            x: 292 * root.unit
            y: 226 * root.unit
            unit: root.unit
            look: root.look
            mirrored: false
            raise: Math.max(-58, Math.min(46, 6 + root.look.armRight + root.pose.armRight + 4 * Math.sin(1.7 * root.slowPhase - 0.5) + 16 * root.gesture))
        }
        Part {
            unit: root.unit
            source: root.drawing("body")
            boxX: 90; boxY: 76; boxWidth: 220; boxHeight: 284
        }
        Part {
            unit: root.unit
            source: root.drawing("spike")
            boxX: 160; boxY: 18; boxWidth: 88; boxHeight: 122
            transform: Rotation {
                origin.x: 42 * root.unit
                origin.y: 88 * root.unit
                angle: 0.5 * (root.look.spike + root.pose.spike) + 2.5 * Math.sin(1.7 * root.slowPhase - 0.7) - 3 * root.gazeX
            }
        }
        Features {
            x: 6 * root.gazeX * root.unit
            y: 4.5 * root.gazeY * root.unit
            unit: root.unit
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
        }
        Crackle {
            unit: root.unit
            look: root.look
            phase: visible ? root.slowPhase : 0
            presence: root.pose.think
        }
    }
    Marks {
        unit: root.unit
        partsFolder: root.partsFolder
        emotion: root.emotion
        intensity: root.intensity
        sleeping: root.pose.sleep > 0.5
        animated: root.animated
        phase: root.slowPhase
    }
}
