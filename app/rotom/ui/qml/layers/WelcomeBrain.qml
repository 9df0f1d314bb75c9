pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../style"

// The third step: what came with Rotom is enough to begin; what is better is fetched meanwhile.
Column {
    id: step

    required property url assets
    required property var settings
    required property var models
    required property string note

    readonly property bool korean: settings.values.language === "ko"
    // Korean ears need a model too; English ones are here.
    readonly property var kinds: korean ? ["brain", "ears"] : ["brain"]

    spacing: 14

    Note {
        width: parent.width
        visible: step.note !== ""
        assets: step.assets
        text: step.note
    }

    Words {
        width: parent.width
        visible: step.korean
        text: qsTr("In Korean I can read, write and speak now. To think and to hear in Korean I need models that are fetched once.")
    }

    Repeater {
        model: step.kinds

        Card {
            id: offer

            required property string modelData
            readonly property string suits: step.models.suiting(modelData)
            readonly property var model_: step.models.rows(modelData).find(row => row.id === suits) ?? null
            readonly property var state_: step.models.states[suits] ?? ({ here: false, doing: "" })

            width: step.width
            height: words.implicitHeight + 2 * Theme.pad
            visible: model_ !== null

            Column {
                id: words

                x: Theme.pad
                y: Theme.pad
                width: parent.width - 2 * Theme.pad
                spacing: 8

                Words {
                    width: parent.width
                    text: offer.modelData === "brain" ? qsTr("A real brain: %1").arg(offer.model_?.title ?? "") : qsTr("Ears for Korean: %1").arg(offer.model_?.title ?? "")
                    font.weight: Font.DemiBold
                }

                Words {
                    width: parent.width
                    text: offer.model_?.help ?? ""
                }

                Words {
                    width: parent.width
                    color: Theme.dim
                    font.pixelSize: Theme.small
                    wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                    text: (offer.model_?.size ?? "") + " · " + qsTr("Licence: %1").arg(offer.model_?.licence ?? "")
                          + (offer.model_?.asks ? " · " + qsTr("Fetching it accepts this licence: %1").arg(offer.model_?.licenceUrl ?? "") : "")
                }

                Push {
                    primary: !offer.state_.here && offer.state_.doing === ""
                    enabled: primary
                    text: offer.state_.here ? qsTr("It is here") : offer.state_.doing !== "" ? qsTr("It comes in the background") : qsTr("Fetch it in the background")
                    Accessible.name: text + ": " + (offer.model_?.title ?? "")
                    onClicked: step.models.fetch(offer.suits)
                }
            }
        }
    }

    Words {
        width: parent.width
        color: Theme.dim
        text: qsTr("You can begin at once: what is better takes over when it is here. All of them are under Models.")
    }
}
