import QtQuick
import "../style"

// One of our icons, drawn sharp at any size and in the colour of what is written beside it.
Item {
    id: icon

    property url source
    property color color: Theme.text
    property int size: 28

    readonly property string name: source.toString().replace(/^.*\/|\.svg$/g, "")

    width: size
    height: size
    Accessible.ignored: true

    Image {
        anchors.fill: parent
        source: icon.name === "" ? "" : "image://icon/" + icon.color.toString().slice(1) + "/" + icon.name
        sourceSize: Qt.size(icon.size * 2, icon.size * 2)
        fillMode: Image.PreserveAspectFit
        smooth: true
        mipmap: true
    }
}
