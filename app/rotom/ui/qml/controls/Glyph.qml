import QtQuick
import "../style"

// A button of the pad as it looks: a letter or a sign, on a disc or a shoulder.
Rectangle {
    id: glyph

    required property url assets
    // The button: its label, its sign, and whether it is round; undefined where there is none.
    required property var button

    implicitWidth: button?.round || button?.sign ? implicitHeight : Math.max(implicitHeight, letters.implicitWidth + 18)
    implicitHeight: 34
    visible: button !== undefined
    radius: button?.round ? height / 2 : 9
    color: Theme.raised
    border.width: 2
    border.color: Theme.dim
    Accessible.role: Accessible.StaticText
    Accessible.name: button?.label ?? ""

    Words {
        id: letters

        anchors.centerIn: parent
        visible: !glyph.button?.sign
        text: glyph.button?.label ?? ""
        wrapMode: Text.NoWrap
        font.pixelSize: Theme.small
        font.weight: Font.DemiBold
        Accessible.ignored: true
    }

    Icon {
        anchors.centerIn: parent
        visible: Boolean(glyph.button?.sign)
        source: visible ? glyph.assets + "/icons/" + glyph.button.sign + ".svg" : ""
        size: 22
    }
}
