pragma ComponentBehavior: Bound
import QtQuick
import "body"
import "controls"
import "style"

// Rotom alone on the desktop: dragged about, pressed to talk, its menu on the other button.
Window {
    id: root

    required property var companion
    required property var pet
    required property var notices
    required property url assets
    readonly property bool shown: visible && visibility !== Window.Minimized

    title: "Rotom"
    flags: Qt.Tool | Qt.FramelessWindowHint | Qt.WindowStaysOnTopHint
    color: "transparent"
    width: Math.round(240 * pet.size)
    height: width

    Item {
        id: everything

        anchors.fill: parent
        focus: true
        Accessible.role: Accessible.Button
        Accessible.name: root.companion.name + ", " + root.companion.stateWords
        Accessible.description: qsTr("Press to talk, drag to move, right button or Menu key for the menu")
        Keys.onPressed: event => {
            event.accepted = true;
            if (event.key === Qt.Key_Menu || (event.key === Qt.Key_F10 && event.modifiers & Qt.ShiftModifier))
                root.pet.openMenu(Qt.point(root.x + root.width / 2, root.y + root.height / 2));
            else if ((event.key === Qt.Key_Space || event.key === Qt.Key_Return) && !event.isAutoRepeat)
                root.companion.toggleTalk();
            else
                event.accepted = root.pet.pressed(event.key, event.modifiers, event.isAutoRepeat);
        }
        Keys.onReleased: event => event.accepted = root.pet.released(event.key, event.isAutoRepeat)

        Body {
            anchors.fill: parent
            partsFolder: root.assets + "/body"
            agentState: root.companion.agentState
            emotion: root.companion.emotion
            intensity: root.companion.intensity
            mouth: root.companion.mouth
            mouthShape: root.companion.mouthShape
            level: root.companion.level
            form: root.companion.form
            bond: root.companion.bond
            lookX: root.pet.lookX
            lookY: root.pet.lookY
            reducedMotion: root.companion.reducedMotion
            awake: root.shown
        }

        // An open microphone is always shown, and so is that there is something to read.
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            spacing: 6

            Repeater {
                model: [
                    { icon: "mic", shown: root.companion.microphoneOpen, colour: root.companion.waitsFor === "" ? Theme.orange : Theme.orangeLow, ink: root.companion.waitsFor === "" ? Theme.ink : Theme.orange },
                    { icon: "warn", shown: root.notices.sentences.length > 0, colour: Theme.panel, ink: Theme.orange }
                ]

                Rectangle {
                    required property var modelData

                    width: 34
                    height: 34
                    radius: 17
                    visible: modelData.shown
                    color: modelData.colour

                    Icon {
                        anchors.centerIn: parent
                        size: 22
                        color: parent.modelData.ink
                        source: root.assets + "/icons/" + parent.modelData.icon + ".svg"
                    }
                }
            }
        }
    }

    HoverHandler {
        cursorShape: drag.active ? Qt.ClosedHandCursor : Qt.PointingHandCursor
        onPointChanged: root.companion.stir()
    }

    TapHandler {
        onTapped: root.companion.toggleTalk()
    }

    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: point => root.pet.openMenu(Qt.point(root.x + point.position.x, root.y + point.position.y))
    }

    // The desktop moves the window where it can; elsewhere the window follows the pointer by itself.
    DragHandler {
        id: drag

        property bool byDesktop: false

        target: null
        onActiveChanged: if (active) byDesktop = root.startSystemMove()
        onActiveTranslationChanged: {
            if (active && !byDesktop) {
                root.x += activeTranslation.x;
                root.y += activeTranslation.y;
            }
        }
    }

    WheelHandler {
        onWheel: event => root.pet.resize(event.angleDelta.y > 0 ? 1 : -1)
    }
}
