pragma ComponentBehavior: Bound
import QtQuick
import "../body"
import "../controls"
import "../style"

// The first start, in three steps that can each be skipped: who you are, whether we hear each
// other, and which brain thinks.
FocusScope {
    id: welcome

    required property url assets
    required property var companion
    required property var settings
    required property var voices
    required property var models
    required property var trial
    required property var buttons
    required property bool byPad
    required property bool awake

    property int step: 0

    signal done()

    Accessible.role: Accessible.Dialog
    Accessible.name: qsTr("Welcome")
    Component.onCompleted: begin()
    Keys.onEscapePressed: back()

    function begin() {
        next.forceActiveFocus(Qt.TabFocusReason);
    }

    function go(to: int) {
        step = to;
        pages.contentY = 0;
        if (to === 1) // not before: PortAudio is loaded for it
            settings.lookAgain();
        next.forceActiveFocus(Qt.TabFocusReason);
    }

    function back() {
        if (step > 0)
            go(step - 1);
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.scrim

        MouseArea { anchors.fill: parent; hoverEnabled: true }
    }

    Rectangle {
        id: sheet

        // Below the sign of the microphone.
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.max(70, (parent.height - height) / 2)
        width: Math.min(parent.width - 48, 1080)
        height: Math.min(parent.height - 94, 660)
        radius: 24
        color: Theme.panel
        border.width: 1
        border.color: Theme.line

        Loader {
            id: body

            x: 16
            anchors.verticalCenter: parent.verticalCenter
            width: sheet.width > 900 ? 280 : 0
            height: width
            visible: width > 0
            active: visible
            asynchronous: true
            sourceComponent: Body {
                partsFolder: welcome.assets + "/body"
                agentState: welcome.trial.recording ? "listening" : "idle"
                level: welcome.companion.level
                emotion: ["joy", "affection", "mischief"][welcome.step]
                intensity: 0.7
                reducedMotion: welcome.companion.reducedMotion
                awake: welcome.awake
            }
        }

        Words {
            id: title

            anchors.left: pages.left
            anchors.leftMargin: 10
            y: 28
            width: pages.width - 30
            text: [qsTr("Bzzt! I am Rotom. And you?"), qsTr("Do we hear each other?"), qsTr("What do I think with?")][welcome.step]
            font.pixelSize: Theme.title
            font.weight: Font.DemiBold
        }

        Pages {
            id: pages

            anchors.left: body.right
            anchors.leftMargin: 16
            anchors.right: parent.right
            anchors.rightMargin: 16
            anchors.top: title.bottom
            anchors.topMargin: 14
            anchors.bottom: buttons.top
            anchors.bottomMargin: 14
            contentHeight: content.height + 16

            Loader {
                id: content

                x: 10
                y: 6
                width: pages.width - 30
                sourceComponent: welcome.step === 0 ? who : welcome.step === 1 ? hearing : brain
            }
        }

        Item {
            id: buttons

            anchors.left: pages.left
            anchors.leftMargin: 10
            anchors.right: pages.right
            anchors.rightMargin: 20
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 26
            height: Theme.target

            Push {
                id: next

                focus: true
                primary: true
                text: welcome.step < 2 ? qsTr("Next") : qsTr("Let's talk")
                onClicked: {
                    if (welcome.step < 2)
                        welcome.go(welcome.step + 1);
                    else
                        welcome.done();
                }
            }

            Push {
                anchors.left: next.right
                anchors.leftMargin: 12
                visible: welcome.step > 0
                text: qsTr("Back")
                onClicked: welcome.back()
            }

            Row {
                anchors.centerIn: parent
                spacing: 10
                visible: parent.width > 560

                Repeater {
                    model: 3

                    Rectangle {
                        required property int index

                        width: index === welcome.step ? 30 : 12
                        height: 12
                        radius: 6
                        color: index === welcome.step ? Theme.accent : Theme.line
                    }
                }
            }

            Push {
                anchors.right: parent.right
                visible: welcome.step < 2
                text: qsTr("Skip it all")
                onClicked: welcome.done()
            }
        }
    }

    Component {
        id: who

        WelcomeYou {
            assets: welcome.assets
            settings: welcome.settings
            buttons: welcome.buttons
            byPad: welcome.byPad
        }
    }

    Component {
        id: hearing

        WelcomeSound {
            assets: welcome.assets
            settings: welcome.settings
            voices: welcome.voices
            trial: welcome.trial
            level: welcome.companion.level
        }
    }

    Component {
        id: brain

        WelcomeBrain {
            assets: welcome.assets
            settings: welcome.settings
            models: welcome.models
            note: welcome.companion.starterNote
        }
    }
}
