import QtQuick
import QtQuick.Templates as T
import "../style"

// A button with an icon and a word below it; checked where it is on.
T.Button {
    id: control

    property url iconSource
    property bool warm: false

    implicitWidth: 112
    implicitHeight: 78
    focusPolicy: Qt.StrongFocus
    activeFocusOnTab: true
    opacity: enabled ? 1 : 0.45
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.checkable: checkable
    Accessible.checked: checked

    background: Rectangle {
        radius: Theme.radius
        color: control.checked ? (control.warm ? Theme.orangeLow : Theme.accentLow)
                               : control.down || control.hovered ? Theme.raised : "transparent"
        border.width: control.checked ? 2 : 0
        border.color: control.warm ? Theme.orange : Theme.accent

        FocusRing { shown: control.visualFocus }
    }

    contentItem: Item {
        Column {
            anchors.centerIn: parent
            spacing: 4

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                source: control.iconSource
                size: 30
            }

            Words {
                anchors.horizontalCenter: parent.horizontalCenter
                text: control.text
                wrapMode: Text.NoWrap
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }
        }
    }
}
