import QtQuick

// One drawing, placed by the box it has in the 400 x 400 drawing and rasterised at that size once.
// Whole pixels: an image that is neither turned nor scaled is copied, six times as fast.
Image {
    required property real unit
    required property real boxX
    required property real boxY
    required property real boxWidth
    required property real boxHeight

    x: Math.round(boxX * unit)
    y: Math.round(boxY * unit)
    width: Math.ceil(boxWidth * unit)
    height: Math.ceil(boxHeight * unit)
    sourceSize.width: width
    sourceSize.height: height
    smooth: true
    asynchronous: false
}
