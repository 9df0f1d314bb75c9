pragma ComponentBehavior: Bound
import QtQuick
import "../body"
import "../controls"
import "../style"

// The first start: who this is, what the starter brain can do, and how to talk.
FocusScope {
    id: welcome

    required property url assets
    required property string note
    required property bool awake
    required property bool reducedMotion

    signal done()
    signal modelsWanted()

    Accessible.role: Accessible.Dialog
    Accessible.name: "Welcome"
    Component.onCompleted: begin.forceActiveFocus(Qt.TabFocusReason)
    Keys.onEscapePressed: welcome.done()

    Rectangle {
        anchors.fill: parent
        color: Theme.scrim

        MouseArea { anchors.fill: parent; hoverEnabled: true }
    }

    Rectangle {
        anchors.centerIn: parent
        width: Math.min(parent.width - 48, 900)
        height: Math.min(parent.height - 48, content.implicitHeight + 2 * 32)
        radius: 24
        color: Theme.panel
        border.width: 1
        border.color: Theme.line

        Loader {
            id: body

            x: 24
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width * 0.34
            height: width
            asynchronous: true
            sourceComponent: Body {
                partsFolder: welcome.assets + "/body"
                agentState: "idle"
                emotion: "joy"
                intensity: 0.7
                reducedMotion: welcome.reducedMotion
                awake: welcome.awake
            }
        }

        Pages {
            anchors.left: body.right
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.bottom: parent.bottom
            anchors.margins: 28
            contentHeight: content.implicitHeight

            Column {
                id: content

                x: 8
                width: parent.width - 26
                bottomPadding: 8
                spacing: 16

                Words {
                    width: parent.width
                    text: "Bzzt! I am Rotom."
                    font.pixelSize: Theme.title
                    font.weight: Font.DemiBold
                }

                Words {
                    width: parent.width
                    text: "I live in this machine. Everything you say is heard, thought about and answered here: nothing leaves it."
                }

                Note {
                    width: parent.width
                    visible: welcome.note !== ""
                    assets: welcome.assets
                    text: welcome.note
                }

                Words {
                    width: parent.width
                    text: "Talk: hold the round button, F2 or R1 on the pad, and let go when you are done.\nType: open the chat (F4, or Y).\nInterrupt me whenever you like: talk, or press Stop (F3, or X)."
                }

                Row {
                    spacing: 12

                    Push {
                        id: begin

                        focus: true
                        primary: true
                        text: "Let's talk"
                        onClicked: welcome.done()
                    }

                    Push {
                        visible: welcome.note !== ""
                        text: "Get a real brain"
                        onClicked: welcome.modelsWanted()
                    }
                }
            }
        }
    }
}
