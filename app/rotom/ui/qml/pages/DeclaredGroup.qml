pragma ComponentBehavior: Bound
import QtQuick
import "../controls"

// A group of settings that are shown as they are declared, with what there is to see beside them.
Column {
    id: root

    required property url assets
    required property var companion
    required property var settings
    required property var trial
    required property string group

    spacing: 12

    Note {
        width: parent.width
        visible: text !== ""
        assets: root.assets
        text: root.group === "Brain" ? root.companion.starterNote : root.group === "Appearance" ? root.settings.petNote : ""
    }

    Loader {
        width: parent.width
        active: root.group === "Listening"
        visible: active
        sourceComponent: MicrophoneTrial {
            assets: root.assets
            trial: root.trial
            level: root.companion.level
        }
    }

    ListeningMeter {
        width: parent.width
        visible: root.group === "Listening"
        companion: root.companion
        sureness: root.settings.values.sureness
    }

    SettingRows {
        width: parent.width
        assets: root.assets
        settings: root.settings
        group: root.group
    }
}
