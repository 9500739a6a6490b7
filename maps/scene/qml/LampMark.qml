pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

// A lamp's mark: circle in time, triangle soon, diamond overdue, two bars on account.
Item {
    id: root

    enum Kind { Overdue, Soon, InTime, Paused }

    required property int kind
    required property mapColours colours

    implicitWidth: 12
    implicitHeight: 12

    Rectangle {
        visible: root.kind === LampMark.InTime
        anchors.centerIn: parent
        width: 9
        height: 9
        radius: 4.5
        color: root.colours.inTime
    }
    Rectangle {
        visible: root.kind === LampMark.Overdue
        anchors.centerIn: parent
        width: 8
        height: 8
        rotation: 45
        antialiasing: true
        color: root.colours.overdue
    }
    Repeater {
        model: root.kind === LampMark.Paused ? 2 : 0
        delegate: Rectangle {
            required property int index
            x: 2 + 5 * index
            y: 1
            width: 3
            height: 10
            radius: 1
            color: root.colours.paused
        }
    }
    Shape {
        visible: root.kind === LampMark.Soon
        anchors.fill: parent
        preferredRendererType: Shape.CurveRenderer
        ShapePath {
            strokeWidth: -1
            fillColor: root.colours.soon
            startX: 6
            startY: 1
            PathLine { x: 11.5; y: 10.5 }
            PathLine { x: 0.5; y: 10.5 }
            PathLine { x: 6; y: 1 }
        }
    }
}
