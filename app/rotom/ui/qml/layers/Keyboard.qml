pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../style"

// Keys on the screen, for those who have a pad and no keyboard.
FocusScope {
    id: layer

    required property url assets
    required property var keyboard
    required property var buttons
    property bool shifted: false

    readonly property var latin: [["1234567890", "qwertyuiop", "asdfghjkl'", "zxcvbnm,.?"], ["!@#$%&*()-", "QWERTYUIOP", "ASDFGHJKL\"", "ZXCVBNM;:/"]]
    readonly property var hangul: [["1234567890", "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ'", "ㅋㅌㅊㅍㅠㅜㅡ,.?"], ["!@#$%&*()-", "ㅃㅉㄸㄲㅆㅛㅕㅑㅒㅖ", "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ\"", "ㅋㅌㅊㅍㅠㅜㅡ;:/"]]
    readonly property var letters: keyboard.hangul ? hangul : latin

    // The words on a key, and the button of the pad that presses it.
    function withButton(words: string, action: string): string {
        const button = buttons[action];
        return button === undefined ? words : words + "  " + button.label;
    }

    Accessible.role: Accessible.Dialog
    Accessible.name: qsTr("Keyboard")
    Component.onCompleted: (keys.itemAt(1) as KeyRow).take()
    Keys.onEscapePressed: layer.keyboard.close()
    Keys.onPressed: event => {
        switch (event.key) {
        case Qt.Key_F3:
            layer.keyboard.erase();
            break;
        case Qt.Key_F4:
            layer.keyboard.put(" ");
            break;
        case Qt.Key_PageUp:
            layer.shifted = !layer.shifted;
            break;
        case Qt.Key_PageDown:
            layer.keyboard.changeLetters();
            break;
        case Qt.Key_F10:
            layer.keyboard.enter();
            break;
        default:
            return;
        }
        event.accepted = true;
    }

    MouseArea { anchors.fill: parent; hoverEnabled: true }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: board.height + 40
        color: Theme.panel
        border.width: 1
        border.color: Theme.line

        Column {
            id: board

            // A key and its gap; ten of them in a row.
            readonly property real step: Math.min(92, (layer.width - 40) / 10)

            anchors.horizontalCenter: parent.horizontalCenter
            y: 20
            width: step * 10 - 8
            spacing: 8

            Rectangle {
                width: parent.width
                height: Theme.target
                radius: Theme.radius
                color: Theme.ground
                border.width: 1
                border.color: Theme.line
                clip: true

                Words {
                    anchors.verticalCenter: parent.verticalCenter
                    x: Math.min(16, parent.width - width - 16)
                    text: layer.keyboard.text + "|"
                    wrapMode: Text.NoWrap
                    Accessible.name: qsTr("Text: %1").arg(layer.keyboard.text)
                }
            }

            Repeater {
                id: keys

                model: 4

                KeyRow {
                    required property int index

                    signs: layer.letters[0][index]
                    shiftedSigns: layer.letters[1][index]
                    shifted: layer.shifted
                    step: board.step
                    onTyped: sign => layer.keyboard.put(sign)
                }
            }

            Row {
                spacing: 8

                Push {
                    width: board.step * 2 - 8
                    text: layer.withButton(layer.letters[layer.shifted ? 0 : 1][1].slice(0, 3), "previous")
                    Accessible.name: qsTr("Shift")
                    onClicked: layer.shifted = !layer.shifted
                }

                Push {
                    width: board.step * 2 - 8
                    text: layer.withButton(layer.keyboard.hangul ? "abc" : "한글", "next")
                    Accessible.name: layer.keyboard.hangul ? qsTr("Latin letters") : qsTr("Korean letters")
                    onClicked: layer.keyboard.changeLetters()
                }

                Push {
                    width: board.step * 2 - 8
                    text: layer.withButton(qsTr("Space"), "chat")
                    Accessible.name: qsTr("Space")
                    onClicked: layer.keyboard.put(" ")
                }

                Push {
                    width: board.step * 2 - 8
                    text: layer.withButton(qsTr("Erase"), "stop")
                    Accessible.name: qsTr("Erase")
                    onClicked: layer.keyboard.erase()
                }

                Push {
                    width: board.step * 2 - 8
                    primary: true
                    text: layer.withButton(qsTr("Done"), "settings")
                    Accessible.name: qsTr("Done")
                    onClicked: layer.keyboard.enter()
                }
            }
        }
    }
}
