pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../style"

// What was found of the settings: those that can be changed here, and the ways to the rest.
Column {
    id: found

    required property url assets
    required property var settings
    required property string words

    readonly property var hits: settings.find(words)

    signal wanted(string group)

    spacing: 12

    Words {
        width: parent.width
        visible: found.hits.length === 0
        color: Theme.dim
        text: qsTr("No setting has to do with “%1”.").arg(found.words.trim())
    }

    Repeater {
        model: found.hits

        Column {
            id: hit

            required property var modelData

            width: found.width
            spacing: 4

            Words {
                width: parent.width
                text: qsTranslate("Rotom", hit.modelData.groupTitle)
                color: Theme.dim
                font.pixelSize: Theme.small
            }

            Loader {
                width: parent.width
                sourceComponent: hit.modelData.row ? row : part
            }

            Component {
                id: row

                SettingRow {
                    modelData: hit.modelData.row
                    assets: found.assets
                    settings: found.settings
                }
            }

            Component {
                id: part

                Card {
                    height: Math.max(words.implicitHeight, open.height) + 32

                    Column {
                        id: words

                        x: Theme.pad
                        anchors.verticalCenter: parent.verticalCenter
                        width: open.x - x - 12
                        spacing: 4

                        Words {
                            width: parent.width
                            text: qsTranslate("Rotom", hit.modelData.title)
                            font.weight: Font.DemiBold
                        }

                        Words {
                            width: parent.width
                            text: qsTranslate("Rotom", hit.modelData.help)
                            color: Theme.dim
                            font.pixelSize: Theme.small
                        }
                    }

                    Push {
                        id: open

                        anchors.right: parent.right
                        anchors.rightMargin: Theme.pad
                        anchors.verticalCenter: parent.verticalCenter
                        text: qsTr("Open")
                        Accessible.name: qsTr("Open %1").arg(qsTranslate("Rotom", hit.modelData.title))
                        onClicked: found.wanted(hit.modelData.group)
                    }
                }
            }
        }
    }
}
