pragma ComponentBehavior: Bound

import QtQuick
import QtLocation
import QtPositioning

// The county: land, heat, borders, names and tickets over a map without tiles. No connection is ever opened.
FocusScope {
    id: root

    required property CountyScene scene
    readonly property alias centre: map.center
    readonly property alias zoomLevel: map.zoomLevel
    // The whole county stays in sight while nobody has moved the map.
    property bool isWhole: true

    function showWhole() {
        approach.stop();
        map.center = scene.middle;
        map.zoomLevel = scene.zoomForWhole(width, height);
        isWhole = true;
    }

    function show(centre: var, level: real) {
        isWhole = false;
        map.center = centre;
        map.zoomLevel = level;
    }

    function zoomAt(point: point, steps: real) {
        approach.stop();
        const place = map.toCoordinate(point, false);
        map.zoomLevel = Math.max(map.minimumZoomLevel, Math.min(map.maximumZoomLevel, map.zoomLevel + steps));
        map.alignCoordinateToPoint(place, point);
        isWhole = false;
    }

    function move(x: real, y: real) {
        approach.stop();
        map.pan(x, y);
        isWhole = false;
    }

    function fitAgain() {
        if (isWhole)
            showWhole();
    }

    // Where a place lies in this item; for tests and for what is laid over the map.
    function pointOf(latitude: real, longitude: real): point {
        return map.fromCoordinate(QtPositioning.coordinate(latitude, longitude), false);
    }

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("County map")
    Accessible.description: qsTr("Arrows move, plus and minus zoom, Home shows the whole county.")
    onWidthChanged: fitAgain()
    onHeightChanged: fitAgain()
    Component.onCompleted: showWhole()

    Keys.onPressed: event => {
        const step = 0.15;
        switch (event.key) {
        case Qt.Key_Left: move(-width * step, 0); break;
        case Qt.Key_Right: move(width * step, 0); break;
        case Qt.Key_Up: move(0, -height * step); break;
        case Qt.Key_Down: move(0, height * step); break;
        case Qt.Key_Plus:
        case Qt.Key_Equal: zoomAt(Qt.point(width / 2, height / 2), 0.5); break;
        case Qt.Key_Minus: zoomAt(Qt.point(width / 2, height / 2), -0.5); break;
        case Qt.Key_Home: showWhole(); break;
        default: return;
        }
        event.accepted = true;
    }

    Connections {
        target: root.scene
        function onRegionsChanged() {
            root.showWhole();
        }
        function onWholeChanged() {
            if (root.scene.isEmpty)
                root.fitAgain();
        }
    }

    Map {
        id: map

        anchors.fill: parent
        color: root.scene.colours.ground
        copyrightsVisible: false
        minimumZoomLevel: 7
        maximumZoomLevel: 19
        plugin: Plugin {
            name: "itemsoverlay"
        }

        LandLayer {
            id: land
            anchors.fill: parent
            scene: root.scene
            centre: map.center
            zoomLevel: map.zoomLevel
        }
        HeatLayer {
            id: heat
            anchors.fill: parent
            // Near by, the ground is wanted more than the glow.
            opacity: Math.max(0.8, Math.min(1, 1 - (map.zoomLevel - 12.5) / 4))
            scene: root.scene
            centre: map.center
            zoomLevel: map.zoomLevel
        }
        BorderLayer {
            anchors.fill: parent
            scene: root.scene
            centre: map.center
            zoomLevel: map.zoomLevel
        }
        LabelLayer {
            anchors.fill: parent
            scene: root.scene
            centre: map.center
            zoomLevel: map.zoomLevel
        }
        PinLayer {
            id: pins
            objectName: "pins"
            anchors.fill: parent
            scene: root.scene
            centre: map.center
            zoomLevel: map.zoomLevel
            onApproachWanted: (centre, level) => approach.begin(centre, level)
        }
        RingLayer {
            id: rings
            anchors.fill: parent
            scene: root.scene
            centre: map.center
            zoomLevel: map.zoomLevel
        }
    }

    FrameAnimation {
        running: rings.isActive
        onTriggered: rings.advance()
    }

    ParallelAnimation {
        id: approach

        function begin(centre: var, level: real) {
            stop();
            root.isWhole = false;
            wayThere.to = centre;
            closer.to = level;
            start();
        }

        CoordinateAnimation {
            id: wayThere
            target: map
            property: "center"
            duration: 220
            easing.type: Easing.OutCubic
        }
        NumberAnimation {
            id: closer
            target: map
            property: "zoomLevel"
            duration: 220
            easing.type: Easing.OutCubic
        }
    }

    HoverHandler {
        id: pointer
        cursorShape: pins.isHovering ? Qt.PointingHandCursor : Qt.ArrowCursor
        onPointChanged: {
            if (!hovered || drag.active)
                return;
            if (pins.hover(point.position))
                land.leave();
            else
                land.hover(point.position);
        }
        onHoveredChanged: {
            if (!hovered) {
                pins.leave();
                land.leave();
            }
        }
    }
    TapHandler {
        onTapped: event => {
            root.forceActiveFocus();
            if (!pins.activate(event.position))
                land.pickAt(event.position);
        }
    }
    DragHandler {
        id: drag
        target: null
        onActiveChanged: pins.leave()
        onTranslationChanged: delta => root.move(-delta.x, -delta.y)
    }
    WheelHandler {
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        onWheel: event => root.zoomAt(Qt.point(event.x, event.y), event.angleDelta.y / 240)
    }
    PinchHandler {
        target: null
        onScaleChanged: delta => root.zoomAt(centroid.position, Math.log2(delta))
    }

    MapLegend {
        anchors {
            left: parent.left
            bottom: parent.bottom
            margins: 12
        }
        visible: root.scene.hasHeat
        strength: heat.opacity
        colours: root.scene.colours
        stops: root.scene.heatStops
        most: root.scene.heatTop
        period: root.scene.heatPeriod
    }
    ScaleBar {
        anchors {
            right: parent.right
            bottom: parent.bottom
            margins: 12
        }
        colours: root.scene.colours
        latitude: map.center.latitude
        zoomLevel: map.zoomLevel
        note: root.scene.isSchematic ? qsTr("Schematic map") : root.scene.isEmpty ? qsTr("Without boundaries") : ""
        place: land.hovered
    }
    HoverCard {
        visible: pins.isHovering && (text !== "" || counts.length > 0)
        colours: root.scene.colours
        text: pins.hoveredText
        counts: pins.hoveredCounts
        x: Math.max(8, Math.min(root.width - width - 8, pins.hoveredAt.x - width / 2))
        y: pins.hoveredAt.y > height + 28 ? pins.hoveredAt.y - height - 18 : pins.hoveredAt.y + 18
    }
    Text {
        anchors.centerIn: parent
        width: Math.min(parent.width - 80, 420)
        visible: root.scene.isEmpty && !root.scene.hasPins
        text: qsTr("Here are the county and its open tickets. Boundaries come with the county's ledger; tickets are shown where the filters let some pass.")
        color: root.scene.colours.inkSoft
        font.family: root.scene.colours.family
        font.pixelSize: 14
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
    }
    Rectangle {
        anchors.fill: parent
        visible: root.activeFocus
        color: "transparent"
        border.color: root.scene.colours.accent
        border.width: 2
    }
}
