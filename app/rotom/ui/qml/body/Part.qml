import QtQuick

// One drawing, placed by the box it has in the 400 x 400 drawing and rasterised at that size once.
Image {
    required property real unit
    required property real boxX
    required property real boxY
    required property real boxWidth
    required property real boxHeight

    x: boxX * unit
    y: boxY * unit
    width: boxWidth * unit
    height: boxHeight * unit
    sourceSize.width: Math.ceil(width)
    sourceSize.height: Math.ceil(height)
    smooth: true
    asynchronous: false
}
