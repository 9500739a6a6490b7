#pragma once

#include <common/ThemeSource.h>
#include <domain/Directory.h>

#include <QWidget>

class QComboBox;

namespace huying
{

/// A place from the township down to the grid; each may stay open. Typing goes to the name that begins so.
class RegionField : public QWidget
{
    Q_OBJECT
public:
    RegionField(const ThemeSource &source, std::shared_ptr<const Directory> directory, QWidget *parent = nullptr);

    /// The narrowest region chosen; empty while no township is.
    [[nodiscard]] RegionCode region() const;
    void clear();
    /// Chooses `region` and what it lies in; what is not known stays open.
    void setRegion(const RegionCode &region);

signals:
    void regionChanged();

private:
    void fill(QComboBox &choice, RegionLevel level, const RegionCode &within);

    std::shared_ptr<const Directory> _directory;
    QComboBox *_township;
    QComboBox *_village;
    QComboBox *_grid;
};

} // namespace huying
