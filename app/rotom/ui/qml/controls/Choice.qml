import QtQuick
import QtQuick.Templates as T
import "../style"

// One of several: a card that is chosen or not, marked by a sign as well as by colour.
T.RadioButton {
    id: control

    property string help: ""

    implicitWidth: 260
    implicitHeight: Math.max(Theme.target, words.implicitHeight + 24)
    focusPolicy: Qt.StrongFocus
    activeFocusOnTab: true
    Accessible.role: Accessible.RadioButton
    Accessible.name: text
    Accessible.description: help
    Accessible.checkable: true
    Accessible.checked: checked

    background: Rectangle {
        radius: Theme.radius
        color: control.checked ? Theme.accentLow : control.hovered ? Theme.pressed : Theme.raised
        border.width: control.checked ? 2 : 1
        border.color: control.checked ? Theme.accent : Theme.line

        FocusRing { shown: control.visualFocus }
    }

    contentItem: Item {
        Rectangle {
            id: dot

            x: 16
            anchors.verticalCenter: parent.verticalCenter
            width: 24
            height: 24
            radius: 12
            color: "transparent"
            border.width: 2
            border.color: control.checked ? Theme.accent : Theme.dim

            Rectangle {
                anchors.centerIn: parent
                width: 12
                height: 12
                radius: 6
                visible: control.checked
                color: Theme.accent
            }
        }

        Column {
            id: words

            anchors.left: dot.right
            anchors.right: parent.right
            anchors.margins: 14
            anchors.verticalCenter: parent.verticalCenter
            spacing: 4

            Words {
                width: parent.width
                text: control.text
                Accessible.ignored: true
            }

            Words {
                width: parent.width
                visible: text !== ""
                text: control.help
                color: Theme.dim
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }
        }
    }
}
