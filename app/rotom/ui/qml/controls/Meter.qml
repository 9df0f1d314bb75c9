pragma ComponentBehavior: Bound
import QtQuick
import "../style"

// How loud the microphone hears: ten bars.
Row {
    id: meter

    property real level: 0

    spacing: 3
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("Microphone level")

    Repeater {
        model: 10

        Rectangle {
            required property int index

            anchors.verticalCenter: parent.verticalCenter
            width: 5
            height: 8 + index * 1.6
            radius: 2
            color: meter.level * 10 > index ? (index > 7 ? Theme.orange : Theme.accent) : Theme.line
        }
    }
}
