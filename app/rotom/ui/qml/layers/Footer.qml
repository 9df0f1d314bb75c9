pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../style"

// What the buttons of the pad do now.
Rectangle {
    id: footer

    required property url assets
    required property var buttons
    // Where the pad is: "page", "keyboard", "ring", "welcome".
    required property string place
    required property string page
    required property bool tapToTalk
    required property bool talking
    // The next button is given to something.
    required property bool asking

    readonly property var hints: {
        if (asking)
            return [["back", qsTr("Leave it as it is")]];
        switch (place) {
        case "ring":
            return [["activate", qsTr("Choose")], ["back", qsTr("Close")]];
        case "keyboard":
            return [["activate", qsTr("Type")], ["stop", qsTr("Erase")], ["chat", qsTr("Space")], ["previous", qsTr("Capitals")], ["next", qsTr("Letters")], ["settings", qsTr("Done")], ["back", qsTr("Close")]];
        case "welcome":
            return [["activate", qsTr("Press")]];
        default:
            return pageHints;
        }
    }
    readonly property var pageHints: {
        const talk = talking ? qsTr("Let go to send") : tapToTalk ? qsTr("Talk") : qsTr("Hold to talk");
        const always = [["activate", qsTr("Press")], ["talk", talk], ["stop", qsTr("Stop")], ["quick", qsTr("Answers")]];
        if (page === "companion")
            return always.concat([["chat", qsTr("Chat")], ["settings", qsTr("Settings")]]);
        const scroll = page === "settings" ? qsTr("Groups") : qsTr("Scroll");
        return always.concat([["previous", scroll], ["back", qsTr("Back")]]);
    }

    implicitHeight: 50
    color: Theme.ground
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("What the buttons do")

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
        opacity: 0.6
    }

    Row {
        anchors.centerIn: parent
        spacing: 26

        Repeater {
            model: footer.hints.filter(hint => footer.buttons[hint[0]] !== undefined)

            Row {
                id: hint

                required property var modelData

                spacing: 9

                Glyph {
                    assets: footer.assets
                    button: footer.buttons[hint.modelData[0]]
                }

                Words {
                    anchors.verticalCenter: parent?.verticalCenter
                    text: hint.modelData[1]
                    wrapMode: Text.NoWrap
                    font.pixelSize: Theme.small
                    color: Theme.dim
                }
            }
        }
    }
}
