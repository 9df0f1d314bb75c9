import QtQuick

// A small drawing beside the head that shows a feeling; it comes and goes softly.
Part {
    id: root

    required property bool shown
    required property bool animated

    opacity: shown ? 1 : 0
    visible: opacity > 0.01
    Behavior on opacity {
        enabled: root.animated
        NumberAnimation { duration: 320 }
    }
}
