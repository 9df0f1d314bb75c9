import QtQuick
import QtQuick.Templates as T
import "../style"

// A button with words, and an icon where there is one.
T.Button {
    id: control

    property url iconSource
    property bool primary: false
    property string help: ""

    implicitWidth: Math.max(Theme.target, row.implicitWidth + 2 * Theme.pad)
    implicitHeight: Theme.target
    focusPolicy: Qt.StrongFocus
    activeFocusOnTab: true
    opacity: enabled ? 1 : 0.45
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: help

    background: Rectangle {
        radius: Theme.radius
        color: control.primary
               ? (control.down ? Qt.darker(Theme.accent, 1.25) : Theme.accent)
               : (control.down ? Theme.pressed : control.hovered ? Theme.pressed : Theme.raised)
        border.width: control.primary ? 0 : 1
        border.color: Theme.line

        FocusRing { shown: control.visualFocus }
    }

    contentItem: Item {
        implicitWidth: row.implicitWidth
        implicitHeight: row.implicitHeight

        Row {
            id: row

            anchors.centerIn: parent
            spacing: 10

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: control.iconSource.toString() !== ""
                source: control.iconSource
                color: words.color
                size: 24
            }

            Words {
                id: words

                anchors.verticalCenter: parent.verticalCenter
                visible: control.text !== ""
                text: control.text
                wrapMode: Text.NoWrap
                color: control.primary ? Theme.ink : Theme.text
                font.weight: control.primary ? Font.DemiBold : Font.Normal
                Accessible.ignored: true
            }
        }
    }
}
