import QtQuick

// While an area is drawn on the map: takes the pointer before the map does, and says what can be done. Keys come from
// the map, which has the focus.
Item {
    id: root

    required property AreaLayer area
    required property mapColours colours
    // The keyboard draws at the cross in the middle, until the pointer moves.
    property bool isByKey: true
    readonly property point middle: Qt.point(width / 2, height / 2)

    function begin() {
        isByKey = true;
        area.begin();
    }

    function isOwnKey(key: int): bool {
        return [Qt.Key_Space, Qt.Key_Return, Qt.Key_Enter, Qt.Key_Backspace, Qt.Key_Escape].includes(key);
    }

    function press(key: int) {
        switch (key) {
        case Qt.Key_Space:
            isByKey = true;
            area.reachNothing();
            area.add(middle);
            break;
        case Qt.Key_Backspace: area.takeBack(); break;
        case Qt.Key_Escape: area.leave(); break;
        default: area.finish();
        }
    }

    visible: area.isDrawing

    MouseArea {
        property bool isTracing: false

        anchors.fill: parent
        hoverEnabled: true
        preventStealing: true
        cursorShape: Qt.CrossCursor
        onPressed: event => {
            isTracing = false;
            root.isByKey = false;
            root.area.add(Qt.point(event.x, event.y));
        }
        onPositionChanged: event => {
            root.isByKey = false;
            root.area.reach(Qt.point(event.x, event.y));
            if (pressed) {
                isTracing = true;
                root.area.add(Qt.point(event.x, event.y));
            }
        }
        onReleased: {
            if (isTracing && root.area.corners > 7)
                root.area.finish();
        }
        onDoubleClicked: root.area.finish()
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
            text: qsTr("Draw round it with the button held, or click corner by corner; by key: arrows move, Space sets a corner. Enter closes the area, Backspace takes a corner back, Escape leaves. Corners: %1").arg(root.area.corners)
            textFormat: Text.PlainText
            wrapMode: Text.Wrap
            color: root.colours.ink
            font.family: root.colours.family
            font.pixelSize: 13
        }
    }
}
