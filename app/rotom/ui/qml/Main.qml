pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Window
import "layers"
import "pages"
import "style"

// The one window: a rail of pages, the page, and the layers above it.
Window {
    id: root

    required property var companion
    required property var times
    required property var chat
    required property var settings
    required property var personas
    required property var voices
    required property var models
    required property var machine
    required property var trial
    required property var privacy
    required property var report
    required property var notices
    required property var navigation
    required property var keyboard
    required property var pad
    required property var quickMenu
    required property url assets

    // A television is farther away than a Deck: what fills the whole screen grows with it.
    property bool fillsScreen: visibility === Window.FullScreen
    readonly property real zoom: fillsScreen ? Math.max(1, Math.min(width / 1280, height / 720)) : 1
    readonly property bool roomy: width / zoom >= 1000
    // gamescope shows the game alone and hides nothing: what has lost the focus is behind it.
    property bool behindGame: false
    readonly property bool shown: visible && visibility !== Window.Minimized
    readonly property string page: navigation.page

    title: "Rotom"
    width: 1280
    height: 800
    minimumWidth: 800
    minimumHeight: 600
    color: Theme.ground

    Binding {
        target: Theme
        property: "wanted"
        value: root.settings.values.theme
    }

    Binding {
        target: Theme
        property: "calm"
        value: root.settings.values.reduced_motion
    }

    Shortcut {
        sequence: "Ctrl+T"
        onActivated: root.settings.toggle("tap_to_talk")
    }

    Shortcut {
        sequence: "Ctrl+H"
        onActivated: root.settings.toggle("hands_free")
    }

    FocusScope {
        id: everything

        width: root.width / root.zoom
        height: root.height / root.zoom - (footer.visible ? footer.height : 0)
        transformOrigin: Item.TopLeft
        scale: root.zoom
        focus: true
        Keys.onPressed: event => event.accepted = root.navigation.pressed(event.key, event.modifiers, event.isAutoRepeat)
        Keys.onReleased: event => event.accepted = root.navigation.released(event.key, event.isAutoRepeat)

        Rectangle {
            anchors.fill: parent
            gradient: Gradient {
                GradientStop { position: 0; color: Theme.ground }
                GradientStop { position: 1; color: Theme.groundLow }
            }
        }

        FocusScope {
            id: base

            anchors.fill: parent
            focus: enabled
            enabled: !welcome.active && !keyboard.active && !ring.active

            Rail {
                id: rail

                height: parent.height
                width: root.roomy ? 116 : 104
                assets: root.assets
                page: root.page
                place: root.models.place
                onChosen: page => root.navigation.open(page)
            }

            FocusScope {
                id: pages

                anchors.left: rail.right
                anchors.right: parent.right
                anchors.top: parent.top
                anchors.topMargin: notes.height === 0 ? 0 : notes.y + notes.height - 8
                anchors.bottom: parent.bottom
                focus: true

                CompanionPage {
                    anchors.fill: parent
                    visible: root.page === "companion"
                    focus: visible
                    assets: root.assets
                    companion: root.companion
                    times: root.times
                    chat: root.chat
                    settings: root.settings
                    byPad: root.navigation.byPad
                    awake: root.shown && visible && !welcome.active
                    paused: root.behindGame
                }

                Loader {
                    anchors.fill: parent
                    active: root.page === "chat" || item !== null
                    visible: root.page === "chat"
                    focus: visible
                    sourceComponent: ChatPage {
                        assets: root.assets
                        companion: root.companion
                        chat: root.chat
                        navigation: root.navigation
                        focus: true
                    }
                }

                Loader {
                    anchors.fill: parent
                    active: root.page === "models" || item !== null
                    visible: root.page === "models"
                    focus: visible
                    sourceComponent: ModelsPage {
                        assets: root.assets
                        models: root.models
                        navigation: root.navigation
                        focus: true
                    }
                }

                Loader {
                    anchors.fill: parent
                    active: root.page === "settings" || item !== null
                    visible: root.page === "settings"
                    focus: visible
                    sourceComponent: SettingsPage {
                        assets: root.assets
                        companion: root.companion
                        times: root.times
                        settings: root.settings
                        personas: root.personas
                        voices: root.voices
                        machine: root.machine
                        trial: root.trial
                        privacy: root.privacy
                        report: root.report
                        pad: root.pad
                        navigation: root.navigation
                        focus: true
                    }
                }
            }
        }

        Loader {
            id: welcome

            anchors.fill: parent
            active: !root.settings.met
            focus: active
            sourceComponent: Welcome {
                focus: true
                assets: root.assets
                companion: root.companion
                settings: root.settings
                voices: root.voices
                models: root.models
                trial: root.trial
                buttons: root.pad.buttons
                byPad: root.navigation.byPad
                awake: root.shown
                onDone: root.settings.change("met", true)
            }
        }

        MicrophoneSign {
            id: sign

            anchors.top: parent.top
            anchors.right: parent.right
            anchors.margins: 16
            assets: root.assets
            open: root.companion.microphoneOpen
            muted: root.companion.microphoneMuted
            waitsFor: root.companion.waitsFor
            level: root.companion.level
        }

        Loader {
            id: keyboard

            anchors.fill: parent
            active: root.keyboard.shown
            focus: active
            sourceComponent: Keyboard {
                focus: true
                assets: root.assets
                keyboard: root.keyboard
                buttons: root.pad.buttons
            }
        }

        Loader {
            id: ring

            anchors.fill: parent
            active: root.quickMenu.isOpen
            focus: active
            sourceComponent: QuickMenu {
                focus: true
                menu: root.quickMenu
            }
        }

        Notes {
            id: notes

            x: rail.width + 20
            y: root.roomy ? 14 : 66
            width: Math.min((root.roomy ? sign.x : parent.width) - x - 20, 820)
            assets: root.assets
            sentences: root.notices.sentences
            onDismissed: sentence => root.notices.dismiss(sentence)
        }
    }

    Footer {
        id: footer

        anchors.bottom: parent.bottom
        width: root.width / root.zoom
        transformOrigin: Item.BottomLeft
        scale: root.zoom
        visible: root.navigation.byPad
        assets: root.assets
        buttons: root.pad.buttons
        place: ring.active ? "ring" : keyboard.active ? "keyboard" : welcome.active ? "welcome" : "page"
        page: root.page
        tapToTalk: root.companion.tapToTalk
        talking: root.companion.talking
        asking: root.pad.asking !== ""
    }

    // Above all, so that a press is seen whoever takes it.
    Item {
        anchors.fill: parent

        PointHandler {
            property Item before
            property bool within

            acceptedButtons: Qt.AllButtons
            onActiveChanged: {
                if (active) {
                    before = root.activeFocusItem;
                    within = before?.contains(before.mapFromItem(null, point.scenePosition)) ?? false;
                    root.navigation.usedPad(false);
                } else if (within || before !== root.activeFocusItem) {
                    root.keyboard.touched(root.activeFocusItem);
                }
            }
        }
    }
}
