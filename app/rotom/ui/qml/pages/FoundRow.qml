import QtQuick
import QtQuick.Templates as T
import "../controls"
import "../style"

// What a search has found, or a file that can be taken over.
T.Button {
    id: hit

    required property var modelData

    height: found.implicitHeight + 24
    focusPolicy: Qt.StrongFocus
    activeFocusOnTab: true
    text: modelData.title ?? modelData.name
    Accessible.role: Accessible.ListItem
    Accessible.name: text + ". " + (modelData.text ?? "")
    background: Rectangle {
        radius: Theme.radius
        color: hit.hovered || hit.down ? Theme.raised : Theme.panel

        FocusRing {
            anchors.margins: 1
            radius: Theme.radius
            shown: hit.visualFocus
        }
    }

    contentItem: Item {
        Column {
            id: found

            x: 12
            width: hit.width - 24
            anchors.verticalCenter: parent.verticalCenter
            spacing: 2

            Words {
                width: parent.width
                text: hit.text
                maximumLineCount: 1
                elide: Text.ElideRight
                color: Theme.dim
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }

            Words {
                width: parent.width
                visible: text !== ""
                text: hit.modelData.text ?? ""
                maximumLineCount: 3
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }
    }
}
