import QtQuick
import "../controls"

// The talk button with what belongs to it on both sides.
Item {
    id: bar

    required property url assets
    required property var companion
    required property bool roomy
    property alias button: talk

    signal toggled(string setting)

    Row {
        anchors.right: talk.left
        anchors.rightMargin: bar.roomy ? 28 : 14
        anchors.verticalCenter: parent.verticalCenter
        spacing: bar.roomy ? 12 : 6

        IconPush {
            width: 132
            checkable: false
            checked: bar.companion.microphoneMuted
            warm: true
            iconSource: bar.assets + (checked ? "/icons/mic-off.svg" : "/icons/mic.svg")
            text: checked ? qsTr("Mic muted") : qsTr("Mic ready")
            Accessible.name: checked ? qsTr("Microphone muted") : qsTr("Mute the microphone")
            onClicked: bar.companion.toggleMicrophone()
        }

        IconPush {
            width: 132
            checked: bar.companion.loudspeakerMuted
            warm: true
            iconSource: bar.assets + (checked ? "/icons/sound-off.svg" : "/icons/sound.svg")
            text: checked ? qsTr("Voice off") : qsTr("Voice on")
            Accessible.name: checked ? qsTr("Loudspeaker muted") : qsTr("Mute the loudspeaker")
            onClicked: bar.toggled("speak_replies")
        }
    }

    TalkButton {
        id: talk

        anchors.centerIn: parent
        width: parent.height
        height: parent.height
        focus: true
        assets: bar.assets
        talking: bar.companion.talking
        taps: bar.companion.tapToTalk
        level: bar.companion.level
        muted: bar.companion.microphoneMuted
        onHeld: bar.companion.pressTalk()
        onLetGo: bar.companion.releaseTalk()
    }

    Row {
        anchors.left: talk.right
        anchors.leftMargin: bar.roomy ? 28 : 14
        anchors.verticalCenter: parent.verticalCenter
        spacing: bar.roomy ? 12 : 6

        IconPush {
            width: 132
            iconSource: bar.assets + "/icons/stop.svg"
            text: qsTr("Stop")
            opacity: bar.companion.busy ? 1 : 0.6
            onClicked: bar.companion.stop()
        }

        IconPush {
            width: 132
            checked: bar.companion.handsFree
            iconSource: bar.assets + "/icons/hands-free.svg"
            text: checked ? qsTr("Hands-free on") : qsTr("Hands-free off")
            Accessible.checkable: true
            onClicked: bar.toggled("hands_free")
        }
    }
}
