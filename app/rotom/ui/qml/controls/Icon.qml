import QtQuick

// One of our icons, drawn sharp at any size.
Image {
    property int size: 28

    width: size
    height: size
    sourceSize: Qt.size(size * 2, size * 2)
    fillMode: Image.PreserveAspectFit
    smooth: true
    mipmap: true
    Accessible.ignored: true
}
