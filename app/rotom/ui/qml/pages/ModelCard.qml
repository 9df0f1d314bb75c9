pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../style"

// One model: what it is good for, what it needs, and what can be done with it.
Card {
    id: card

    required property url assets
    required property var models
    required property var model
    required property bool suits

    readonly property var state_: models.states[model.id] ?? ({ here: false, used: false, partly: false, doing: "" })
    readonly property bool busy: state_.doing !== ""

    width: parent.width
    height: words.implicitHeight + 2 * Theme.pad
    border.color: state_.used ? Theme.accent : Theme.line
    border.width: state_.used ? 2 : 1
    Accessible.role: Accessible.ListItem
    Accessible.name: model.title

    Column {
        id: words

        x: Theme.pad
        y: Theme.pad
        width: parent.width - 2 * Theme.pad
        spacing: 8

        Words {
            width: parent.width
            text: (card.state_.used ? qsTr("%1 (in use)") : card.suits ? qsTr("%1 (suits this machine)") : "%1").arg(card.model.title)
            font.weight: Font.DemiBold
        }

        Words {
            width: parent.width
            text: card.model.help
        }

        Words {
            width: parent.width
            text: card.model.size + ". " + card.model.attribution + ". " + qsTr("Licence: %1").arg(card.model.licence)
                  + (card.model.asks ? ". " + qsTr("Fetching it accepts this licence: %1").arg(card.model.licenceUrl) : "")
            color: card.model.asks ? Theme.orange : Theme.dim
            font.pixelSize: Theme.small
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        }

        Words {
            width: parent.width
            visible: text !== "" && card.state_.here
            text: card.models.headers.told[card.model.id] ?? ""
            color: Theme.dim
            font.pixelSize: Theme.small
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        }

        Words {
            readonly property string elsewhere: card.model.elsewhere

            width: parent.width
            visible: elsewhere !== "" && !card.state_.here && !card.busy
            text: elsewhere.charAt(0).toUpperCase() + elsewhere.slice(1) + "."
            color: Theme.accent
            font.pixelSize: Theme.small
        }

        Rectangle {
            width: parent.width
            height: 10
            radius: 5
            visible: card.state_.doing === "fetching"
            color: Theme.line
            Accessible.role: Accessible.ProgressBar
            Accessible.name: card.model.title + ", " + Math.round(100 * card.models.share) + " %"

            Rectangle {
                width: parent.width * (card.state_.doing === "fetching" ? card.models.share : 0)
                height: parent.height
                radius: 5
                color: Theme.accent
            }
        }

        Words {
            width: parent.width
            visible: card.busy
            text: card.state_.doing === "waiting" ? qsTr("It waits for the one before.") : card.models.speed
            color: Theme.dim
            font.pixelSize: Theme.small
        }

        Row {
            spacing: 12

            Push {
                readonly property string named: card.busy ? qsTr("Pause %1") : card.state_.used ? qsTr("In use: %1")
                                                : card.state_.here ? qsTr("Use %1") : card.state_.partly ? qsTr("Go on fetching %1") : qsTr("Fetch %1")

                text: card.busy ? qsTr("Pause") : card.state_.used ? qsTr("In use")
                      : card.state_.here ? qsTr("Use") : card.state_.partly ? qsTr("Go on fetching") : qsTr("Fetch")
                primary: card.suits && !card.state_.used && !card.busy
                enabled: !card.state_.used
                Accessible.name: named.arg(card.model.title)
                onClicked: {
                    if (card.busy)
                        card.models.pause(card.model.id);
                    else if (card.state_.here)
                        card.models.use(card.model.id);
                    else
                        card.models.fetch(card.model.id);
                }
            }

            Push {
                visible: (card.state_.here || card.state_.partly) && !card.state_.used && !card.busy
                text: qsTr("Remove")
                Accessible.name: qsTr("Remove %1").arg(card.model.title)
                onClicked: card.models.remove(card.model.id)
            }
        }
    }
}
