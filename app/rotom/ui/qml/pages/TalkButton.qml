import QtQuick
import QtQuick.Templates as T
import "../controls"
import "../style"

// Held while talking, or pressed before and after. A ring around it shows how loud the voice is.
T.AbstractButton {
    id: control

    required property url assets
    required property bool talking
    required property bool taps
    required property bool muted
    required property real level

    signal held()
    signal letGo()

    objectName: "talk"
    focusPolicy: Qt.StrongFocus
    activeFocusOnTab: true
    text: control.taps ? (control.talking ? qsTr("Tap to send") : qsTr("Tap to talk")) : qsTr("Hold to talk")
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: control.taps ? qsTr("Pressed before and after you talk: pointer, Space or F2") : qsTr("Held with the pointer, Space or F2 while you talk")
    onPressed: control.held()
    onReleased: control.letGo()
    onCanceled: control.letGo()

    background: Item {
        Rectangle {
            anchors.centerIn: parent
            width: control.height - 8 + control.level * 8
            height: width
            radius: width / 2
            visible: control.talking
            color: "transparent"
            border.width: 3
            border.color: Theme.orange
            opacity: 0.4 + control.level * 0.6
        }

        Rectangle {
            anchors.fill: parent
            anchors.margins: 8
            radius: width / 2
            color: control.talking ? Theme.orange : control.hovered ? Qt.lighter(Theme.accent, 1.1) : Theme.accent
        }

        Rectangle {
            anchors.fill: parent
            anchors.margins: 1
            radius: width / 2
            visible: control.activeFocus && !control.talking
            color: "transparent"
            border.width: Theme.ring
            border.color: Theme.focus
        }
    }

    contentItem: Item {
        Column {
            anchors.centerIn: parent
            spacing: 2

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                size: control.height * 0.32
                source: control.assets + "/icons/mic.svg"
                color: Theme.ink
            }

            Words {
                anchors.horizontalCenter: parent.horizontalCenter
                text: control.talking ? qsTr("Listening") : control.taps ? qsTr("Tap") : qsTr("Hold")
                wrapMode: Text.NoWrap
                color: Theme.ink
                font.pixelSize: Theme.small
                font.weight: Font.DemiBold
                Accessible.ignored: true
            }
        }
    }
}
