import QtQuick
import "../style"

// A paragraph of a reply or its caption: its few tags were made by us, everything else in it was escaped.
Text {
    textFormat: Text.StyledText
    wrapMode: Text.Wrap
    color: Theme.text
    font.pixelSize: Theme.message
    font.family: Application.font.family
    lineHeight: 1.12
    Accessible.ignored: true
}
