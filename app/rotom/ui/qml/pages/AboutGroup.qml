import QtQuick
import "../controls"
import "../style"

// What this is, what it runs on, and where its log is.
Column {
    id: group

    required property url assets
    required property var machine
    required property string engines
    required property var times

    spacing: 14

    Card {
        width: parent.width
        height: words.implicitHeight + 2 * Theme.pad

        Column {
            id: words

            x: Theme.pad
            y: Theme.pad
            width: parent.width - 2 * Theme.pad
            spacing: 12

            Words {
                width: parent.width
                text: "Rotom " + group.machine.version
                font.pixelSize: Theme.heading
                font.weight: Font.DemiBold
            }

            Words {
                width: parent.width
                text: "A little electric ghost to talk with, on the device, beside a game. A work of fans, not of the owners of the name. Free software under the GPL, version 3 or later."
            }
        }
    }

    Card {
        width: parent.width
        height: parts.implicitHeight + 2 * Theme.pad

        Column {
            id: parts

            x: Theme.pad
            y: Theme.pad
            width: parent.width - 2 * Theme.pad
            spacing: 8

            Words {
                width: parent.width
                text: "What it runs on"
                font.weight: Font.DemiBold
            }

            Words {
                width: parent.width
                text: group.machine.usage
                color: Theme.dim

                Timer {
                    interval: 2000
                    repeat: true
                    running: group.visible
                    onTriggered: group.machine.look()
                }
            }

            Words {
                width: parent.width
                text: group.engines === "" ? "Nothing is loaded yet." : group.engines
                color: Theme.dim
            }
        }
    }

    Card {
        width: parent.width
        height: quickness.implicitHeight + 2 * Theme.pad

        Column {
            id: quickness

            x: Theme.pad
            y: Theme.pad
            width: parent.width - 2 * Theme.pad
            spacing: 8

            Words {
                width: parent.width
                text: qsTr("How quick it answers")
                font.weight: Font.DemiBold
            }

            Words {
                width: parent.width
                visible: group.times.turns === 0
                text: qsTr("Nothing was said yet.")
                color: Theme.dim
            }

            TimesTable {
                width: parent.width
                visible: group.times.turns > 0
                times: group.times
            }
        }
    }

    Card {
        width: parent.width
        height: log.implicitHeight + 2 * Theme.pad

        Column {
            id: log

            x: Theme.pad
            y: Theme.pad
            width: parent.width - 2 * Theme.pad
            spacing: 12

            Words {
                width: parent.width
                text: "Log file"
                font.weight: Font.DemiBold
            }

            Words {
                width: parent.width
                text: group.machine.logFile
                color: Theme.dim
                font.pixelSize: Theme.small
            }

            Push {
                iconSource: group.assets + "/icons/log.svg"
                text: "Open the log file"
                onClicked: group.machine.openLog()
            }
        }
    }
}
