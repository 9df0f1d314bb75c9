pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import "../controls"
import "../style"

// Short answers that are one press away, and a way to write others.
FocusScope {
    id: replies

    required property url assets
    required property list<string> texts
    // How much height there is for them.
    required property real room
    property bool editing: false

    readonly property int most: 6
    // Those that there is room for, above the pencil.
    readonly property int shown: Math.max(0, Math.min(most, Math.floor((room - 48) / (Theme.target + 8))))

    signal said(string text)
    signal changed(list<string> texts)

    function keep() {
        const written = [];
        for (let i = 0; i < fields.count; i++)
            written.push((fields.itemAt(i) as Field).text);
        const rest = texts.slice(fields.count);
        stopEditing();
        changed(written.concat(rest));
    }

    function stopEditing() {
        editing = false;
        edit.forceActiveFocus(Qt.TabFocusReason);
    }

    visible: shown > 0
    onVisibleChanged: if (!visible) editing = false
    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Quick replies")

    Column {
        id: column

        width: parent.width
        spacing: 8

        Repeater {
            model: replies.editing ? 0 : replies.texts.slice(0, replies.shown)

            T.Button {
                id: reply

                required property string modelData

                anchors.right: parent?.right
                width: Math.min(replies.width, words.implicitWidth + 40)
                height: Math.max(Theme.target, words.height + 20)
                focusPolicy: Qt.StrongFocus
                activeFocusOnTab: true
                text: modelData
                Accessible.role: Accessible.Button
                Accessible.name: qsTr("Say: %1").arg(text)
                onClicked: replies.said(text)

                background: Rectangle {
                    radius: 18
                    color: reply.down || reply.hovered ? Qt.lighter(Theme.accentLow, 1.25) : Theme.accentLow

                    FocusRing {
                        radius: 22
                        shown: reply.visualFocus
                    }
                }

                contentItem: Item {
                    Words {
                        id: words

                        x: 20
                        anchors.verticalCenter: parent.verticalCenter
                        width: reply.width - 40
                        text: reply.text
                        maximumLineCount: 2
                        elide: Text.ElideRight
                        Accessible.ignored: true
                    }
                }
            }
        }

        Repeater {
            id: fields

            model: replies.editing ? replies.shown : 0

            Field {
                required property int index

                width: replies.width
                text: replies.texts[index] ?? ""
                maximumLength: 40
                placeholderText: qsTr("Another one")
                Accessible.name: qsTr("Quick reply %1").arg(index + 1)
                onAccepted: replies.keep()
                Keys.onEscapePressed: replies.stopEditing()
            }
        }

        SmallPush {
            id: edit
            objectName: "editReplies"

            anchors.right: parent.right
            display: replies.editing ? T.Button.TextBesideIcon : T.Button.IconOnly
            iconSource: replies.assets + (replies.editing ? "/icons/check.svg" : "/icons/edit.svg")
            text: replies.editing ? qsTr("Done") : qsTr("Change the quick replies")
            onClicked: {
                if (replies.editing) {
                    replies.keep();
                } else {
                    replies.editing = true;
                    (fields.itemAt(0) as Field).forceActiveFocus(Qt.TabFocusReason);
                }
            }
        }
    }
}
