pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../style"

// How the brain that is in use chooses its words; folded up until somebody wants to know.
Card {
    id: card

    required property var tuning

    property bool unfolded: false

    height: column.implicitHeight + 2 * Theme.pad

    Column {
        id: column

        x: Theme.pad
        y: Theme.pad
        width: parent.width - 2 * Theme.pad
        spacing: 12

        Words {
            width: parent.width
            text: qsTr("How the brain in use chooses its words")
            font.weight: Font.DemiBold
        }

        Flow {
            width: parent.width
            spacing: 12

            Push {
                text: card.unfolded ? qsTr("Hide") : qsTr("Change")
                Accessible.name: card.unfolded ? qsTr("Hide how words are chosen") : qsTr("Change how words are chosen")
                onClicked: card.unfolded = !card.unfolded
            }

            Push {
                visible: card.unfolded
                text: qsTr("Its own way")
                Accessible.name: qsTr("Leave the brain its own way")
                onClicked: card.tuning.reset()
            }
        }

        Item {
            width: parent.width
            height: Math.max(about.implicitHeight, think.height)
            visible: card.unfolded && card.tuning.canThink

            Words {
                id: about

                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - think.width - 12
                text: qsTr("Think before answering: better with riddles and sums, and much later. What it thinks is not shown.")
            }

            Toggle {
                id: think

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                checked: card.tuning.thinks
                Accessible.name: qsTr("Think before answering")
                onToggled: card.tuning.letThink(checked)
            }
        }

        Repeater {
            model: card.unfolded ? card.tuning.knobs : []

            Item {
                id: knob

                required property var modelData

                readonly property string title: qsTranslate("Rotom", modelData.title)
                readonly property real value: card.tuning.values[modelData.name] ?? 0

                width: column.width
                height: Math.max(said.implicitHeight, slider.height)

                Column {
                    id: said

                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width * 0.5

                    Words {
                        width: parent.width
                        text: knob.title + ": " + Number(knob.value).toFixed(slider.decimals)
                        color: knob.value === card.tuning.usual[knob.modelData.name] ? Theme.text : Theme.accent
                    }

                    Words {
                        width: parent.width
                        text: qsTranslate("Rotom", knob.modelData.help)
                        color: Theme.dim
                        font.pixelSize: Theme.small
                    }
                }

                Knob {
                    id: slider

                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width * 0.45
                    from: knob.modelData.low
                    to: knob.modelData.high
                    stepSize: knob.modelData.step
                    decimals: stepSize >= 1 ? 0 : 2
                    value: knob.value
                    Accessible.name: knob.title
                    Accessible.description: qsTranslate("Rotom", knob.modelData.help)
                    onMoved: card.tuning.turn(knob.modelData.name, value)
                }
            }
        }
    }
}
