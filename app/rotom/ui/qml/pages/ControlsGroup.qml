pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../style"

// What the buttons of the pad do, and giving them to something else.
Column {
    id: group

    required property url assets
    required property var settings
    required property var pad

    spacing: 12
    Component.onDestruction: pad.leave()

    Card {
        width: parent.width
        height: list.height + 24

        Column {
            id: list

            y: 12
            width: parent.width

            Repeater {
                model: group.pad.rows

                Item {
                    id: row

                    required property var modelData
                    readonly property string action: modelData.action
                    readonly property bool asking: group.pad.asking === action
                    readonly property string holder: group.pad.holders[action] ?? ""
                    readonly property string holderTitle: group.pad.rows.find(other => other.action === holder)?.title ?? ""

                    width: list.width
                    height: Math.max(72, words.height + 20)
                    Accessible.role: Accessible.Grouping
                    Accessible.name: qsTranslate("Rotom", modelData.title)

                    Column {
                        id: words

                        x: Theme.pad
                        anchors.verticalCenter: parent.verticalCenter
                        width: parent.width - 2 * Theme.pad - 330
                        spacing: 2

                        Words {
                            width: parent.width
                            text: qsTranslate("Rotom", row.modelData.title)
                            font.weight: Font.DemiBold
                        }

                        Words {
                            width: parent.width
                            text: row.holder === "" ? qsTranslate("Rotom", row.modelData.help)
                                                    : qsTr("⚠ This button does something else: %1.").arg(qsTranslate("Rotom", row.holderTitle))
                            color: row.holder === "" ? Theme.dim : Theme.orange
                            font.pixelSize: Theme.small
                        }
                    }

                    Row {
                        anchors.right: parent.right
                        anchors.rightMargin: Theme.pad
                        anchors.verticalCenter: parent.verticalCenter
                        spacing: 12

                        Glyph {
                            anchors.verticalCenter: parent.verticalCenter
                            assets: group.assets
                            button: row.holder === "" && !row.asking ? group.pad.buttons[row.action] : undefined
                        }

                        Push {
                            width: 190
                            primary: row.asking
                            text: row.asking ? qsTr("Press a button") : qsTr("Change")
                            Accessible.name: row.asking ? text : qsTr("Change: %1").arg(qsTranslate("Rotom", row.modelData.title))
                            onClicked: row.asking ? group.pad.leave() : group.pad.ask(row.action)
                        }

                        Push {
                            width: Theme.target
                            iconSource: group.assets + "/icons/close.svg"
                            enabled: group.settings.values["pad_" + row.action] !== "none"
                            Accessible.name: qsTr("No button: %1").arg(qsTranslate("Rotom", row.modelData.title))
                            onClicked: group.pad.none(row.action)
                        }
                    }
                }
            }
        }
    }

    Push {
        anchors.right: parent.right
        text: qsTr("All buttons as they were")
        iconSource: group.assets + "/icons/reset.svg"
        onClicked: group.pad.reset()
    }

    SettingRows {
        width: parent.width
        assets: group.assets
        settings: group.settings
        group: "Controls"
    }
}
