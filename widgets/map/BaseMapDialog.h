#pragma once

#include <common/ThemeSource.h>
#include <tiles/BaseMapChoice.h>

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace huying
{

/// Asks what lies under the map: nothing, tiles on this machine, a server of the county, or 天地图 with the county's
/// key. What cannot be shown is said here, and the dialog stays.
class BaseMapDialog : public QDialog
{
    Q_OBJECT
public:
    BaseMapDialog(const ThemeSource &source, const BaseMapChoice &choice, QWidget *parent = nullptr);

    [[nodiscard]] BaseMapChoice choice() const;

public slots:
    void accept() override;

private:
    void addFields(const BaseMapChoice &choice);
    void addButtons(const ThemeSource &source);
    void fit();
    void browse();

    QFormLayout *_form;
    QComboBox *_kind;
    QLineEdit *_place;
    QLineEdit *_key;
    QLineEdit *_attribution;
    QWidget *_browsed; ///< the place, and the button that looks for it
    QLabel *_error;
};

} // namespace huying
