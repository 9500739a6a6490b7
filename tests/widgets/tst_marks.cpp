#include "TestTheme.h"

#include <common/Icons.h>
#include <common/Lamps.h>
#include <common/Pixels.h>
#include <support/Sentences.h>

#include <QImage>
#include <QPainter>

using namespace huying;

namespace
{

QImage picture(Lamp lamp, int side, qreal ratio)
{
    QImage image(QSize(qRound(side * ratio), qRound(side * ratio)), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintLamp(painter, QRectF(0, 0, side, side), lamp, linkedTheme(Brightness::Light));
    painter.end();
    return image;
}

bool isInk(const QImage &image, int x, int y)
{
    return qAlpha(image.pixel(x, y)) > 127;
}

/// The share of pixels in which two pictures of one size differ.
double difference(const QImage &one, const QImage &other)
{
    int differing = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            differing += isInk(one, x, y) != isInk(other, x, y);
        }
    }
    return double(differing) / (one.width() * one.height());
}

constexpr std::array lamps { Lamp::InTime, Lamp::Soon, Lamp::Overdue, Lamp::Paused };

} // namespace

class MarksTest : public Sentences
{
    Q_OBJECT
private slots:
    void lampsDifferInShapeAlone()
    {
        for (const int side : { 12, 14, 40 }) {
            for (const Lamp one : lamps) {
                for (const Lamp other : lamps) {
                    QVERIFY(one == other || difference(picture(one, side, 1), picture(other, side, 1)) > 0.12);
                }
            }
        }
    }

    void lampsAreSymmetricAtAnyScale_data()
    {
        QTest::addColumn<qreal>("ratio");
        QTest::newRow("100 %") << 1.0;
        QTest::newRow("150 %") << 1.5;
        QTest::newRow("200 %") << 2.0;
    }

    void lampsAreSymmetricAtAnyScale()
    {
        QFETCH(qreal, ratio);
        for (const Lamp lamp : lamps) {
            const QImage image = picture(lamp, 14, ratio);
            QCOMPARE(difference(image, image.mirrored(true, false)), 0.0);
        }
    }

    void theBarsHaveNoBlurredEdges_data() { lampsAreSymmetricAtAnyScale_data(); }

    void theBarsHaveNoBlurredEdges()
    {
        QFETCH(qreal, ratio);
        for (const int side : { 12, 13, 14, 16, 20 }) {
            const QImage image = picture(Lamp::Paused, side, ratio);
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const int alpha = qAlpha(image.pixel(x, y));
                    QVERIFY(alpha == 0 || alpha == 255);
                }
            }
        }
    }

    void theBarsAreTwo()
    {
        for (const qreal ratio : { 1.0, 1.5, 2.0 }) {
            const QImage image = picture(Lamp::Paused, 14, ratio);
            int rises = 0;
            for (int x = 1; x < image.width(); ++x) {
                rises += isInk(image, x, image.height() / 2) && !isInk(image, x - 1, image.height() / 2);
            }
            QCOMPARE(rises, 2);
        }
    }

    void aLampIconIsDrawnAnewAtEachScale()
    {
        const QIcon icon = lampIcon(Lamp::Overdue, linkedTheme(Brightness::Dark));
        const QPixmap sharp = icon.pixmap(QSize(14, 14), 2.0);
        QCOMPARE(sharp.size(), QSize(28, 28));
        QVERIFY(difference(sharp.toImage(), picture(Lamp::Overdue, 14, 2)) < 0.01);
    }

    void everyLampHasAWordOfItsOwn()
    {
        QSet<QString> words;
        for (const Lamp lamp : lamps) {
            words << lampWord(lamp);
        }
        QCOMPARE(words.size(), 4);
    }

    void anIconWearsTheThemesInk()
    {
        const Theme theme = linkedTheme(Brightness::Dark);
        const QImage image = themedIcon(Icon::Pause, theme).pixmap(48, 48).toImage();
        bool isFound = false;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                isFound = isFound || image.pixelColor(x, y) == theme.colours.inkSoft;
            }
        }
        QVERIFY(isFound);
    }

    void everyIconLeavesInk()
    {
        for (std::size_t icon = 0; icon < iconNames.size(); ++icon) {
            QImage image(24, 24, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            paintIcon(painter, QRectF(0, 0, 24, 24), static_cast<Icon>(icon), Qt::black);
            painter.end();
            QImage empty(24, 24, QImage::Format_ARGB32_Premultiplied);
            empty.fill(Qt::transparent);
            QVERIFY2(difference(image, empty) > 0.005, iconNames[icon]);
        }
    }

    void aBoxEndsOnWholePixels()
    {
        QImage image(45, 45, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(1.5);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        const QRectF box = onPixels(painter, QRectF(1.1, 1.1, 10.3, 10.3));
        painter.end();
        for (const qreal edge : { box.left(), box.top(), box.right(), box.bottom() }) {
            QVERIFY(std::abs(edge * 1.5 - std::round(edge * 1.5)) < 1e-6);
        }
    }
};

QTEST_MAIN(MarksTest)
#include "tst_marks.moc"
