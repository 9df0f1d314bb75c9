import QtQuick
import "../style"

// Content that is taller than its place: it scrolls, and shows where it is.
Flickable {
    id: page

    // Whether what it holds are controls, and not the lines of one.
    property bool isPage: true

    clip: true
    boundsBehavior: Flickable.StopAtBounds
    flickableDirection: Flickable.VerticalFlick
    contentWidth: width

    Rectangle {
        parent: page
        z: 2
        x: page.width - width - 2
        y: page.visibleArea.yPosition * page.height
        width: 6
        height: Math.max(40, page.visibleArea.heightRatio * page.height)
        radius: 3
        visible: page.visibleArea.heightRatio < 1
        color: Theme.line
    }
}
