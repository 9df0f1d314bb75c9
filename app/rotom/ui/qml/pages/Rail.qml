pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import "../controls"
import "../style"

// The pages, one below the other.
Rectangle {
    id: rail

    property bool isRail: true
    required property url assets
    required property string page
    // The server that thinks; empty while Rotom thinks on this machine.
    required property string place

    signal chosen(string page)

    color: Theme.ground
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Pages")

    Rectangle {
        anchors.right: parent.right
        width: 1
        height: parent.height
        color: Theme.line
        opacity: 0.6
    }

    Words {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 14
        width: parent.width
        padding: 4
        horizontalAlignment: Text.AlignHCenter
        text: rail.place === "" ? qsTr("thinks here") : qsTr("thinks on %1").arg(rail.place)
        color: rail.place === "" ? Theme.dim : Theme.orange
        font.pixelSize: Theme.small
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        maximumLineCount: 4
        elide: Text.ElideRight
    }

    Column {
        y: 20
        width: parent.width
        spacing: 14

        Repeater {
            model: [
                { page: "companion", title: "Rotom" },
                { page: "chat", title: QT_TR_NOOP("Chat") },
                { page: "models", title: QT_TR_NOOP("Models") },
                { page: "settings", title: QT_TR_NOOP("Settings") }
            ]

            T.Button {
                id: tab

                required property var modelData
                readonly property bool here: rail.page === modelData.page

                anchors.horizontalCenter: parent?.horizontalCenter
                width: rail.width - 14
                height: 84
                focusPolicy: Qt.StrongFocus
                activeFocusOnTab: true
                text: qsTr(modelData.title)
                Accessible.role: Accessible.PageTab
                Accessible.name: text
                Accessible.selected: here
                onClicked: rail.chosen(modelData.page)

                background: Rectangle {
                    radius: Theme.radius
                    color: tab.here ? Theme.accentLow : tab.hovered ? Theme.raised : "transparent"

                    Rectangle {
                        anchors.verticalCenter: parent.verticalCenter
                        width: 4
                        height: parent.height - 28
                        radius: 2
                        visible: tab.here
                        color: Theme.accent
                    }

                    FocusRing { shown: tab.visualFocus }
                }

                contentItem: Item {
                    Column {
                        anchors.centerIn: parent
                        spacing: 6

                        Icon {
                            anchors.horizontalCenter: parent.horizontalCenter
                            size: 32
                            source: rail.assets + "/icons/" + tab.modelData.page + ".svg"
                            opacity: tab.here ? 1 : 0.8
                        }

                        Words {
                            anchors.horizontalCenter: parent.horizontalCenter
                            text: tab.text
                            wrapMode: Text.NoWrap
                            font.pixelSize: Theme.small
                            font.weight: tab.here ? Font.DemiBold : Font.Normal
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
    }
}
