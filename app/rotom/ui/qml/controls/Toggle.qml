import QtQuick
import QtQuick.Templates as T
import "../style"

// On or off; says which in its shape as well as its colour.
T.Switch {
    id: control

    implicitWidth: 64
    implicitHeight: Theme.target
    focusPolicy: Qt.StrongFocus
    activeFocusOnTab: true
    opacity: enabled ? 1 : 0.45
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: checked

    indicator: Rectangle {
        y: (control.height - height) / 2
        width: 64
        height: 36
        radius: 18
        color: control.checked ? Theme.accent : Theme.ground
        border.width: 2
        border.color: control.checked ? Theme.accent : Theme.dim

        Rectangle {
            objectName: "knob"
            x: control.checked ? parent.width - width - 5 : 5
            anchors.verticalCenter: parent.verticalCenter
            width: 26
            height: 26
            radius: 13
            color: control.checked ? Theme.ink : Theme.dim

            Behavior on x {
                enabled: !Theme.calm
                NumberAnimation { duration: 110 }
            }
        }

        FocusRing {
            radius: 23
            shown: control.visualFocus
        }
    }
}
