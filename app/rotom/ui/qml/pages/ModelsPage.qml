pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../style"

// The models: what suits this machine, what there is besides, and where Rotom thinks.
FocusScope {
    id: page

    required property url assets
    required property var models
    required property var navigation

    property int chosen: 0
    property int edition: 0
    readonly property string kind: models.kinds[chosen].id
    readonly property string suiting: models.suiting(kind)

    objectName: "modelsPage"
    Accessible.role: Accessible.Pane
    Accessible.name: "Models"
    onVisibleChanged: if (visible) {
        edition += 1;
        goTo(chosen);
    }
    Component.onCompleted: goTo(chosen)

    function goTo(index: int) {
        const count = models.kinds.length;
        chosen = (index + count) % count;
        (tabs.itemAt(chosen) as Item)?.forceActiveFocus(Qt.TabFocusReason);
    }

    // Read anew whenever the edition is another one.
    function rowsOf(kind: string, edition: int): var {
        return edition < 0 ? [] : models.rows(kind);
    }

    Connections {
        target: page.navigation
        enabled: page.visible

        function onPaged(direction: int) {
            page.goTo(page.chosen + direction);
        }
    }

    Connections {
        target: page.models

        function onListed() {
            page.edition += 1;
        }
    }

    Words {
        id: title

        x: 28
        y: 18
        text: "Models"
        font.pixelSize: Theme.title
        font.weight: Font.DemiBold
    }

    Row {
        id: kinds

        anchors.left: title.right
        anchors.leftMargin: 28
        anchors.verticalCenter: title.verticalCenter
        spacing: 8
        Accessible.role: Accessible.PageTabList
        Accessible.name: "Kinds of models"

        Repeater {
            id: tabs

            model: page.models.kinds

            Push {
                required property var modelData
                required property int index

                text: modelData.title
                primary: page.chosen === index
                onClicked: page.goTo(index)
            }
        }
    }

    Pages {
        id: scrolling

        objectName: "modelsScroll"
        anchors.left: parent.left
        anchors.leftMargin: 18
        anchors.right: parent.right
        anchors.rightMargin: 10
        anchors.top: title.bottom
        anchors.topMargin: 22
        anchors.bottom: parent.bottom
        contentHeight: column.height + 36
        Keys.onEscapePressed: page.goTo(page.chosen)

        Column {
            id: column

            x: 10
            y: 6
            width: scrolling.width - 30
            spacing: 12

            Note {
                width: parent.width
                assets: page.assets
                iconName: "check"
                text: page.models.advice(page.kind)
            }

            Card {
                width: parent.width
                height: where.implicitHeight + 2 * Theme.pad
                visible: page.kind === "brain"
                border.color: page.models.privacy !== "" ? Theme.orange : Theme.line

                Column {
                    id: where

                    x: Theme.pad
                    y: Theme.pad
                    width: parent.width - 2 * Theme.pad
                    spacing: 10

                    Words {
                        width: parent.width
                        text: page.models.thinking
                        font.weight: Font.DemiBold
                    }

                    Words {
                        width: parent.width
                        visible: text !== ""
                        text: page.models.privacy
                    }

                    Push {
                        visible: page.models.server !== "" && page.models.privacy === ""
                        text: "Test the server"
                        onClicked: page.models.test()
                    }

                    Row {
                        spacing: 12
                        visible: page.models.privacy !== ""

                        Push {
                            text: "Let my words go there"
                            onClicked: page.models.agree()
                        }

                        Push {
                            text: "Think here"
                            onClicked: page.models.thinkHere()
                        }
                    }
                }
            }

            Repeater {
                id: list

                model: page.rowsOf(page.kind, page.edition)

                ModelCard {
                    required property var modelData

                    assets: page.assets
                    models: page.models
                    model: modelData
                    suits: page.suiting === modelData.id
                }
            }

            Push {
                text: "Use what came with Rotom"
                onClicked: page.models.useShipped(page.kind)
            }

            Push {
                visible: page.models.unused !== ""
                text: "Remove all that is not in use (" + page.models.unused + ")"
                onClicked: page.models.removeUnused()
            }

            Row {
                width: parent.width
                spacing: 12

                Field {
                    id: own

                    width: parent.width - add.width - parent.spacing
                    maximumLength: 1000
                    placeholderText: "A path, or owner/name/file.gguf of the hub"
                    Accessible.name: "A model of your own, by path or address"
                    onAccepted: add.clicked()
                }

                Push {
                    id: add

                    text: "Add"
                    Accessible.name: "Add a model of your own"
                    onClicked: {
                        page.models.add(own.text);
                        own.text = "";
                    }
                }
            }

            Words {
                width: parent.width
                text: "A GGUF file, a Piper voice or a Whisper folder of your own can be dropped here."
                color: Theme.dim
                font.pixelSize: Theme.small
            }
        }
    }

    DropArea {
        anchors.fill: parent
        onDropped: drop => {
            for (const url of drop.urls)
                page.models.add(url.toString());
        }
    }
}
