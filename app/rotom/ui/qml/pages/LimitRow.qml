import QtQuick
import "../controls"

// How fast models are fetched at most.
Item {
    id: row

    required property var models

    height: slider.height

    Words {
        id: said

        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(360, parent.width * 0.5)
        text: slider.value > 0 ? qsTr("Download limit: %1 MB/s").arg(slider.value.toFixed(1))
                               : qsTr("Download limit: none")
    }

    Knob {
        id: slider

        anchors.left: said.right
        anchors.leftMargin: 12
        width: Math.min(420, row.width - said.width - 12)
        from: 0
        to: 20
        stepSize: 0.5
        value: row.models.limit
        Accessible.name: said.text
        onMoved: row.models.setLimit(value)
    }
}
