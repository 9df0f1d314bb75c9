import QtQuick
import "../controls"

// One of the longer texts of the chosen personality.
Labelled {
    id: text

    required property var personas
    required property string field
    property alias placeholder: box.placeholder
    property alias leastLines: box.leastLines

    TextBox {
        id: box

        width: parent.width
        mostLines: 8
        text: text.personas.current[text.field]
        area.Accessible.name: text.label
        area.onEditingFinished: text.personas.edit(text.field, box.text)
        area.onTextChanged: {
            const most = text.personas.longest[text.field];
            if (area.length > most)
                area.remove(most, area.length);
        }
    }
}
