pragma ComponentBehavior: Bound
import QtQuick

// The soft light about the figure in the colour of each feeling, faded from one to the next.
Item {
    id: root

    required property real unit
    required property url partsFolder
    required property string emotion
    required property real intensity
    required property bool animated

    readonly property list<string> names: ["neutral", "joy", "affection", "mischief", "surprise", "sadness", "anger", "fear", "sleepy"]
    readonly property string shown: names.includes(emotion) ? emotion : "neutral"

    Repeater {
        model: root.names
        Part {
            id: light
            required property string modelData
            readonly property real felt: Math.round(8 * Math.max(0, Math.min(1, root.intensity))) / 8
            unit: root.unit
            source: visible ? Qt.resolvedUrl(root.partsFolder + "/glow-" + modelData + ".svg") : ""
            boxX: 0; boxY: 6; boxWidth: 400; boxHeight: 400
            opacity: modelData === root.shown ? (modelData === "neutral" ? 1 : felt) : (modelData === "neutral" ? 1 - felt : 0)
            visible: opacity > 0.01
            Behavior on opacity {
                enabled: root.animated
                NumberAnimation { duration: 460 }
            }
        }
    }
}
