pragma ComponentBehavior: Bound
import QtQuick

// The settings of a group, as they are declared.
Column {
    id: rows

    required property url assets
    required property var settings
    required property string group

    spacing: 12

    Repeater {
        model: rows.settings.rows(rows.group)

        SettingRow {
            width: rows.width
            assets: rows.assets
            settings: rows.settings
        }
    }
}
