import QtQuick
import QtQuick.Templates as T
import "../style"

// A quiet button beside what it is about.
T.Button {
    id: control

    property url iconSource

    implicitWidth: Math.max(Theme.target, row.implicitWidth + 24)
    implicitHeight: 48
    focusPolicy: Qt.StrongFocus
    activeFocusOnTab: true
    opacity: enabled ? 1 : 0.45
    Accessible.role: Accessible.Button
    Accessible.name: text

    background: Rectangle {
        radius: Theme.radiusSmall
        color: control.down ? Theme.pressed : control.hovered ? Theme.raised : "transparent"

        FocusRing {
            anchors.margins: 0
            radius: Theme.radiusSmall
            shown: control.visualFocus
        }
    }

    contentItem: Item {
        Row {
            id: row

            anchors.centerIn: parent
            spacing: 8

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: control.iconSource.toString() !== ""
                source: control.iconSource
                color: Theme.dim
                size: 22
            }

            Words {
                anchors.verticalCenter: parent.verticalCenter
                visible: text !== "" && control.display !== T.Button.IconOnly
                text: control.text
                wrapMode: Text.NoWrap
                color: Theme.dim
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }
        }
    }
}
