pragma ComponentBehavior: Bound
import QtQuick
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

    // Gives the focus to the present conversation; false where it is not in view.
    function enter(): bool {
        for (let i = 0; list.visible && i < list.count; i++) {
            const row = list.itemAtIndex(i) as ConversationRow;
            if (row?.current) {
                row.enter();
                return true;
            }
        }
        return false;
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

        delegate: ConversationRow {
            width: list.width
            assets: pane.assets
            named: pane.naming === conversation
            onChosen: {
                pane.conversations.open(conversation);
                pane.opened();
            }
            onNaming: begins => pane.naming = begins ? conversation : -1
            onRenamed: title => pane.conversations.rename(conversation, title)
            onSaved: pane.conversations.export(conversation)
            onRemoved: pane.remove(conversation)
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

        delegate: FoundRow {
            x: 5
            width: hits.width - 10
            onClicked: {
                if (modelData.path) {
                    pane.loading = false;
                    pane.conversations.take(modelData.path);
                } else {
                    pane.conversations.goTo(modelData.conversation, modelData.turn);
                }
                pane.opened();
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
