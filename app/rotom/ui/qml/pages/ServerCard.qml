pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../style"

// Where Rotom thinks: the server, what may go there, its key, its models.
Card {
    id: card

    required property var models
    required property var desk

    readonly property bool asks: models.privacy !== ""
    readonly property bool agreed: models.server !== "" && !asks

    height: where.implicitHeight + 2 * Theme.pad
    border.color: asks ? Theme.orange : Theme.line

    Column {
        id: where

        x: Theme.pad
        y: Theme.pad
        width: parent.width - 2 * Theme.pad
        spacing: 12

        Words {
            width: parent.width
            text: card.models.thinking
            font.weight: Font.DemiBold
        }

        Words {
            width: parent.width
            visible: text !== ""
            text: card.models.privacy
        }

        Flow {
            width: parent.width
            spacing: 12
            visible: card.asks

            Push {
                text: qsTr("Let my words go there")
                onClicked: card.desk.agree()
            }

            Push {
                text: qsTr("Think here")
                onClicked: card.desk.thinkHere()
            }
        }

        Row {
            width: parent.width
            spacing: 12
            visible: card.models.server === ""

            Field {
                id: address

                width: parent.width - take.width - parent.spacing
                maximumLength: 300
                placeholderText: qsTr("A server that thinks, such as http://192.168.1.20:8080")
                Accessible.name: qsTr("The address of a server that thinks")
                onAccepted: take.clicked()
            }

            Push {
                id: take

                text: qsTr("Use")
                Accessible.name: qsTr("Use the server")
                onClicked: {
                    if (address.text !== "")
                        card.desk.useServer(address.text);
                    address.text = "";
                }
            }
        }

        Flow {
            width: parent.width
            spacing: 12
            visible: card.agreed

            Push {
                text: qsTr("Test the server")
                onClicked: card.desk.test()
            }

            Push {
                text: qsTr("Show its models")
                onClicked: card.desk.listModels()
            }

            Push {
                text: qsTr("Think here again")
                onClicked: card.desk.thinkHere()
            }
        }

        Flow {
            width: parent.width
            spacing: 12
            visible: card.agreed && card.desk.models.length > 0
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Models of the server")

            Repeater {
                model: card.desk.models

                Choice {
                    required property string modelData
                    required property int index

                    width: Math.min(where.width, 380)
                    text: modelData
                    checked: card.desk.model === modelData || card.desk.model === "" && index === 0
                    onClicked: card.desk.useModel(modelData)
                }
            }
        }

        Row {
            width: parent.width
            spacing: 12
            visible: card.agreed
            Accessible.role: Accessible.Grouping
            Accessible.name: qsTr("The key of the server")

            Field {
                id: key

                width: parent.width - keep.width - parent.spacing
                maximumLength: 1000
                echoMode: TextInput.Password
                inputMethodHints: Qt.ImhHiddenText | Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
                placeholderText: qsTr("The key of the server, if it asks for one; empty forgets it")
                Accessible.passwordEdit: true  // Qt then tells screen readers neither text nor name
                onAccepted: keep.clicked()
            }

            Push {
                id: keep

                text: qsTr("Keep the key")
                onClicked: {
                    card.desk.keepKey(key.text);
                    key.text = "";
                }
            }
        }
    }
}
