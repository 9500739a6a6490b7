#pragma once

#include <geo/Matching.h>

#include <QTableWidget>

namespace huying
{

/// The features of a file and the regions that they are. Return or a double click gives a feature without a region the
/// next of those that are suggested, and takes it away again after the last.
class MatchTable : public QTableWidget
{
    Q_OBJECT
public:
    explicit MatchTable(QWidget *parent = nullptr);

    void show(const Matching &matching, const Directory &directory);
    using QWidget::show;
    void clearAll()
    {
        setRowCount(0);
        _matching = {};
    }
    /// With what was chosen by hand.
    const Matching &matching() const { return _matching; }

signals:
    void matchChanged();
    void featureChosen(int feature);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fill(int row);
    void suggestNext(int row);

    Matching _matching;
    const Directory *_directory = nullptr;
};

} // namespace huying
