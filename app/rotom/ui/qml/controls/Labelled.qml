import QtQuick
import "../style"

// A control with its label above it.
Column {
    id: labelled

    required property string label

    spacing: 6

    Words {
        width: parent.width
        text: labelled.label
        color: Theme.dim
        font.pixelSize: Theme.small
    }
}
