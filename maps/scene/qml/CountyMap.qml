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
    // What the legend takes at the foot, beyond the margin that the whole county has anyway.
    readonly property real foot: Math.max((regions.visible ? regions.height : legend.height) - 16, 0)

    function showWhole() {
        approach.stop();
        map.zoomLevel = scene.zoomForWhole(width, height - foot);
        map.alignCoordinateToPoint(scene.middle, Qt.point(width / 2, (height - foot) / 2));
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

    function drawArea() {
        forceActiveFocus();
        drawing.begin();
    }

    // Where a place lies in this item; for tests and for what is laid over the map.
    function pointOf(latitude: real, longitude: real): point {
        return map.fromCoordinate(QtPositioning.coordinate(latitude, longitude), false);
    }

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("County map")
    Accessible.description: qsTr("Arrows move, plus and minus zoom, 0 shows the whole county. N and P go from mark to mark, from there arrows too; Enter opens, Escape leaves the marks. L changes the outlines, A draws an area. D turns from density to regions, V changes their level, M what is shown of them, K keeps the scale; R changes the other layers; comma and full stop go from region to region.")
    onWidthChanged: fitAgain()
    onHeightChanged: fitAgain()
    onFootChanged: fitAgain()
    Component.onCompleted: showWhole()

    // Keys of the map go before those of the window's buttons while one is in it.
    function isOwnKey(event: var): bool {
        if (areas.isDrawing && drawing.isOwnKey(event.key))
            return true;
        const plain = (event.modifiers & ~(Qt.KeypadModifier | Qt.ShiftModifier)) === 0;
        return plain && [Qt.Key_Left, Qt.Key_Right, Qt.Key_Up, Qt.Key_Down, Qt.Key_Plus, Qt.Key_Equal, Qt.Key_Minus, Qt.Key_0, Qt.Key_Home, Qt.Key_N, Qt.Key_P, Qt.Key_L, Qt.Key_A, Qt.Key_D, Qt.Key_V, Qt.Key_M, Qt.Key_K, Qt.Key_R, Qt.Key_Comma, Qt.Key_Period, Qt.Key_Return, Qt.Key_Enter, Qt.Key_Escape].includes(event.key);
    }

    function pan(key: int) {
        const step = 0.15;
        const across = key === Qt.Key_Left ? -1 : key === Qt.Key_Right ? 1 : 0;
        const down = key === Qt.Key_Up ? -1 : key === Qt.Key_Down ? 1 : 0;
        move(across * width * step, down * height * step);
    }

    Keys.onShortcutOverride: event => event.accepted = isOwnKey(event)
    Keys.onPressed: event => {
        if (!isOwnKey(event))
            return;
        if (areas.isDrawing && drawing.isOwnKey(event.key)) {
            drawing.press(event.key);
            event.accepted = true;
            return;
        }
        switch (event.key) {
        case Qt.Key_Left:
        case Qt.Key_Right:
        case Qt.Key_Up:
        case Qt.Key_Down:
            if ((event.modifiers & Qt.ShiftModifier) || !pins.isMarked || !pins.step(event.key))
                pan(event.key);
            break;
        case Qt.Key_N:
        case Qt.Key_P: pins.step(event.key); break;
        case Qt.Key_Plus:
        case Qt.Key_Equal: zoomAt(keyPoint(), 0.5); break;
        case Qt.Key_Minus: zoomAt(keyPoint(), -0.5); break;
        case Qt.Key_0:
        case Qt.Key_Home: showWhole(); break;
        case Qt.Key_L: scene.turnOutlines(); break;
        case Qt.Key_A: drawArea(); break;
        // The checker of QML does not find the values of an enum class.
        case Qt.Key_D: scene.turn(CountyScene.Shown); break; // qmllint disable missing-property
        case Qt.Key_V: scene.turn(CountyScene.Level); break; // qmllint disable missing-property
        case Qt.Key_M: scene.turn(CountyScene.Measure); break; // qmllint disable missing-property
        case Qt.Key_K: scene.turn(CountyScene.Scale); break; // qmllint disable missing-property
        case Qt.Key_R: scene.turn(CountyScene.Reference); break; // qmllint disable missing-property
        case Qt.Key_Comma:
        case Qt.Key_Period:
            pins.unmark();
            land.step(event.key === Qt.Key_Period ? 1 : -1);
            break;
        case Qt.Key_Escape:
            if (!pins.unmark() && !land.isMarked)
                return;
            land.leave();
            break;
        default:
            if (!pins.chooseMarked() && !land.pickMarked())
                return;
        }
        event.accepted = true;
    }

    // Where the keyboard zooms: at its mark, else in the middle.
    function keyPoint(): point {
        return pins.isMarked ? pins.toldAt : Qt.point(width / 2, height / 2);
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

        TileLayer {
            anchors.fill: parent
            scene: root.scene
            centre: map.center
            zoomLevel: map.zoomLevel
        }
        LandLayer {
            id: land
            objectName: "land"
            anchors.fill: parent
            scene: root.scene
            centre: map.center
            zoomLevel: map.zoomLevel
            onMoveWanted: (x, y) => root.move(x, y)
        }
        RegionLayer {
            anchors.fill: parent
            // Near by, the ground is wanted more than the shade.
            opacity: root.scene.attribution === "" ? 1 : 0.75
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
        ReferenceView {
            anchors.fill: parent
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
        AreaLayer {
            id: areas
            objectName: "area"
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
            onMoveWanted: (x, y) => root.move(x, y)
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
        enabled: !areas.isDrawing
        onTapped: event => {
            root.forceActiveFocus();
            if (!pins.activate(event.position))
                land.pickAt(event.position);
        }
    }
    DragHandler {
        id: drag
        enabled: !areas.isDrawing
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

    AreaDrawing {
        id: drawing
        anchors.fill: parent
        area: areas
        colours: root.scene.colours
    }

    MapLegend {
        id: legend

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
        kernel: root.scene.heatRadius
    }
    RegionLegend {
        id: regions

        anchors {
            left: parent.left
            bottom: parent.bottom
            margins: 12
        }
        visible: root.scene.hasRegionPicture
        colours: root.scene.colours
        legend: root.scene.regionLegend
    }
    Rectangle {
        anchors {
            right: scale.left
            bottom: parent.bottom
            margins: 12
        }
        width: Math.min(source.implicitWidth, root.width / 2) + 16
        height: source.implicitHeight + 8
        visible: root.scene.attribution !== ""
        radius: 6
        color: Qt.alpha(root.scene.colours.ground, 0.96)

        Text {
            id: source

            anchors.centerIn: parent
            width: parent.width - 16
            text: root.scene.attribution
            textFormat: Text.PlainText
            color: root.scene.colours.inkSoft
            font.family: root.scene.colours.family
            font.pixelSize: 12
            elide: Text.ElideRight
        }
    }
    ScaleBar {
        id: scale

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
        visible: text !== "" && !pins.isHovering && !(pins.isMarked && root.activeFocus)
        colours: root.scene.colours
        text: land.told
        counts: []
        x: Math.max(8, Math.min(root.width - width - 8, land.toldAt.x + 16))
        y: land.toldAt.y > height + 28 ? land.toldAt.y - height - 12 : land.toldAt.y + 18
    }
    HoverCard {
        visible: (pins.isHovering || (pins.isMarked && root.activeFocus)) && (text !== "" || counts.length > 0)
        colours: root.scene.colours
        text: pins.toldText
        counts: pins.toldCounts
        x: Math.max(8, Math.min(root.width - width - 8, pins.toldAt.x - width / 2))
        y: pins.toldAt.y > height + 28 ? pins.toldAt.y - height - 18 : pins.toldAt.y + 18
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
