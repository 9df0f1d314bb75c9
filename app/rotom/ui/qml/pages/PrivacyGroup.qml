import QtQuick
import "../controls"
import "../style"

// What is kept, where words are thought, and the way to delete all of it.
Column {
    id: group

    required property url assets
    required property var settings
    required property var privacy

    property bool asking: false

    spacing: 12
    Component.onCompleted: privacy.look()

    Note {
        width: parent.width
        assets: group.assets
        iconName: "check"
        text: group.settings.values.server === "" || group.settings.values.server_agreed !== group.settings.values.server
              ? qsTr("What you say is heard, thought about and answered on this machine. Nothing leaves it.")
              : qsTr("What you say is heard and spoken on this machine, and thought about on %1: your words go there, sound never does. Empty the field below, and they stay here.").arg(group.settings.values.server)
    }

    Note {
        width: parent.width
        assets: group.assets
        iconName: "mic"
        text: group.settings.values.hands_free
              ? qsTr("The microphone is open all the time, because hands-free is on; a sign shows it on every page. What it hears is not kept.")
              : qsTr("The microphone is open only while you hold the talk button; a sign shows it on every page. What it hears is not kept.")
    }

    SettingRows {
        width: parent.width
        assets: group.assets
        settings: group.settings
        group: "Privacy"
    }

    GameNotes {
        width: parent.width
        assets: group.assets
        privacy: group.privacy
        onEmptied: (group.asking ? keep : ask).forceActiveFocus(Qt.TabFocusReason)
    }

    Card {
        width: parent.width
        height: words.implicitHeight + 2 * Theme.pad

        Column {
            id: words

            x: Theme.pad
            y: Theme.pad
            width: parent.width - 2 * Theme.pad
            spacing: 12

            Words {
                width: parent.width
                text: qsTr("Delete all my data")
                font.weight: Font.DemiBold
            }

            Words {
                width: parent.width
                text: group.privacy.kept
                color: Theme.dim
                font.pixelSize: Theme.small
                wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            }

            Words {
                width: parent.width
                text: group.asking
                      ? qsTr("All conversations, what you said about games, your own personalities, the settings, the server's key and the log will be gone. This cannot be undone.")
                      : qsTr("Conversations, what you said about games, personalities of your own, settings and the log. Models and what you saved yourself stay.")
                color: group.asking ? Theme.text : Theme.dim
            }

            Push {
                id: ask

                visible: !group.asking
                iconSource: group.assets + "/icons/trash.svg"
                text: qsTr("Delete all my data")
                onClicked: {
                    group.asking = true;
                    keep.forceActiveFocus(Qt.TabFocusReason);
                }
            }

            Flow {
                width: parent.width
                spacing: 12
                visible: group.asking

                Push {
                    id: keep

                    primary: true
                    text: qsTr("Keep it")
                    onClicked: {
                        group.asking = false;
                        ask.forceActiveFocus(Qt.TabFocusReason);
                    }
                }

                Push {
                    iconSource: group.assets + "/icons/trash.svg"
                    text: qsTr("Delete everything")
                    onClicked: {
                        group.asking = false;
                        group.privacy.erase();
                    }
                }
            }
        }
    }
}
