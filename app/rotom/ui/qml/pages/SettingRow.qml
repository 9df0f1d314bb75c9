pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../style"

// One setting: its title and help, the control that fits its kind, and the way back to its default.
Card {
    id: row

    required property var modelData
    required property url assets
    required property var settings

    readonly property string name: modelData.name
    readonly property string title: qsTranslate("Rotom", modelData.title)
    readonly property string help: qsTranslate("Rotom", modelData.help)
    readonly property var value: settings.values[name]
    readonly property bool differs: value !== settings.defaults[name]
    readonly property bool wide: width >= 640 && modelData.kind !== "choice" && modelData.kind !== "offer"
    readonly property real controlWidth: modelData.kind === "switch" ? 64 : wide ? Math.min(modelData.kind === "number" ? 420 : 360, width * 0.48) : width - 2 * Theme.pad

    height: wide ? Math.max(words.implicitHeight, control.height) + 32 : words.implicitHeight + control.height + 44
    implicitHeight: height
    Accessible.role: Accessible.Grouping
    Accessible.name: title

    Column {
        id: words

        x: Theme.pad
        y: row.wide ? (row.height - height) / 2 : 16
        width: row.width - 2 * Theme.pad - (row.wide || row.modelData.kind === "switch" ? row.controlWidth + 84 : 64)
        spacing: 4

        Words {
            width: parent.width
            text: row.title
            font.weight: Font.DemiBold
        }

        Words {
            width: parent.width
            text: row.help
            color: Theme.dim
            font.pixelSize: Theme.small
        }
    }

    Push {
        x: row.wide ? row.width - Theme.pad - row.controlWidth - width - 10 : row.width - width - 14
        y: row.wide ? (row.height - height) / 2 : 12
        width: Theme.target
        visible: row.differs
        iconSource: row.assets + "/icons/reset.svg"
        Accessible.name: qsTr("Reset %1").arg(row.title)
        onClicked: row.settings.reset(row.name)
    }

    Loader {
        id: control

        x: row.width - width - Theme.pad
        y: row.wide ? (row.height - height) / 2 : words.y + words.height + 12
        width: row.controlWidth
        sourceComponent: switch (row.modelData.kind) {
        case "switch":
            return toggle;
        case "number":
            return knob;
        case "choice":
            return choices;
        case "offer":
            return offers;
        default:
            return field;
        }
    }

    Component {
        id: toggle

        Toggle {
            checked: row.value
            Accessible.name: row.title
            Accessible.description: row.help
            onToggled: row.settings.change(row.name, checked)
        }
    }

    Component {
        id: knob

        Item {
            height: Theme.target

            Knob {
                id: slider

                width: parent.width - number.width
                from: row.modelData.low
                to: row.modelData.high
                stepSize: row.modelData.step
                value: row.value
                Accessible.name: row.title + ": " + number.text
                Accessible.description: row.help
                onMoved: row.settings.change(row.name, Number(value.toFixed(decimals)))
            }

            Words {
                id: number

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                width: 132
                horizontalAlignment: Text.AlignRight
                wrapMode: Text.NoWrap
                readonly property string value: Number(row.value).toFixed(slider.decimals)
                text: row.modelData.unit === "" ? value : qsTranslate("Rotom", row.modelData.unit).arg(value)
                Accessible.ignored: true
            }
        }
    }

    Component {
        id: choices

        Flow {
            id: flow

            // As many in a row as their words and the room allow, and no row with one alone of four.
            readonly property var titles: row.modelData.choices.map(each => qsTranslate("Rotom", each.title))
            readonly property bool wordy: titles.some(title => letters.advanceWidth(title) > 190)
            readonly property int most: Math.max(1, Math.floor((width + spacing) / 250))
            readonly property int columns: Math.min(most, wordy || titles.length === 4 ? 2 : 3)

            spacing: 10

            FontMetrics {
                id: letters

                font.pixelSize: Theme.body
            }

            Repeater {
                model: row.modelData.choices

                Choice {
                    required property var modelData

                    width: Math.floor((flow.width - (flow.columns - 1) * flow.spacing) / flow.columns)
                    text: qsTranslate("Rotom", modelData.title)
                    checked: row.value === modelData.id
                    onToggled: row.settings.change(row.name, modelData.id)
                }
            }
        }
    }

    Component {
        id: offers

        Column {
            id: list

            property string last: ""

            spacing: 10

            Connections {
                target: row.settings

                // Other items take the place of these: the one that had the focus has it again.
                function onOffersChanged() {
                    const had = list.focused();
                    const reason = had?.visualFocus ? Qt.TabFocusReason : Qt.OtherFocusReason;
                    const id = list.last;
                    offered.model = row.settings.offers[row.name] ?? [];
                    list.forceLayout();
                    if (had !== null)
                        list.choice(Math.max(0, offered.model.findIndex(other => other.id === id))).forceActiveFocus(reason);
                }
            }

            function choice(place: int): Choice {
                return offered.itemAt(place) as Choice;
            }

            function focused(): Choice {
                for (let place = 0; place < offered.count; place++) {
                    if (choice(place).activeFocus)
                        return choice(place);
                }
                return null;
            }

            Repeater {
                id: offered

                Component.onCompleted: model = row.settings.offers[row.name] ?? []

                Choice {
                    required property var modelData

                    width: list.width
                    text: qsTranslate("Rotom", modelData.title)
                    help: qsTranslate("Rotom", modelData.help)
                    checked: row.value === modelData.id
                    Accessible.name: row.title + ": " + text
                    onActiveFocusChanged: if (activeFocus)
                        list.last = modelData.id
                    onToggled: row.settings.change(row.name, modelData.id)
                }
            }
        }
    }

    Component {
        id: field

        Field {
            text: row.value
            maximumLength: row.modelData.longest
            Accessible.name: row.title
            Accessible.description: row.help
            onEditingFinished: row.settings.change(row.name, text)
        }
    }
}
