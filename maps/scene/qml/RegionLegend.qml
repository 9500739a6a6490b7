pragma ComponentBehavior: Bound

import QtQuick

// What the shades of regions mean: one stretch for each class, and the patterns.
Rectangle {
    id: root

    required property mapColours colours
    required property var legend

    readonly property int classWidth: 44
    readonly property bool hasEnds: legend.ends.length > 0

    implicitWidth: lines.implicitWidth + 24
    implicitHeight: lines.implicitHeight + 16
    radius: 6
    // Names and marks go under it.
    color: Qt.alpha(colours.ground, 0.96)

    component Words: Text {
        id: words
        required property mapColours colours
        color: words.colours.inkSoft
        font.family: words.colours.family
        font.pixelSize: 12
    }

    component Sign: Row {
        id: sign
        required property mapColours colours
        required property string text
        property int pattern: 0
        visible: sign.text !== ""
        spacing: 6
        Canvas {
            width: 22
            height: 12
            anchors.verticalCenter: parent.verticalCenter
            readonly property color ink: sign.colours.ink
            readonly property color edge: sign.colours.inkSoft
            onInkChanged: requestPaint()
            onPaint: {
                const pen = getContext("2d");
                pen.reset();
                pen.strokeStyle = ink;
                pen.fillStyle = ink;
                pen.lineWidth = 1.5;
                for (let x = -12; sign.pattern === 1 && x < 24; x += 7) {
                    pen.beginPath();
                    pen.moveTo(x + 12, 0);
                    pen.lineTo(x, 12);
                    pen.stroke();
                }
                for (let x = 4; sign.pattern === 2 && x < 22; x += 7) {
                    pen.beginPath();
                    pen.arc(x, 6, 1.2, 0, 2 * Math.PI);
                    pen.fill();
                }
                pen.strokeStyle = edge;
                pen.lineWidth = 1;
                pen.strokeRect(0.5, 0.5, width - 1, height - 1);
            }
        }
        Words {
            colours: sign.colours
            text: sign.text
        }
    }

    Column {
        id: lines

        anchors.centerIn: parent
        spacing: 6

        Words {
            colours: root.colours
            text: root.legend.title
        }
        Row {
            spacing: 8
            Words {
                id: first
                colours: root.colours
                visible: root.hasEnds
                text: root.hasEnds ? root.legend.ends[0] : ""
            }
            Item {
                width: root.classWidth * root.legend.colours.length
                height: 10
                anchors.verticalCenter: parent.verticalCenter
                Repeater {
                    model: root.legend.colours.length
                    delegate: Rectangle {
                        required property int index
                        x: index * root.classWidth
                        width: root.classWidth
                        height: 10
                        color: root.legend.colours[index]
                    }
                }
            }
            Words {
                colours: root.colours
                visible: root.hasEnds
                text: root.hasEnds ? root.legend.ends[1] : ""
            }
        }
        Item {
            id: marks
            readonly property real lead: root.hasEnds ? first.width + 8 : 0
            width: root.classWidth * root.legend.colours.length + 2 * lead
            height: 14
            visible: root.legend.marks.length > 0
            Repeater {
                model: root.legend.marks.length
                delegate: Item {
                    id: mark
                    required property int index
                    x: marks.lead + (index + 1) * root.classWidth
                    Rectangle {
                        y: -6
                        width: 1
                        height: 5
                        color: root.colours.inkSoft
                    }
                    Words {
                        colours: root.colours
                        x: -width / 2
                        text: root.legend.marks[mark.index]
                    }
                }
            }
        }
        Row {
            visible: root.legend.none !== "" || root.legend.silent !== "" || root.legend.unknown !== ""
            spacing: 14
            Sign {
                colours: root.colours
                text: root.legend.none
            }
            Sign {
                colours: root.colours
                text: root.legend.silent
                pattern: 1
            }
            Sign {
                colours: root.colours
                text: root.legend.unknown
                pattern: 2
            }
        }
        Words {
            colours: root.colours
            visible: text !== ""
            text: root.legend.note
        }
    }
}
