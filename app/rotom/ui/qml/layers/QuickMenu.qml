pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import "../controls"
import "../style"

// A ring of short answers: pointed at with the stick, or gone round with the arrows.
FocusScope {
    id: ring

    required property var menu

    readonly property real reach: Math.min(width * 0.34, height * 0.36)

    function deedWords(deed: string): string {
        switch (deed) {
        case "repeat":
            return qsTr("What was that?");
        case "again":
            return qsTr("Another answer");
        case "stop":
            return qsTr("Stop");
        case "persona":
            return qsTr("Somebody else");
        default:
            return "";
        }
    }

    Accessible.role: Accessible.PopupMenu
    Accessible.name: qsTr("Quick answers")
    Component.onCompleted: forceActiveFocus(Qt.TabFocusReason)
    Keys.onPressed: event => {
        switch (event.key) {
        case Qt.Key_Right:
        case Qt.Key_Down:
            ring.menu.turn(1);
            break;
        case Qt.Key_Left:
        case Qt.Key_Up:
            ring.menu.turn(-1);
            break;
        case Qt.Key_Space:
        case Qt.Key_Return:
        case Qt.Key_Enter:
            ring.menu.release();
            break;
        case Qt.Key_Escape:
            ring.menu.cancel();
            break;
        default:
            return;
        }
        event.accepted = true;
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.scrim
    }

    MouseArea {
        anchors.fill: parent
        hoverEnabled: true
        onClicked: ring.menu.cancel()
    }

    Rectangle {
        anchors.centerIn: parent
        width: hint.implicitWidth + 48
        height: Theme.target
        radius: height / 2
        color: Theme.panel

        Words {
            id: hint

            anchors.centerIn: parent
            text: qsTr("Point and let go")
            wrapMode: Text.NoWrap
            color: Theme.dim
        }
    }

    Repeater {
        model: ring.menu.entries

        T.Button {
            id: entry

            required property var modelData
            required property int index
            readonly property bool here: ring.menu.at === index
            readonly property real angle: 2 * Math.PI * index / ring.menu.entries.length

            x: ring.width / 2 + 1.25 * ring.reach * Math.sin(angle) - width / 2
            y: ring.height / 2 - ring.reach * Math.cos(angle) - height / 2
            width: Math.min(260, Math.max(120, words.implicitWidth + 44)) + 2 * grown
            height: Math.max(Theme.target + 4, words.height + 20) + grown
            focusPolicy: Qt.NoFocus
            text: modelData.text === "" ? ring.deedWords(modelData.deed) : modelData.text
            Accessible.role: Accessible.MenuItem
            Accessible.name: text
            Accessible.selected: here
            onClicked: ring.menu.choose(index)

            property real grown: here ? 8 : 0
            Behavior on grown {
                enabled: !Theme.calm
                NumberAnimation { duration: 90 }
            }

            background: Rectangle {
                radius: height / 2
                color: entry.here ? Theme.accent : entry.modelData.deed === "" ? Theme.accentLow : Theme.raised
                border.width: 1
                border.color: Theme.line

                FocusRing {
                    radius: entry.height
                    shown: entry.here
                }
            }

            contentItem: Item {
                Words {
                    id: words

                    anchors.verticalCenter: parent.verticalCenter
                    anchors.horizontalCenter: parent.horizontalCenter
                    width: Math.min(implicitWidth, 220)
                    horizontalAlignment: Text.AlignHCenter
                    text: entry.text
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    color: entry.here ? Theme.ink : Theme.text
                    Accessible.ignored: true
                }
            }
        }
    }
}
