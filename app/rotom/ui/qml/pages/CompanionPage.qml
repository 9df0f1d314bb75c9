pragma ComponentBehavior: Bound
import QtQuick
import "../body"
import "../controls"
import "../style"

// Rotom itself, what it hears and says, and the ways to talk with it.
FocusScope {
    id: page

    required property url assets
    required property var companion
    required property var times
    required property var chat
    required property var settings
    required property bool byPad
    required property bool awake
    required property bool paused

    readonly property bool roomy: width >= 860
    readonly property bool compact: height < 700
    readonly property bool tight: height < 460

    Accessible.role: Accessible.Pane
    Accessible.name: "Rotom"
    onVisibleChanged: if (visible) bar.button.forceActiveFocus(Qt.TabFocusReason)

    onEnabledChanged: if (enabled && visible) bar.button.forceActiveFocus(Qt.TabFocusReason)
    Component.onCompleted: if (enabled) bar.button.forceActiveFocus(Qt.TabFocusReason)

    HoverHandler {
        id: pointer
        onPointChanged: page.companion.stir()
    }

    // With a pad or the keys the eyes go where the focus goes.
    Connections {
        target: page.Window.window
        enabled: page.visible
        function onActiveFocusItemChanged() {
            page.companion.stir();
            page.glance(page.Window.window.activeFocusItem);
        }
    }
    Timer {
        id: glancing
        interval: 2500
    }
    property point focused: Qt.point(0, 0)

    function glance(item: Item) {
        if (item && !pointer.hovered) {
            const middle = item.mapToItem(page, item.width / 2, item.height / 2);
            page.focused = Qt.point(middle.x, middle.y);
            glancing.restart();
        }
    }

    readonly property bool pointed: companion.stickX !== 0 || companion.stickY !== 0

    // From -1 to 1 how far off something is that the eyes go to, 0 where there is nothing. The stick
    // comes first.
    function look(stick: real, at: real, middle: real, reach: real): real {
        return pointed ? stick : pointer.hovered || glancing.running ? Math.max(-1, Math.min(1, (at - middle) / (reach / 2))) : 0;
    }

    Column {
        x: 28
        y: 16
        width: parent.width - 300
        spacing: 2

        Words {
            width: parent.width
            text: page.companion.name
            font.pixelSize: Theme.title
            font.weight: Font.DemiBold
            maximumLineCount: 1
            elide: Text.ElideRight
        }

        Words {
            width: parent.width
            text: page.companion.stateWords + (page.companion.mood === "" ? "" : " · " + qsTr("feels %1").arg(page.companion.mood))
            color: Theme.dim
            font.pixelSize: Theme.small
            maximumLineCount: 1
            elide: Text.ElideRight
        }
    }

    TimesTable {
        objectName: "times"
        x: 28
        y: 84
        width: 380
        brief: true
        visible: page.times.shown && page.times.turns > 0 && page.roomy
        times: page.times
    }

    // Drawn beside: the window is there before its drawings are.
    Loader {
        id: body
        objectName: "body"

        anchors.horizontalCenter: parent.horizontalCenter
        y: page.compact ? 30 : 28
        width: height
        height: Math.max(0, captions.y - y + 4)
        asynchronous: true
        sourceComponent: Body {
            partsFolder: page.assets + "/body"
            agentState: page.companion.agentState
            emotion: page.companion.emotion
            intensity: page.companion.intensity
            mouth: page.companion.mouth
            mouthShape: page.companion.mouthShape
            level: page.companion.level
            form: page.companion.form
            bond: page.companion.bond
            lookX: page.look(page.companion.stickX, pointer.hovered ? pointer.point.position.x : page.focused.x, body.x + width / 2, page.width)
            lookY: page.look(page.companion.stickY, pointer.hovered ? pointer.point.position.y : page.focused.y, body.y + height / 2, page.height)
            reducedMotion: page.companion.reducedMotion
            awake: page.awake
            paused: page.paused
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("%1 looks %2").arg(page.companion.name).arg(page.companion.emotionWords)
        }
    }

    QuickReplies {
        id: replies

        anchors.right: parent.right
        anchors.rightMargin: 28
        y: Math.max(70, body.y + (body.height - height) / 2)
        room: captions.y - 70
        width: Math.min(250, (page.width - body.width) / 2 - 40)
        assets: page.assets
        texts: page.companion.quickReplies
        onSaid: text => page.chat.say(text)
        onChanged: texts => page.settings.change("quick_replies", page.companion.written(texts))
    }

    Captions {
        id: captions

        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width - 56, 960)
        height: page.tight ? 104 : page.compact ? 136 : 168
        y: bar.y - height - 8
        assets: page.assets
        heard: page.companion.heard
        heardTurn: page.companion.heardTurn
        caption: page.companion.caption
        greeting: page.companion.greeting
        parts: page.companion.captionParts
        compact: page.compact
        onCorrected: (turnId, text) => page.chat.resend(turnId, text)
        onFinished: bar.button.forceActiveFocus(Qt.TabFocusReason)
    }

    TalkBar {
        id: bar

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: hint.top
        anchors.bottomMargin: 8
        width: Math.min(parent.width - 32, 800)
        height: page.compact ? 104 : 124
        assets: page.assets
        companion: page.companion
        roomy: page.roomy
        onToggled: setting => page.settings.toggle(setting)
    }

    Words {
        id: hint

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: visible ? 12 : 0
        width: parent.width - 40
        height: visible ? implicitHeight : 0
        horizontalAlignment: Text.AlignHCenter
        color: Theme.dim
        font.pixelSize: Theme.small
        maximumLineCount: 1
        elide: Text.ElideRight
        visible: !page.byPad
        text: page.companion.handsFree
              ? (page.companion.microphoneMuted ? qsTr("Unmute the microphone and just talk")
                 : page.companion.waitsFor !== "" ? qsTr("Say “%1”, and in the same breath what you want").arg(page.companion.waitsFor)
                 : qsTr("Just talk: Rotom answers when you pause"))
              : page.companion.tapToTalk ? qsTr("The button, Space or F2 starts and ends talking   ·   F3 Stop   ·   F4 Chat")
              : qsTr("Hold the button, Space or F2 to talk   ·   F3 Stop   ·   F4 Chat")
    }
}
