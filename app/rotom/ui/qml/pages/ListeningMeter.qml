pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../style"

// What the microphone hears now: how loud, how loud the room is, and how surely it is speech.
Card {
    id: meter

    required property var companion
    required property real sureness

    height: rows.implicitHeight + 2 * Theme.pad

    component Bar: Column {
        id: bar

        required property string title
        required property real value
        required property real mark
        required property string markWords

        width: parent.width
        spacing: 6
        Accessible.role: Accessible.ProgressBar
        Accessible.name: title

        Item {
            width: parent.width
            height: named.height

            Words {
                id: named

                width: parent.width - marked.width - Theme.gap
                text: bar.title
            }

            Words {
                id: marked

                anchors.right: parent.right
                width: Math.min(implicitWidth, parent.width / 2)
                text: bar.markWords
                color: Theme.dim
                font.pixelSize: Theme.small
                horizontalAlignment: Text.AlignRight
            }
        }

        Rectangle {
            width: parent.width
            height: 14
            radius: height / 2
            color: Theme.raised

            Rectangle {
                width: Math.max(parent.height, parent.width * Math.min(1, bar.value))
                height: parent.height
                radius: parent.radius
                visible: bar.value > 0.01
                color: bar.value >= bar.mark ? Theme.accent : Theme.line
            }

            Rectangle {
                x: Math.min(1, bar.mark) * (parent.width - width)
                y: -4
                width: 4
                height: parent.height + 8
                radius: 2
                color: Theme.orange
            }
        }
    }

    Column {
        id: rows

        x: Theme.pad
        y: Theme.pad
        width: parent.width - 2 * Theme.pad
        spacing: 16

        Words {
            width: parent.width
            font.weight: Font.DemiBold
            text: meter.companion.microphoneOpen ? qsTr("The microphone is open") : qsTr("The microphone is closed: speak with the talk button held, or choose hands-free")
        }

        Bar {
            title: qsTr("How loud")
            value: meter.companion.level
            mark: meter.companion.standsOut
            markWords: qsTr("mark: louder than the room")
        }

        Bar {
            title: qsTr("How surely speech")
            value: meter.companion.speech
            mark: meter.sureness
            markWords: qsTr("mark: counts as speech")
        }

        Words {
            width: parent.width
            visible: text !== ""
            text: qsTranslate("Rotom", meter.companion.guardWords)
            color: Theme.dim
            font.pixelSize: Theme.small
        }
    }
}
