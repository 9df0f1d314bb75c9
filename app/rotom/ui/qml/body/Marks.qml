pragma ComponentBehavior: Bound
import QtQuick

// The marks of the feelings around the figure: hearts, stars, a tear, Zs; strong feelings only.
Item {
    id: root

    required property real unit
    required property url partsFolder
    required property string emotion
    required property real intensity
    required property bool sleeping
    required property bool animated
    required property real phase
    // How much of a tune there is, 0..1.
    required property real hum

    readonly property bool strong: intensity > 0.35 && !sleeping

    function drawing(name: string): url {
        return Qt.resolvedUrl(root.partsFolder + "/" + name + ".svg");
    }

    Repeater {
        model: [
            { emotion: "joy", drawing: "star", x: 326, y: 64, size: 46, turn: 0 },
            { emotion: "joy", drawing: "star", x: 72, y: 92, size: 32, turn: 1.7 },
            { emotion: "affection", drawing: "heart", x: 322, y: 66, size: 50, turn: 0 },
            { emotion: "affection", drawing: "heart", x: 84, y: 86, size: 34, turn: 2 },
            { emotion: "mischief", drawing: "note", x: 338, y: 60, size: 50, turn: 0.5 },
            { emotion: "surprise", drawing: "bang", x: 346, y: 56, size: 62, turn: 0 },
            { emotion: "sadness", drawing: "drop", x: 114, y: 262, size: 30, turn: 0 },
            { emotion: "anger", drawing: "cross", x: 334, y: 66, size: 48, turn: 0 },
            { emotion: "fear", drawing: "drop", x: 282, y: 122, size: 40, turn: 1 }
        ]
        Mark {
            required property var modelData
            readonly property real wave: visible ? Math.sin(2.2 * root.phase + modelData.turn) : 0
            shown: root.strong && root.emotion === modelData.emotion
            animated: root.animated
            unit: root.unit
            source: root.drawing(modelData.drawing)
            boxWidth: modelData.size
            boxHeight: modelData.size
            boxX: modelData.x - modelData.size / 2
            boxY: modelData.y - modelData.size / 2 + 4 * wave
            fillMode: Image.PreserveAspectFit
            rotation: 7 * wave
        }
    }
    Repeater {
        model: root.hum > 0 ? 2 : 0
        Part {
            required property int index
            readonly property real rise: (0.3 * root.phase + index / 2) % 1
            unit: root.unit
            source: root.drawing("note")
            boxWidth: 44; boxHeight: 44
            boxX: 316 + 10 * Math.sin(7 * rise) - 22
            boxY: 112 - 78 * rise - 22
            fillMode: Image.PreserveAspectFit
            opacity: root.hum * Math.min(1, 4 * rise, 4 * (1 - rise))
        }
    }
    Repeater {
        model: 3
        Mark {
            required property int index
            readonly property real rise: visible ? (0.28 * root.phase + index / 3) % 1 : 0
            readonly property real size: 20 + 22 * rise
            shown: root.sleeping || (root.strong && root.emotion === "sleepy")
            animated: root.animated
            unit: root.unit
            source: root.drawing("zed")
            boxWidth: 40
            boxHeight: 40
            boxX: 272 + 62 * rise + 6 * Math.sin(6 * rise) - 20
            boxY: 106 - 74 * rise - 20
            scale: size / 40 * Math.min(1, 6 * (1 - rise), 6 * rise)
        }
    }
}
