import QtQuick
import QtQuick.Templates as T
import "../style"

// Several lines to type in; Tab leaves it, long text scrolls inside.
FocusScope {
    id: box

    property alias text: area.text
    property alias placeholder: hint.text
    property alias area: area
    property int longest: 0
    property int mostLines: 5
    property int leastLines: 1

    signal edited()

    implicitHeight: Math.min(Math.max(area.contentHeight, leastLines * metrics.height),
                             mostLines * metrics.height) + 26
    implicitWidth: 300
    Accessible.role: Accessible.EditableText

    FontMetrics {
        id: metrics

        font: area.font
    }

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.ground
        border.width: 1
        border.color: Theme.line

        FocusRing { shown: area.activeFocus }
    }

    Words {
        id: hint

        x: 16
        width: parent.width - 32
        height: parent.height
        verticalAlignment: box.leastLines > 1 ? Text.AlignTop : Text.AlignVCenter
        topPadding: box.leastLines > 1 ? 12 : 0
        visible: area.text === "" && area.preeditText === ""
        elide: Text.ElideRight
        wrapMode: Text.NoWrap
        color: Theme.dim
        Accessible.ignored: true
    }

    Pages {
        id: flick

        isPage: false
        anchors.fill: parent
        anchors.margins: 12
        anchors.leftMargin: 16
        contentHeight: area.height

        function follow(cursor: rect) {
            if (cursor.y < contentY)
                contentY = cursor.y
            else if (cursor.y + cursor.height > contentY + height)
                contentY = cursor.y + cursor.height - height
        }

        T.TextArea {
            id: area

            width: flick.width - 10
            height: Math.max(flick.height, contentHeight)
            focus: true
            activeFocusOnTab: true
            color: Theme.text
            wrapMode: TextEdit.Wrap
            textFormat: TextEdit.PlainText
            selectByMouse: true
            selectionColor: Theme.accent
            selectedTextColor: Theme.ink
            font.pixelSize: Theme.body
            font.family: Application.font.family
            Accessible.role: Accessible.EditableText
            Accessible.name: hint.text
            Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
            onCursorRectangleChanged: flick.follow(cursorRectangle)
            onTextEdited: box.edited()
        }
    }
}
