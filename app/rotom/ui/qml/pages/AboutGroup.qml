pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../style"

// What this is, what it runs on, and where its log is.
Column {
    id: group

    required property url assets
    required property var machine
    required property var report
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
                text: qsTr("A little electric ghost to talk with, on the device, beside a game. A work of fans, not of the owners of the name. Free software under the GPL, version 3 or later.")
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
                text: qsTr("What it runs on")
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
                text: group.engines === "" ? qsTr("Nothing is loaded yet.") : group.engines
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
                text: qsTr("Log file")
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
                text: qsTr("Open the log file")
                onClicked: group.machine.openLog()
            }
        }
    }

    Card {
        width: parent.width
        height: problem.implicitHeight + 2 * Theme.pad

        Column {
            id: problem

            x: Theme.pad
            y: Theme.pad
            width: parent.width - 2 * Theme.pad
            spacing: 12

            Words {
                width: parent.width
                text: qsTr("Problem report")
                font.weight: Font.DemiBold
            }

            Words {
                width: parent.width
                color: Theme.dim
                text: qsTr("A text file with versions, what rotom doctor finds on this machine, and the log. What was said is not in it, unless you add it.")
            }

            Row {
                width: parent.width
                spacing: 14

                Toggle {
                    id: talk

                    Accessible.name: qsTr("Add the present conversation")
                }

                Words {
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - talk.width - 14
                    text: qsTr("Add the present conversation")
                    Accessible.ignored: true
                }
            }

            Push {
                iconSource: group.assets + "/icons/save.svg"
                text: qsTr("Save a problem report")
                enabled: !group.report.writing
                onClicked: group.report.write(talk.checked)
            }

            Words {
                width: parent.width
                visible: text !== ""
                text: group.report.said
                wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                Accessible.role: Accessible.AlertMessage
            }
        }
    }

    LicencesCard {
        width: parent.width
        machine: group.machine
    }
}
