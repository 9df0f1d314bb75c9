pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import "../controls"
import "../style"

// The conversations: begin, find, choose, name, save and delete them.
FocusScope {
    id: pane

    required property url assets
    required property var conversations

    property int naming: -1
    property bool loading: false

    signal opened()
    signal removed()

    function remove(conversation: int) {
        conversations.remove(conversation);
        removed();
    }

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Conversations")

    Push {
        id: begin

        width: parent.width - load.width - 10
        iconSource: pane.assets + "/icons/plus.svg"
        text: qsTr("New")
        Accessible.name: qsTr("New conversation")
        onClicked: {
            pane.conversations.begin();
            pane.opened();
        }
    }

    Push {
        id: load

        anchors.right: parent.right
        iconSource: pane.assets + "/icons/load.svg"
        text: pane.loading ? qsTr("Close") : qsTr("Bring in")
        help: qsTr("Takes over conversations from a file that Rotom saved")
        onClicked: pane.loading = !pane.loading
    }

    Field {
        id: search

        anchors.top: begin.bottom
        anchors.topMargin: 10
        width: parent.width
        placeholderText: qsTr("Search all conversations")
        Accessible.name: placeholderText
        onTextChanged: pane.conversations.seek(text)
        Keys.onEscapePressed: event => {
            event.accepted = text !== "";
            text = "";
        }
    }

    ListView {
        id: list

        property bool isPage: true

        anchors.top: search.bottom
        anchors.topMargin: 12
        anchors.bottom: parent.bottom
        width: parent.width
        visible: search.text.trim() === "" && !pane.loading
        clip: true
        spacing: 6
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 400
        model: pane.conversations
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Conversations")

        delegate: Item {
            id: row

            required property int conversation
            required property string title
            required property string when
            required property bool current
            readonly property bool named: pane.naming === conversation

            width: list.width
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
                        pane.remove(row.conversation);
                    else if (event.accepted)
                        pane.naming = row.conversation;
                }
                onClicked: {
                    pane.conversations.open(row.conversation);
                    pane.opened();
                }

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
                        pane.conversations.rename(row.conversation, text);
                        pane.naming = -1;
                        head.forceActiveFocus(Qt.TabFocusReason);
                    }
                    Keys.onEscapePressed: {
                        pane.naming = -1;
                        head.forceActiveFocus(Qt.TabFocusReason);
                    }
                }
            }

            Row {
                id: tools

                x: 8
                y: 66
                visible: row.current

                SmallPush {
                    iconSource: pane.assets + "/icons/edit.svg"
                    text: qsTr("Name")
                    Accessible.name: qsTr("Rename conversation")
                    onClicked: pane.naming = row.conversation
                }

                SmallPush {
                    iconSource: pane.assets + "/icons/save.svg"
                    text: qsTr("Save")
                    Accessible.name: qsTr("Save conversation as files")
                    onClicked: pane.conversations.export(row.conversation)
                }

                SmallPush {
                    iconSource: pane.assets + "/icons/trash.svg"
                    text: qsTr("Delete")
                    Accessible.name: qsTr("Delete conversation")
                    onClicked: pane.remove(row.conversation)
                }
            }
        }
    }

    ListView {
        id: hits

        property bool isPage: true

        anchors.fill: list
        visible: !list.visible
        clip: true
        spacing: 6
        boundsBehavior: Flickable.StopAtBounds
        model: !visible ? [] : pane.loading ? pane.conversations.files() : pane.conversations.hits
        Accessible.role: Accessible.List
        Accessible.name: pane.loading ? qsTr("Files") : qsTr("Found")

        delegate: T.Button {
            id: hit

            required property var modelData

            x: 5
            width: hits.width - 10
            height: found.implicitHeight + 24
            focusPolicy: Qt.StrongFocus
            activeFocusOnTab: true
            text: modelData.title ?? modelData.name
            Accessible.role: Accessible.ListItem
            Accessible.name: text + ". " + (modelData.text ?? "")
            onClicked: {
                if (modelData.path) {
                    pane.loading = false;
                    pane.conversations.take(modelData.path);
                } else {
                    pane.conversations.goTo(modelData.conversation, modelData.turn);
                }
                pane.opened();
            }

            background: Rectangle {
                radius: Theme.radius
                color: hit.hovered || hit.down ? Theme.raised : Theme.panel

                FocusRing {
                    anchors.margins: 1
                    radius: Theme.radius
                    shown: hit.visualFocus
                }
            }

            contentItem: Item {
                Column {
                    id: found

                    x: 12
                    width: hit.width - 24
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: 2

                    Words {
                        width: parent.width
                        text: hit.text
                        maximumLineCount: 1
                        elide: Text.ElideRight
                        color: Theme.dim
                        font.pixelSize: Theme.small
                        Accessible.ignored: true
                    }

                    Words {
                        width: parent.width
                        visible: text !== ""
                        text: hit.modelData.text ?? ""
                        maximumLineCount: 3
                        elide: Text.ElideRight
                        Accessible.ignored: true
                    }
                }
            }
        }
    }

    Words {
        anchors.top: list.top
        width: parent.width
        visible: hits.visible && hits.count === 0
        color: Theme.dim
        font.pixelSize: Theme.small
        text: pane.loading ? qsTr("No saved conversation was found. A file can also be dropped here.") : qsTr("Nothing was found.")
    }
}
