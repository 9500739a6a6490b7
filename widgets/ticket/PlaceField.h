#pragma once

#include <common/ThemeSource.h>
#include <places/Places.h>

#include <QLineEdit>
#include <QStandardItemModel>

#include <memory>

namespace huying
{

/// A place as a caller names it: a part of its name, the initials of its pinyin or its code bring up what is meant, and
/// Down and Enter take one; two numbers are coordinates, taken by Enter or on leaving.
class PlaceField : public QLineEdit
{
    Q_OBJECT
public:
    PlaceField(std::shared_ptr<const Places> places, QWidget *parent = nullptr);

    void setPlaces(std::shared_ptr<const Places> places) { _places = std::move(places); }

signals:
    void regionTaken(const huying::RegionCode &region);
    void pointTaken(huying::GeoPoint point);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void offer(const QString &words);
    bool takePoint();
    void takeFirst();

    std::shared_ptr<const Places> _places;
    QStandardItemModel _offered;
};

/// Reads `115.04, 37.22` (longitude first, or latitude first where only that can be): two numbers of degrees, parted by
/// a comma or a blank. Which comes first is decided by `index` where both orders are on the globe.
std::optional<GeoPoint> pointFromText(const QString &text, const PlaceIndex &index);

} // namespace huying
