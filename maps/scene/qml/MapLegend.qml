pragma ComponentBehavior: Bound

import QtQuick

// The heat's ruler with its unit.
Rectangle {
    id: root

    required property mapColours colours
    required property list<var> stops
    required property real most
    required property string period
    // How far a ticket reaches: "within 600 m".
    required property string kernel
    // How strongly the heat itself is drawn.
    required property real strength

    readonly property int ruler: 248

    implicitWidth: lines.implicitWidth + 24
    implicitHeight: lines.implicitHeight + 16
    radius: 6
    // Names and marks go under it.
    color: Qt.alpha(colours.ground, 0.96)

    Column {
        id: lines

        anchors.centerIn: parent
        spacing: 6

        Text {
            text: root.period === "" ? qsTr("Tickets per square kilometre") : qsTr("Tickets per square kilometre, %1").arg(root.period)
            color: root.colours.inkSoft
            font.family: root.colours.family
            font.pixelSize: 12
        }
        Text {
            text: qsTr("Each ticket is spread %1, the same at every scale").arg(root.kernel)
            color: root.colours.inkSoft
            font.family: root.colours.family
            font.pixelSize: 12
        }
        Row {
            opacity: root.strength
            Repeater {
                model: Math.max(0, root.stops.length - 1)
                delegate: Rectangle {
                    id: stretch
                    required property int index
                    width: root.ruler / (root.stops.length - 1)
                    height: 8
                    gradient: Gradient {
                        orientation: Gradient.Horizontal
                        GradientStop {
                            position: 0
                            color: root.stops[stretch.index]
                        }
                        GradientStop {
                            position: 1
                            color: root.stops[stretch.index + 1]
                        }
                    }
                }
            }
        }
        Item {
            width: root.ruler
            height: 16
            Repeater {
                model: 5
                delegate: Item {
                    id: tick
                    required property int index
                    x: index * root.ruler / 4
                    Rectangle {
                        x: tick.index === 4 ? -1 : 0
                        y: -5
                        width: 1
                        height: 5
                        color: root.colours.inkSoft
                    }
                    Text {
                        x: tick.index === 0 ? 0 : tick.index === 4 ? -width : -width / 2
                        // The scale's top is 1, 2, 2.5 or 5 times a power of ten; its quarters are said exactly.
                        text: Number(root.most * tick.index / 4).toLocaleString(Qt.locale("en_US"), "f", root.most < 4 ? 4 : root.most < 400 ? 2 : 0)
                              .replace(/(\.[0-9]*?)0+$/, "$1").replace(/\.$/, "") + (tick.index === 4 ? "+" : "")
                        color: root.colours.inkSoft
                        font.family: root.colours.family
                        font.pixelSize: 12
                    }
                }
            }
        }
    }
}
