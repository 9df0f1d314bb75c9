pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../style"

// How quick the last answer was beside what is usual, from the user's last sound on.
Column {
    id: table

    required property var times
    property bool brief: false

    spacing: brief ? 2 : 6
    Accessible.role: Accessible.Table
    Accessible.name: qsTr("How quick the answers are")

    component Line: Item {
        id: line

        required property string what
        required property string last
        required property string usual
        property bool isHead: false

        width: table.width
        height: title.height
        Accessible.role: Accessible.StaticText
        Accessible.name: what + ": " + last + ", " + usual

        Words {
            id: title

            width: parent.width - 2 * number.width
            text: line.what
            color: Theme.dim
            font.pixelSize: Theme.small
            maximumLineCount: 1
            elide: Text.ElideRight
            Accessible.ignored: true
        }

        Words {
            id: number

            anchors.right: other.left
            width: Math.max(72, table.width * 0.22)
            text: line.last
            horizontalAlignment: Text.AlignRight
            color: line.isHead ? Theme.dim : Theme.text
            font.pixelSize: Theme.small
            maximumLineCount: 1
            Accessible.ignored: true
        }

        Words {
            id: other

            anchors.right: parent.right
            width: number.width
            text: line.usual
            horizontalAlignment: Text.AlignRight
            color: Theme.dim
            font.pixelSize: Theme.small
            maximumLineCount: 1
            Accessible.ignored: true
        }
    }

    Line {
        what: table.brief ? "" : qsTr("After your last sound")
        last: qsTr("last")
        usual: qsTr("usual")
        isHead: true
    }

    Repeater {
        model: [qsTr("Your turn is over"), qsTr("Words understood"), qsTr("First word thought"), qsTr("First sound")]

        Line {
            required property int index
            required property string modelData

            function shown(ms: int): string {
                return ms < 0 ? "–" : qsTr("%1 ms").arg(ms);
            }

            what: modelData
            last: shown(table.times.last[index])
            usual: shown(table.times.usual[index])
        }
    }
}
