pragma ComponentBehavior: Bound
import QtQuick

// The features of the face: cheeks, eyes, brows and mouth.
Item {
    id: root

    required property real unit
    required property url partsFolder
    required property var look
    required property real gazeX
    required property real gazeY
    required property real lid
    required property real talk
    required property real chatter
    required property real sleep
    required property real think
    required property real charge
    required property real tall
    required property real wide
    required property real roundness
    required property real breath
    required property real startle
    required property var whim

    // 0 while an eye is open, 1 when the lids meet.
    readonly property real shut: Math.max(0, Math.min(1, (lid - 0.6) / 0.4))

    function drawing(name: string): url {
        return Qt.resolvedUrl(root.partsFolder + "/" + name + ".svg");
    }

    Repeater {
        model: [-1, 1]
        Item {
            id: half
            required property int modelData
            readonly property bool onLeft: modelData < 0

            Part {
                unit: root.unit
                source: root.drawing("cheek")
                boxX: 200 + half.modelData * 74 - 24; boxY: 248 - 16 - 3 * root.look.cheer; boxWidth: 48; boxHeight: 32
                opacity: Math.max(0, Math.min(1, root.look.blush))
            }
            Eye {
                x: (200 + half.modelData * 42) * root.unit
                y: 202 * root.unit
                scale: root.look.eye * (1 + 0.1 * root.startle)
                unit: root.unit
                partsFolder: root.partsFolder
                mirrored: !half.onLeft
                gazeX: root.gazeX
                gazeY: root.gazeY
                pupil: root.look.pupil * (1 - 0.18 * root.startle)
                lid: root.lid * (1 - 0.24 * root.shut)
                cheer: Math.max(root.look.cheer * (1 - root.lid), 0.24 * root.shut)
                tilt: root.look.tilt * (1 - root.sleep)
            }
            Part {
                unit: root.unit
                source: root.drawing("brow")
                boxX: 200 + half.modelData * 43 - 26
                boxY: 149 - 10 - (root.look.brow + 12 * root.startle) * 0.8 - half.modelData * root.look.cock * 0.45 + 8 * Math.max(0, root.lid - root.look.lid)
                boxWidth: 52; boxHeight: 20
                mirror: !half.onLeft
                rotation: (half.onLeft ? 1 : -1) * (root.look.browTilt - half.modelData * root.look.cock) * (1 - 0.7 * root.sleep)
            }
        }
    }
    Mouth {
        x: (200 + 5 * root.think) * root.unit
        y: 254 * root.unit
        unit: root.unit
        smile: Math.min(1, root.look.smile + root.whim.smile) * (1 - 0.55 * root.think) * (1 - 0.6 * root.sleep) * (1 - 0.6 * root.charge)
        widening: root.look.width * (1 - 0.4 * root.think) * (1 - 0.45 * root.sleep) * (1 - 0.3 * root.charge) * (1 - 0.4 * root.startle * (1 - root.talk)) * (1 + root.chatter * (root.wide - 1))
        open: Math.max(root.look.open, root.whim.open) * (1 - 0.75 * root.talk) * (1 - 0.8 * root.think) * (1 - root.sleep)
            + root.chatter * root.tall + 0.55 * root.startle * (1 - root.talk) + root.sleep * (0.1 + 0.05 * root.breath)
        roundness: Math.max(root.look.round * (1 - root.talk), root.whim.round, root.startle * (1 - root.talk), root.chatter * root.roundness, root.sleep)
        skew: root.look.skew + 0.4 * root.think
        fang: root.look.fang * (1 - root.sleep)
        waver: root.look.waver * (1 - root.talk) * (1 - root.sleep)
    }
}
