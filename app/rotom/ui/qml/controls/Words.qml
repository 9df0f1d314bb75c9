import QtQuick
import "../style"

// Text as it is written: never read as markup, whoever wrote it.
Text {
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    color: Theme.text
    font.pixelSize: Theme.body
    font.family: Application.font.family
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
