#include "Scene.h"

#include <simulation/Random.h>

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace huying
{

namespace
{

constexpr int width = 1280;
constexpr int height = 960;
constexpr int horizon = 430;

/// The scene's painter and its own chance.
struct Brush {
    QPainter &painter;
    Random &random;

    double any(double least, double most)
    {
        constexpr std::int64_t steps = 1000;
        return least + (most - least) * double(random.between(0, steps)) / double(steps);
    }
    void blob(QPointF middle, double wide, double high, const QColor &colour)
    {
        QPainterPath path;
        constexpr int corners = 9;
        for (int i = 0; i <= corners; ++i) {
            const double angle = 6.283185 * (i % corners) / corners;
            const double stretch = i == corners ? 1 : any(0.8, 1.15);
            const QPointF point(
                middle.x() + wide * stretch * std::cos(angle), middle.y() + high * stretch * std::sin(angle));
            i == 0 ? path.moveTo(point) : path.lineTo(point);
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawPath(path);
    }
};

void paintSky(Brush &brush, bool isEvening)
{
    QLinearGradient sky(0, 0, 0, horizon);
    sky.setColorAt(0, isEvening ? QColor(28, 36, 62) : QColor(120, 170, 215));
    sky.setColorAt(1, isEvening ? QColor(96, 78, 92) : QColor(216, 228, 236));
    brush.painter.fillRect(0, 0, width, horizon, sky);
}

void paintHouses(Brush &brush, bool isEvening)
{
    double left = -40;
    while (left < width) {
        const double wide = brush.any(150, 280);
        const double top = horizon - brush.any(110, 210);
        const int tone = isEvening ? 60 : 175;
        const QColor wall(
            tone + int(brush.any(0, 35)), tone - 12 + int(brush.any(0, 30)), tone - 30 + int(brush.any(0, 25)));
        brush.painter.fillRect(QRectF(left, top, wide, horizon - top + 12), wall);
        brush.painter.fillRect(QRectF(left - 8, top - 14, wide + 16, 20), wall.darker(150));
        const QColor pane = isEvening && brush.any(0, 1) > 0.4 ? QColor(238, 196, 110) : wall.darker(180);
        brush.painter.fillRect(QRectF(left + wide * 0.2, top + 40, wide * 0.2, 46), pane);
        brush.painter.fillRect(QRectF(left + wide * 0.6, top + 40, wide * 0.2, 46), pane);
        left += wide + brush.any(4, 40);
    }
}

void paintStreet(Brush &brush, bool isEvening)
{
    const int tone = isEvening ? 52 : 128;
    brush.painter.fillRect(0, horizon, width, height - horizon, isEvening ? QColor(48, 50, 40) : QColor(128, 132, 92));
    QPainterPath road;
    road.moveTo(width * 0.44, horizon);
    road.lineTo(width * 0.56, horizon);
    road.lineTo(width * 1.08, height);
    road.lineTo(-width * 0.08, height);
    brush.painter.setPen(Qt::NoPen);
    brush.painter.setBrush(QColor(tone, tone, tone + 4));
    brush.painter.drawPath(road);
    for (int i = 0; i < 2600; ++i) {
        const int shade = tone + int(brush.any(-22, 22));
        brush.painter.fillRect(
            QRectF(brush.any(0, width), brush.any(horizon + 6, height), 3, 2), QColor(shade, shade, shade, 120));
    }
}

void paintLamp(Brush &brush, bool isLit)
{
    QPainter &painter = brush.painter;
    const double x = brush.any(820, 960);
    painter.setPen(QPen(QColor(96, 102, 108), 16, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(x, 760), QPointF(x, 150));
    painter.drawLine(QPointF(x, 150), QPointF(x - 150, 128));
    painter.setPen(Qt::NoPen);
    painter.setBrush(isLit ? QColor(255, 240, 190) : QColor(70, 74, 80));
    painter.drawRoundedRect(QRectF(x - 210, 118, 90, 28), 10, 10);
    if (isLit) {
        QRadialGradient glow(QPointF(x - 165, 140), 460);
        glow.setColorAt(0, QColor(255, 226, 150, 190));
        glow.setColorAt(1, QColor(255, 226, 150, 0));
        painter.setBrush(glow);
        painter.drawEllipse(QPointF(x - 165, 140), 460, 460);
    }
}

void paintWaste(Brush &brush)
{
    for (int i = 0; i < 60; ++i) {
        const double up = brush.any(0, 1);
        const QPointF middle(brush.any(330, 860) + (1 - up) * brush.any(-90, 90), 770 - up * 210);
        const QColor colours[] = { { 62, 98, 70 }, { 150, 60, 52 }, { 200, 196, 184 }, { 54, 62, 84 },
            { 176, 150, 92 } };
        brush.blob(middle, brush.any(24, 70), brush.any(18, 44), colours[int(brush.any(0, 4.99))]);
    }
}

void paintPothole(Brush &brush)
{
    const QPointF middle(brush.any(540, 720), brush.any(720, 790));
    brush.blob(middle, 240, 86, QColor(96, 92, 84));
    brush.blob(middle + QPointF(0, 10), 200, 64, QColor(52, 48, 44));
    brush.blob(middle + QPointF(-20, 26), 120, 30, QColor(104, 118, 128));
}

void paintWater(Brush &brush)
{
    const QPointF middle(brush.any(520, 760), brush.any(740, 800));
    brush.blob(middle, 420, 110, QColor(126, 152, 172, 220));
    brush.blob(middle + QPointF(-60, -16), 220, 46, QColor(182, 204, 218, 200));
    brush.painter.setBrush(QColor(70, 72, 74));
    brush.painter.drawEllipse(middle, 66, 26);
}

void paintSubject(Brush &brush, SceneKind kind, bool isMended)
{
    switch (kind) {
    case SceneKind::DarkLamp:
        return paintLamp(brush, isMended);
    case SceneKind::Waste:
        return isMended ? void() : paintWaste(brush);
    case SceneKind::Pothole:
        return isMended ? brush.blob({ 640, 760 }, 250, 90, QColor(70, 70, 72)) : paintPothole(brush);
    case SceneKind::Water:
        return isMended ? void() : paintWater(brush);
    }
}

} // namespace

QImage drawnScene(SceneKind kind, std::uint64_t seed, bool isMended)
{
    Random random(seed);
    QImage image(width, height, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    Brush brush { painter, random };
    const bool isEvening = kind == SceneKind::DarkLamp;
    paintSky(brush, isEvening);
    paintHouses(brush, isEvening);
    paintStreet(brush, isEvening);
    paintSubject(brush, kind, isMended);
    return image;
}

} // namespace huying
