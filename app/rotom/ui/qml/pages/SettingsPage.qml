pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import "../controls"
import "../style"

// The settings, in groups: the list of groups on the left, the chosen one beside it.
FocusScope {
    id: page

    required property url assets
    required property var companion
    required property var settings
    required property var personas
    required property var voices
    required property var machine
    required property var pad
    required property var navigation

    readonly property var groups: ["Personality", "Voice", "Listening", "Brain", "Controls", "Appearance", "Privacy", "About"]
    property int chosen: 0

    objectName: "settingsPage"
    Accessible.role: Accessible.Pane
    Accessible.name: "Settings"
    onVisibleChanged: if (visible) {
        goTo(chosen);
        settings.lookAgain();
    }
    Component.onCompleted: goTo(chosen)

    function goTo(index: int) {
        const next = (index + groups.length) % groups.length;
        (tabs.itemAt(next) as Item).forceActiveFocus(Qt.TabFocusReason);
        chosen = next;
    }

    Connections {
        target: page.navigation
        enabled: page.visible

        function onPaged(direction: int) {
            page.goTo(page.chosen + direction);
        }
    }

    Words {
        id: title

        x: 28
        y: 18
        text: "Settings"
        font.pixelSize: Theme.title
        font.weight: Font.DemiBold
    }

    Column {
        id: list

        x: 20
        anchors.top: title.bottom
        anchors.topMargin: 20
        width: page.width > 900 ? 210 : 170
        spacing: 6
        Accessible.role: Accessible.PageTabList
        Accessible.name: "Groups of settings"

        Repeater {
            id: tabs

            model: page.groups

            T.Button {
                id: tab

                required property string modelData
                required property int index
                readonly property bool here: page.chosen === index

                width: list.width
                height: Theme.target
                focusPolicy: Qt.StrongFocus
                activeFocusOnTab: here
                text: modelData
                Accessible.role: Accessible.PageTab
                Accessible.name: text
                Accessible.selected: here
                onClicked: page.chosen = index
                Keys.onUpPressed: event => {
                    event.accepted = index > 0;
                    if (event.accepted)
                        page.goTo(index - 1);
                }
                Keys.onDownPressed: event => {
                    event.accepted = index < tabs.count - 1;
                    if (event.accepted)
                        page.goTo(index + 1);
                }

                background: Rectangle {
                    radius: Theme.radius
                    color: tab.here ? Theme.accentLow : tab.hovered ? Theme.raised : "transparent"

                    FocusRing { shown: tab.visualFocus }
                }

                contentItem: Words {
                    leftPadding: 16
                    verticalAlignment: Text.AlignVCenter
                    text: tab.text
                    wrapMode: Text.NoWrap
                    font.weight: tab.here ? Font.DemiBold : Font.Normal
                    Accessible.ignored: true
                }
            }
        }
    }

    Pages {
        id: scrolling

        objectName: "settingsScroll"

        anchors.left: list.right
        anchors.leftMargin: 14
        anchors.right: parent.right
        anchors.rightMargin: 10
        anchors.top: title.bottom
        anchors.topMargin: 14
        anchors.bottom: parent.bottom
        contentHeight: group.height + 36
        Keys.onEscapePressed: page.goTo(page.chosen)

        Loader {
            id: group

            x: 10
            y: 6
            width: scrolling.width - 30
            sourceComponent: switch (page.groups[page.chosen]) {
            case "Personality":
                return personality;
            case "Voice":
                return voice;
            case "Controls":
                return controls;
            case "About":
                return aboutRotom;
            default:
                return declared;
            }
            onSourceComponentChanged: scrolling.contentY = 0
        }
    }

    Component {
        id: personality

        PersonalityGroup {
            assets: page.assets
            settings: page.settings
            personas: page.personas
        }
    }

    Component {
        id: voice

        VoiceGroup {
            assets: page.assets
            settings: page.settings
            voices: page.voices
        }
    }

    Component {
        id: controls

        ControlsGroup {
            assets: page.assets
            settings: page.settings
            pad: page.pad
        }
    }

    Component {
        id: aboutRotom

        AboutGroup {
            assets: page.assets
            machine: page.machine
            engines: page.companion.engines
        }
    }

    Component {
        id: declared

        Column {
            spacing: 12

            Note {
                width: parent.width
                visible: page.groups[page.chosen] === "Brain" && text !== ""
                assets: page.assets
                text: page.companion.starterNote
            }

            Note {
                width: parent.width
                visible: page.groups[page.chosen] === "Privacy"
                assets: page.assets
                iconName: "check"
                text: page.settings.values.server === "" || page.settings.values.server_agreed !== page.settings.values.server
                      ? "What you say is heard, thought about and answered on this machine. Nothing leaves it."
                      : "What you say is heard and spoken on this machine, and thought about on " + page.settings.values.server
                        + ": your words go there, sound never does. Empty the field below, and they stay here."
            }

            SettingRows {
                width: parent.width
                assets: page.assets
                settings: page.settings
                group: page.groups[page.chosen]
            }
        }
    }
}
