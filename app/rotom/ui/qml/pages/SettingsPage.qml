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
    required property var times
    required property var settings
    required property var personas
    required property var voices
    required property var machine
    required property var trial
    required property var privacy
    required property var report
    required property var pad
    required property var navigation

    readonly property var groups: settings.groups
    readonly property string group: groups[chosen].id
    property int chosen: 0

    objectName: "settingsPage"
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Settings")
    onVisibleChanged: if (visible) {
        goTo(chosen);
        settings.lookAgain();
    }
    Component.onCompleted: goTo(chosen)
    Keys.onPressed: event => {
        event.accepted = event.matches(StandardKey.Find);
        if (event.accepted)
            search.forceActiveFocus(Qt.TabFocusReason);
    }

    function goTo(index: int) {
        search.text = "";
        const next = (index + groups.length) % groups.length;
        (tabs.itemAt(next) as Item).forceActiveFocus(Qt.TabFocusReason);
        chosen = next;
    }

    function contentOf(group: string): Component {
        switch (group) {
        case "Personality":
            return personality;
        case "Voice":
            return voice;
        case "Controls":
            return controls;
        case "Privacy":
            return privacyOfUser;
        case "About":
            return aboutRotom;
        }
        return declared;
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
        text: qsTr("Settings")
        font.pixelSize: Theme.title
        font.weight: Font.DemiBold
    }

    Field {
        id: search

        x: list.x
        anchors.top: title.bottom
        anchors.topMargin: 16
        width: list.width
        maximumLength: 60
        placeholderText: qsTr("Search")
        Accessible.name: qsTr("Search the settings")
        Keys.onEscapePressed: event => {
            event.accepted = text !== "";
            text = "";
        }
    }

    Column {
        id: list

        x: 20
        anchors.top: search.bottom
        anchors.topMargin: 14
        width: page.width > 900 ? 210 : 170
        spacing: 6
        Accessible.role: Accessible.PageTabList
        Accessible.name: qsTr("Groups of settings")

        Repeater {
            id: tabs

            model: page.groups

            T.Button {
                id: tab

                required property var modelData
                required property int index
                readonly property bool here: page.chosen === index && search.text === ""

                width: list.width
                height: Theme.target
                focusPolicy: Qt.StrongFocus
                activeFocusOnTab: page.chosen === index
                text: qsTranslate("Rotom", modelData.title)
                Accessible.role: Accessible.PageTab
                Accessible.name: text
                Accessible.selected: here
                onClicked: page.goTo(index)
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
                Keys.onRightPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)

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
            sourceComponent: search.text.trim() !== "" ? found : page.contentOf(page.group)
            onSourceComponentChanged: scrolling.contentY = 0
        }
    }

    DropArea {
        anchors.fill: parent
        enabled: page.group === "Personality"
        onDropped: drop => {
            for (const url of drop.urls)
                page.personas.bringIn(url.toString());
        }
    }

    Component {
        id: found

        FoundSettings {
            assets: page.assets
            settings: page.settings
            words: search.text
            onWanted: group => page.goTo(page.groups.findIndex(each => each.id === group))
        }
    }

    Component {
        id: personality

        PersonalityGroup {
            assets: page.assets
            settings: page.settings
            personas: page.personas
            page: scrolling
        }
    }

    Component {
        id: voice

        VoiceGroup {
            assets: page.assets
            settings: page.settings
            voices: page.voices
            onMore: page.navigation.open("models", "voice")
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
        id: privacyOfUser

        PrivacyGroup {
            assets: page.assets
            settings: page.settings
            privacy: page.privacy
        }
    }

    Component {
        id: aboutRotom

        AboutGroup {
            assets: page.assets
            machine: page.machine
            report: page.report
            engines: page.companion.engines
            times: page.times
        }
    }

    Component {
        id: declared

        DeclaredGroup {
            assets: page.assets
            companion: page.companion
            settings: page.settings
            trial: page.trial
            group: page.group
        }
    }
}
