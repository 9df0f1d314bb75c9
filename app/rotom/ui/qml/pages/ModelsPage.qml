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
    readonly property string suiting: edition < 0 ? "" : models.suiting(kind)

    objectName: "modelsPage"
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Models")
    onVisibleChanged: if (visible) {
        edition += 1;
        begin();
        models.headers.look();
    }
    Component.onCompleted: begin()

    function begin() {
        const wanted = models.kinds.findIndex(each => each.id === navigation.modelKind);
        goTo(wanted < 0 ? chosen : wanted);
    }

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
            page.models.headers.look();
        }
    }

    Words {
        id: title

        x: 28
        y: 18
        text: qsTr("Models")
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
        Accessible.name: qsTr("Kinds of models")

        Repeater {
            id: tabs

            model: page.models.kinds

            Push {
                required property var modelData
                required property int index

                text: qsTranslate("Rotom", modelData.title)
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
                text: page.edition < 0 ? "" : page.models.advice(page.kind)
            }

            Push {
                visible: page.models.suggestion.models.length > 1
                text: qsTr("Fetch all that suits: %1").arg(page.models.suggestion.size)
                primary: true
                onClicked: page.models.fetchSuggestion()
            }

            ServerCard {
                width: parent.width
                visible: page.kind === "brain"
                models: page.models
                desk: page.models.desk
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

            TuningCard {
                width: parent.width
                visible: page.kind === "brain"
                tuning: page.models.tuning
            }

            Push {
                text: qsTr("Use what came with Rotom")
                onClicked: page.models.useShipped(page.kind)
            }

            Push {
                visible: page.models.unused !== ""
                text: qsTr("Remove all that is not in use (%1)").arg(page.models.unused)
                onClicked: page.models.removeUnused()
            }

            LimitRow {
                width: parent.width
                models: page.models
            }

            Row {
                width: parent.width
                spacing: 12

                Field {
                    id: own

                    width: parent.width - add.width - parent.spacing
                    maximumLength: 1000
                    placeholderText: qsTr("A path, or owner/name/file.gguf of the hub")
                    Accessible.name: qsTr("A model of your own, by path or address")
                    onAccepted: add.clicked()
                }

                Push {
                    id: add

                    text: qsTr("Add")
                    Accessible.name: qsTr("Add a model of your own")
                    onClicked: {
                        page.models.add(own.text);
                        own.text = "";
                    }
                }
            }

            Words {
                width: parent.width
                text: qsTr("A GGUF file, a Piper voice or a Whisper folder of your own can be dropped here.")
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
