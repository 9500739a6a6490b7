import QtQuick

// While an area is drawn on the map: takes the pointer before the map does, and says what can be done. Keys come from
// the map, which has the focus.
Item {
    id: root

    required property AreaLayer layer
    required property mapColours colours
    // The keyboard draws at the cross in the middle, until the pointer moves.
    property bool isByKey: true
    readonly property point middle: Qt.point(width / 2, height / 2)

    function begin() {
        isByKey = true;
        layer.begin();
    }

    function isOwnKey(key: int): bool {
        return [Qt.Key_Space, Qt.Key_Return, Qt.Key_Enter, Qt.Key_Backspace, Qt.Key_Escape].includes(key);
    }

    function press(key: int) {
        switch (key) {
        case Qt.Key_Space: layer.add(middle); break;
        case Qt.Key_Backspace: layer.takeBack(); break;
        case Qt.Key_Escape: layer.leave(); break;
        default: layer.finish();
        }
    }

    visible: layer.isDrawing

    MouseArea {
        property bool isTracing: false

        anchors.fill: parent
        hoverEnabled: true
        cursorShape: Qt.CrossCursor
        onPressed: event => {
            isTracing = false;
            root.isByKey = false;
            root.layer.add(Qt.point(event.x, event.y));
        }
        onPositionChanged: event => {
            root.isByKey = false;
            root.layer.reach(Qt.point(event.x, event.y));
            if (pressed) {
                isTracing = true;
                root.layer.add(Qt.point(event.x, event.y));
            }
        }
        onReleased: {
            if (isTracing && root.layer.corners > 7)
                root.layer.finish();
        }
        onDoubleClicked: root.layer.finish()
    }
    Rectangle {
        visible: root.isByKey
        anchors.centerIn: parent
        width: 24
        height: 2
        color: root.colours.accent
    }
    Rectangle {
        visible: root.isByKey
        anchors.centerIn: parent
        width: 2
        height: 24
        color: root.colours.accent
    }
    Rectangle {
        anchors {
            top: parent.top
            horizontalCenter: parent.horizontalCenter
            topMargin: 12
        }
        width: Math.min(told.implicitWidth, root.width - 56) + 24
        height: told.height + 16
        radius: 6
        color: Qt.alpha(root.colours.ground, 0.96)
        border.color: root.colours.accent

        Text {
            id: told

            anchors.centerIn: parent
            width: Math.min(implicitWidth, root.width - 56)
            text: qsTr("Draw round it with the button held, or click corner by corner; by key: arrows move, Space sets a corner. Enter closes the area, Backspace takes a corner back, Escape leaves. Corners: %1").arg(root.layer.corners)
            textFormat: Text.PlainText
            wrapMode: Text.Wrap
            color: root.colours.ink
            font.family: root.colours.family
            font.pixelSize: 13
        }
    }
}
