import QtQuick
import "../controls"
import "../style"

// A paragraph, an item of a list or a piece of code in a reply.
Item {
    id: piece

    required property int index
    required property var part
    required property real widest
    required property url assets
    // Whether what can be done with it is shown.
    required property bool open

    signal copied(string code)

    readonly property int indent: part.marker === "" ? 0 : 30
    readonly property real natural: part.code ? Math.min(widest, code.implicitWidth + 29 + 48) : indent + paragraph.implicitWidth + 1

    width: Math.min(natural, widest)
    implicitHeight: part.code ? code.implicitHeight + 24 : paragraph.implicitHeight
    height: implicitHeight

    Words {
        visible: piece.part.marker !== ""
        text: piece.part.marker
        color: Theme.accent
        font.pixelSize: Theme.message
        Accessible.ignored: true
    }

    Marked {
        id: paragraph

        x: piece.indent
        width: piece.width - piece.indent
        visible: !piece.part.code
        text: visible ? piece.part.text : ""
    }

    Rectangle {
        anchors.fill: parent
        visible: piece.part.code
        radius: Theme.radiusSmall
        color: Theme.ground

        SmallPush {
            anchors.right: parent.right
            width: 48
            visible: piece.part.code && piece.open
            display: SmallPush.IconOnly
            iconSource: piece.assets + "/icons/copy.svg"
            text: qsTr("Copy the code")
            onClicked: piece.copied(piece.part.text)
        }

        Words {
            id: code

            x: 14
            y: 12
            width: parent.width - 28 - 48
            text: piece.part.code ? piece.part.text : ""
            wrapMode: Text.WrapAnywhere
            font.family: "monospace"
            font.pixelSize: Theme.small
            Accessible.ignored: true
        }
    }
}
