pragma ComponentBehavior: Bound
import QtQuick
import "../controls"

// A row of the keyboard on the screen.
Row {
    id: row

    required property string signs
    required property string shiftedSigns
    required property bool shifted
    required property real step

    signal typed(string sign)

    spacing: 8

    function take() {
        (keys.itemAt(0) as Push).forceActiveFocus(Qt.TabFocusReason);
    }

    Repeater {
        id: keys

        model: row.signs.length

        Push {
            required property int index

            width: row.step - 8
            text: (row.shifted ? row.shiftedSigns : row.signs)[index]
            onClicked: row.typed(text)
        }
    }
}
