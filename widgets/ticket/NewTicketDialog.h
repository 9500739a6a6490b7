#pragma once

#include <common/ThemeSource.h>
#include <domain/Directory.h>
#include <places/Places.h>
#include <rules/Workflow.h>

#include <QDialog>

#include <functional>
#include <memory>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace huying
{

class CategoryField;
class PictureBook;
class PicturesField;
class ChoiceField;
class PlaceField;
class RegionField;
class TextField;

/// A ticket as a dispatcher takes it down from a caller. Shows by when it would be due. Escape keeps what is entered
/// for the next time it is opened.
class NewTicketDialog : public QDialog
{
    Q_OBJECT
public:
    using Clock = std::function<Instant()>;

    NewTicketDialog(const ThemeSource &source, Clock clock, std::shared_ptr<const Directory> directory,
        std::shared_ptr<const RuleBook> rules, QWidget *parent = nullptr);

    /// What places are found in; without it only the lists of regions are there.
    void setPlaces(std::shared_ptr<const Places> places);
    /// Where photos are added; without it the form takes none.
    void setPictures(PictureBook &pictures);

    /// What is entered; the number is left to the caller.
    [[nodiscard]] Reported entered() const;
    /// Empties the form for the next caller.
    void clear();

signals:
    /// A ticket is to be reported; its number is still empty.
    void reported(const huying::Reported &reported);

private:
    QWidget *addLeft();
    QWidget *addRight();
    void addButtons(QVBoxLayout &column);
    void connectFields();
    void categoryChosen();
    void takePoint(GeoPoint point);
    void tellPlace();
    void tell();
    [[nodiscard]] QString hindrance() const;
    void confirm();

    const ThemeSource &_source;
    Clock _clock;
    std::shared_ptr<const Directory> _directory;
    std::shared_ptr<const RuleBook> _rules;
    QLineEdit *_title;
    TextField *_detail;
    CategoryField *_category;
    ChoiceField *_class;
    ChoiceField *_channel;
    ChoiceField *_importance;
    PlaceField *_find;
    RegionField *_region;
    QLabel *_found;
    QLineEdit *_place;
    QLineEdit *_name;
    QLineEdit *_telephone;
    PicturesField *_pictures = nullptr;
    QVBoxLayout *_right = nullptr;
    QLabel *_due;
    QLabel *_error;
    bool _isClassPicked = false;
    std::shared_ptr<const Places> _places;
    std::optional<GeoPoint> _point; ///< as it was given; the region chosen with it is `_pointRegion`
    RegionCode _pointRegion;
};

} // namespace huying
