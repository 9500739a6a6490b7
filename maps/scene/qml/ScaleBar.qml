import QtQuick

// How long a kilometre is here, and what the map is.
Rectangle {
    id: root

    required property mapColours colours
    required property real latitude
    required property real zoomLevel
    required property string note
    required property string place

    readonly property real metresPerPixel: 40030230 * Math.cos(latitude * Math.PI / 180) / (256 * Math.pow(2, zoomLevel))
    readonly property real metres: roundLength(140 * metresPerPixel)

    function roundLength(most: real): real {
        const power = Math.pow(10, Math.floor(Math.log10(most)));
        return most >= 5 * power ? 5 * power : most >= 2 * power ? 2 * power : power;
    }

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
            anchors.right: parent.right
            visible: text !== ""
            text: root.place
            color: root.colours.ink
            font.family: root.colours.family
            font.pixelSize: 14
        }
        Row {
            anchors.right: parent.right
            spacing: 12
            Text {
                visible: text !== ""
                text: root.note
                color: root.colours.inkSoft
                font.family: root.colours.family
                font.pixelSize: 12
            }
            Text {
                text: root.metres >= 1000 ? qsTr("%1 km").arg(root.metres / 1000) : qsTr("%1 m").arg(root.metres)
                color: root.colours.inkSoft
                font.family: root.colours.family
                font.pixelSize: 12
            }
        }
        Item {
            anchors.right: parent.right
            width: root.metres / root.metresPerPixel
            height: 5
            Rectangle {
                width: parent.width
                height: 1.5
                y: 3.5
                color: root.colours.inkSoft
            }
            Rectangle {
                width: 1.5
                height: 5
                color: root.colours.inkSoft
            }
            Rectangle {
                x: parent.width - 1.5
                width: 1.5
                height: 5
                color: root.colours.inkSoft
            }
        }
    }
}
