pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import "../controls"
import "../style"

// A conversation in the list; the present one shows what can be done with it.
Item {
    id: row

    required property int conversation
    required property string title
    required property string when
    required property bool current
    required property url assets
    // Whether its name is being changed.
    required property bool named

    signal chosen()
    signal naming(bool begins)
    signal renamed(string title)
    signal saved()
    signal removed()

    function enter() {
        head.forceActiveFocus(Qt.TabFocusReason);
    }

    function stopNaming() {
        naming(false);
        enter();
    }

    height: head.height + (current ? tools.height + 6 : 0)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: row.current ? Theme.panel : "transparent"
        border.width: row.current ? 2 : 0
        border.color: Theme.accent
    }

    T.Button {
        id: head

        x: 5
        width: parent.width - 10
        height: 66
        visible: !row.named
        focusPolicy: Qt.StrongFocus
        activeFocusOnTab: true
        text: row.title
        Accessible.role: Accessible.ListItem
        Accessible.name: row.title + ", " + row.when
        Accessible.selected: row.current
        Keys.onPressed: event => {
            event.accepted = event.key === Qt.Key_Delete || event.key === Qt.Key_F6;
            if (event.key === Qt.Key_Delete)
                row.removed();
            else if (event.accepted)
                row.naming(true);
        }
        onClicked: row.chosen()

        background: Rectangle {
            radius: Theme.radius
            color: head.hovered || head.down ? Theme.raised : "transparent"

            FocusRing {
                anchors.margins: 2
                radius: Theme.radius
                shown: head.visualFocus
            }
        }

        contentItem: Item {
            Column {
                x: 12
                width: parent.width - 24
                anchors.verticalCenter: parent.verticalCenter
                spacing: 2

                Words {
                    width: parent.width
                    text: row.title
                    maximumLineCount: 1
                    elide: Text.ElideRight
                    font.weight: row.current ? Font.DemiBold : Font.Normal
                    Accessible.ignored: true
                }

                Words {
                    width: parent.width
                    text: row.when
                    maximumLineCount: 1
                    elide: Text.ElideRight
                    color: Theme.dim
                    font.pixelSize: Theme.small
                    Accessible.ignored: true
                }
            }
        }
    }

    Loader {
        x: 8
        y: 8
        width: parent.width - 16
        active: row.named
        sourceComponent: Field {
            text: row.title
            Accessible.name: qsTr("Name of the conversation")
            Component.onCompleted: {
                forceActiveFocus(Qt.TabFocusReason);
                selectAll();
            }
            onAccepted: {
                row.renamed(text);
                row.stopNaming();
            }
            Keys.onEscapePressed: row.stopNaming()
        }
    }

    Row {
        id: tools

        x: 8
        y: 66
        visible: row.current

        SmallPush {
            iconSource: row.assets + "/icons/edit.svg"
            text: qsTr("Name")
            Accessible.name: qsTr("Rename conversation")
            onClicked: row.naming(true)
        }

        SmallPush {
            iconSource: row.assets + "/icons/save.svg"
            text: qsTr("Save")
            Accessible.name: qsTr("Save conversation as files")
            onClicked: row.saved()
        }

        SmallPush {
            iconSource: row.assets + "/icons/trash.svg"
            text: qsTr("Delete")
            Accessible.name: qsTr("Delete conversation")
            onClicked: row.removed()
        }
    }
}
