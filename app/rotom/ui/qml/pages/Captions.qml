pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import "../controls"
import "../style"

// What Rotom heard, which a press corrects, and what it says with the word that sounds marked.
FocusScope {
    id: captions

    required property url assets
    required property string heard
    // The turn of what was heard; '' while it can still grow.
    required property string heardTurn
    required property string caption
    required property string greeting
    // What is said before, within and after the word that sounds now, as StyledText.
    required property list<string> parts
    required property bool compact

    property bool correcting: false

    signal corrected(string turnId, string text)
    // The focus is free again.
    signal finished()

    function finish() {
        correcting = false;
        finished();
    }

    onHeardTurnChanged: correcting = false

    T.Button {
        id: said
        objectName: "heard"

        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, line.implicitWidth + pencil.width + 46)
        height: 48
        visible: captions.heard !== "" && !captions.correcting
        enabled: captions.heardTurn !== ""
        focusPolicy: Qt.StrongFocus
        activeFocusOnTab: true
        text: captions.heard
        Accessible.role: Accessible.Button
        Accessible.name: qsTr("You said: %1").arg(captions.heard)
        Accessible.description: qsTr("Press to correct it and say it again")
        onClicked: captions.correcting = true

        background: Rectangle {
            radius: Theme.radius
            color: said.hovered || said.down ? Theme.raised : "transparent"

            FocusRing {
                anchors.margins: 0
                radius: Theme.radius
                shown: said.visualFocus
            }
        }

        contentItem: Item {
            Words {
                id: line

                x: 14
                anchors.verticalCenter: parent.verticalCenter
                width: said.width - pencil.width - 46
                horizontalAlignment: Text.AlignHCenter
                text: "“" + captions.heard + "”"
                color: Theme.dim
                font.pixelSize: Theme.small
                wrapMode: Text.NoWrap
                maximumLineCount: 1
                elide: Text.ElideMiddle
                Accessible.ignored: true
            }

            Icon {
                id: pencil

                x: said.width - width - 14
                anchors.verticalCenter: parent.verticalCenter
                size: 20
                source: captions.assets + "/icons/edit.svg"
                opacity: said.enabled ? 1 : 0
            }
        }
    }

    Loader {
        width: parent.width
        height: 52
        active: captions.correcting
        sourceComponent: Item {
            Field {
                id: words

                width: parent.width - again.width - keep.width - 16
                text: captions.heard
                maximumLength: 8000
                Accessible.name: qsTr("What you said")
                Component.onCompleted: forceActiveFocus(Qt.TabFocusReason)
                Keys.onEscapePressed: captions.finish()
                onAccepted: again.clicked()
            }

            Push {
                id: again

                anchors.right: keep.left
                anchors.rightMargin: 8
                primary: true
                text: qsTr("Say this")
                enabled: words.text.trim() !== ""
                onClicked: {
                    if (enabled) {
                        captions.corrected(captions.heardTurn, words.text);
                        captions.finish();
                    }
                }
            }

            SmallPush {
                id: keep
                objectName: "keepHeard"

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                display: T.Button.IconOnly
                iconSource: captions.assets + "/icons/close.svg"
                text: qsTr("Keep it as it was")
                onClicked: captions.finish()
            }
        }
    }

    Marked {
        anchors.top: parent.top
        anchors.topMargin: 56
        width: parent.width
        height: parent.height - 56
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        font.pixelSize: captions.compact ? 23 : Theme.caption
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.small
        elide: Text.ElideRight
        text: captions.parts[1] === "" ? captions.parts.join("")
            : captions.parts[0] + "<font color=\"" + Theme.accent + "\"><u>" + captions.parts[1] + "</u></font>" + captions.parts[2]
        Accessible.ignored: false
        Accessible.role: Accessible.StaticText
        Accessible.name: captions.caption || captions.greeting
    }
}
