pragma ComponentBehavior: Bound

import QtQuick

// What is under the pointer: a ticket's words, or how a group stands.
Rectangle {
    id: root

    required property mapColours colours
    required property string text
    required property list<var> counts

    readonly property var words: [qsTr("overdue"), qsTr("soon due"), qsTr("in time"), qsTr("on account")]

    width: lines.width + 24
    height: lines.height + 16
    radius: 6
    color: colours.surface
    border.color: colours.line

    Column {
        id: lines

        anchors.centerIn: parent
        spacing: 4

        Text {
            visible: text !== ""
            width: Math.min(implicitWidth, 320)
            text: root.text
            color: root.colours.ink
            font.family: root.colours.family
            font.pixelSize: 13
            lineHeight: 1.3
            wrapMode: Text.Wrap
        }
        Repeater {
            model: root.counts.length
            delegate: Row {
                id: line
                required property int index
                readonly property int count: root.counts[index]
                visible: count > 0
                spacing: 8
                LampMark {
                    anchors.verticalCenter: parent.verticalCenter
                    kind: line.index
                    colours: root.colours
                }
                Text {
                    width: 44
                    horizontalAlignment: Text.AlignRight
                    text: line.count.toLocaleString(Qt.locale("en_US"), "f", 0)
                    color: root.colours.ink
                    font.family: root.colours.family
                    font.pixelSize: 13
                }
                Text {
                    text: root.words[line.index]
                    color: root.colours.inkSoft
                    font.family: root.colours.family
                    font.pixelSize: 13
                }
            }
        }
    }
}
