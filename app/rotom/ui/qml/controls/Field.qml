import QtQuick
import QtQuick.Templates as T
import "../style"

// One line to type in.
T.TextField {
    id: control

    implicitWidth: 260
    implicitHeight: Theme.target
    leftPadding: 16
    rightPadding: 16
    verticalAlignment: TextInput.AlignVCenter
    activeFocusOnTab: true
    selectByMouse: true
    color: Theme.text
    placeholderTextColor: Theme.dim
    selectionColor: Theme.accent
    selectedTextColor: Theme.ink
    font.pixelSize: Theme.body
    font.family: Application.font.family
    Accessible.role: Accessible.EditableText

    background: Rectangle {
        radius: Theme.radius
        color: Theme.ground
        border.width: 1
        border.color: Theme.line

        FocusRing { shown: control.activeFocus }

        Words {
            anchors.fill: parent
            anchors.leftMargin: control.leftPadding
            anchors.rightMargin: control.rightPadding
            verticalAlignment: Text.AlignVCenter
            visible: control.text === "" && control.preeditText === ""
            text: control.placeholderText
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            color: Theme.dim
            Accessible.ignored: true
        }
    }
}
