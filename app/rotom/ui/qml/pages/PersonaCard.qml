pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import "../body"
import "../controls"
import "../style"

// One personality to choose: its portrait, its name, and what is said of it.
T.RadioButton {
    id: card

    required property var modelData
    required property url assets
    required property string form
    required property bool reducedMotion
    // Whether it lies in the part of the page that is seen: a portrait elsewhere costs nothing.
    required property bool inView
    // Whether all of it is seen: the software renderer draws shapes beyond the edge of a page.
    required property bool whole
    required property var personas

    readonly property bool lively: visualFocus || hovered

    height: 128
    focusPolicy: Qt.StrongFocus
    activeFocusOnTab: true
    text: modelData.title
    Accessible.role: Accessible.RadioButton
    Accessible.name: text
    Accessible.description: modelData.says
    Accessible.checkable: true
    Accessible.checked: checked
    onVisualFocusChanged: {
        if (visualFocus)
            dwell.restart();
        else if (dwell.running)
            dwell.stop();
        else
            personas.hush();
    }

    Timer {
        id: dwell

        interval: 700
        onTriggered: card.personas.introduce(card.modelData.id)
    }

    background: Rectangle {
        radius: Theme.radius
        color: card.checked ? Theme.accentLow : card.hovered ? Theme.pressed : Theme.raised
        border.width: card.checked ? 2 : 1
        border.color: card.checked ? Theme.accent : Theme.line

        FocusRing { shown: card.visualFocus }
    }

    contentItem: Item {
        Loader {
            id: portrait

            x: 8
            anchors.verticalCenter: parent.verticalCenter
            width: 108
            height: 108
            active: card.inView
            visible: card.whole
            sourceComponent: Body {
                partsFolder: card.assets + "/body"
                emotion: card.modelData.emotion
                intensity: card.modelData.intensity
                form: card.modelData.form || card.form
                still: !card.lively
                reducedMotion: card.reducedMotion
                agentState: "idle"
            }
        }

        Column {
            anchors.left: parent.left
            anchors.leftMargin: 124
            anchors.right: mark.left
            anchors.rightMargin: 8
            anchors.verticalCenter: parent.verticalCenter
            spacing: 4

            Words {
                width: parent.width
                text: card.text
                font.weight: Font.DemiBold
                maximumLineCount: 1
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
                Accessible.ignored: true
            }

            Words {
                width: parent.width
                text: card.modelData.says
                color: Theme.dim
                font.pixelSize: Theme.small
                maximumLineCount: 3
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }

        Icon {
            id: mark

            anchors.right: parent.right
            anchors.rightMargin: 12
            y: 12
            width: card.checked ? 26 : 0
            source: card.assets + "/icons/check.svg"
            size: 26
            visible: card.checked
        }
    }
}
