import QtQuick
import QtQuick.Templates as T
import "../style"

// A slider that says its value beside it.
T.Slider {
    id: control

    property string unit: ""
    property int decimals: stepSize >= 1 ? 0 : stepSize >= 0.5 ? 1 : 2

    implicitWidth: 260
    implicitHeight: Theme.target
    focusPolicy: Qt.StrongFocus
    activeFocusOnTab: true
    snapMode: T.Slider.SnapAlways
    leftPadding: 14
    rightPadding: 14
    opacity: enabled ? 1 : 0.45
    Accessible.role: Accessible.Slider

    background: Rectangle {
        x: control.leftPadding
        y: (control.height - height) / 2
        width: control.availableWidth
        height: 8
        radius: 4
        color: Theme.ground
        border.width: 1
        border.color: Theme.line

        Rectangle {
            width: control.visualPosition * parent.width
            height: parent.height
            radius: 4
            color: Theme.accent
        }
    }

    handle: Rectangle {
        x: control.leftPadding + control.visualPosition * control.availableWidth - width / 2
        y: (control.height - height) / 2
        width: 28
        height: 28
        radius: 14
        color: control.pressed ? Theme.accent : Theme.text
        border.width: 2
        border.color: Theme.ground

        FocusRing {
            radius: 19
            shown: control.visualFocus
        }
    }
}
