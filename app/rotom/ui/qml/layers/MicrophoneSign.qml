import QtQuick
import "../controls"
import "../style"

// Whether the microphone is open, and what for: always there, on every page and layer.
Rectangle {
    id: sign

    required property url assets
    required property bool open
    required property bool muted
    required property string waitsFor
    required property real level

    width: row.implicitWidth + 32
    height: 44
    radius: 22
    color: open ? Theme.orangeLow : Theme.panel
    border.width: open ? 2 : 1
    border.color: open ? Theme.orange : Theme.line
    Accessible.role: Accessible.Indicator
    Accessible.name: label.text

    Row {
        id: row

        anchors.centerIn: parent
        spacing: 10

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: 12
            height: 12
            radius: 6
            visible: sign.open
            color: Theme.orange
        }

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: !sign.open
            size: 22
            source: sign.assets + "/icons/mic-off.svg"
            color: label.color
        }

        Words {
            id: label

            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, 300)
            elide: Text.ElideMiddle
            wrapMode: Text.NoWrap
            font.pixelSize: Theme.small
            color: sign.open ? Theme.text : Theme.dim
            text: sign.open && sign.waitsFor !== "" ? qsTr("Waits for “%1”").arg(sign.waitsFor) : sign.open ? qsTr("Microphone open") : sign.muted ? qsTr("Microphone muted") : qsTr("Microphone closed")
            Accessible.ignored: true
        }

        Meter {
            anchors.verticalCenter: parent.verticalCenter
            visible: sign.open
            level: sign.level
        }
    }
}
