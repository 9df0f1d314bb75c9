import QtQuick

// How the figure holds itself in each state of the conversation, and the way from one to the next.
Item {
    id: root

    required property bool animated

    property real lid: 0
    property real widen: 0
    property real lean: 0
    property real zoom: 1
    property real sink: 0
    property real sway: 1
    property real gazeX: 0
    property real gazeY: 0
    property real wander: 0
    property real talk: 0
    property real hear: 0
    property real think: 0
    property real charge: 0
    property real sleep: 0
    property real armLeft: 0
    property real armRight: 0
    property real spike: 0
    property real plasma: 1
    property real presence: 1

    states: [
        State {
            name: "loading"
            PropertyChanges {
                root {
                    lid: 0.62
                    sink: 6
                    charge: 1
                    armLeft: -26
                    armRight: -26
                    plasma: 0.7
                    presence: 0.72
                }
            }
        },
        State {
            name: "idle"
            PropertyChanges {
                root {
                    wander: 1
                }
            }
        },
        State {
            name: "listening"
            PropertyChanges {
                root {
                    widen: 0.07
                    lean: 5
                    zoom: 1.045
                    sink: 5
                    sway: 0.5
                    hear: 1
                    armRight: 40
                    spike: -8
                }
            }
        },
        State {
            name: "thinking"
            PropertyChanges {
                root {
                    gazeX: 0.55
                    gazeY: -0.9
                    think: 1
                    armLeft: -44
                    armRight: 12
                    plasma: 1.15
                }
            }
        },
        State {
            name: "speaking"
            PropertyChanges {
                root {
                    talk: 1
                    armLeft: 10
                    armRight: 10
                }
            }
        },
        State {
            name: "sleeping"
            PropertyChanges {
                root {
                    lid: 1
                    gazeY: 0.8
                    sink: 16
                    sleep: 1
                    armLeft: -40
                    armRight: -40
                    spike: 26
                    plasma: 0.55
                    presence: 0.8
                }
            }
        }
    ]

    transitions: Transition {
        enabled: root.animated
        NumberAnimation {
            properties: "lid,widen,lean,zoom,sink,sway,gazeX,gazeY,wander,talk,hear,think,charge,sleep,armLeft,armRight,spike,plasma,presence"
            duration: 480
            easing.type: Easing.InOutCubic
        }
    }
}
