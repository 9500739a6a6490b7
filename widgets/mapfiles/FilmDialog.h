#pragma once

#include "FileDialog.h"
#include "FilmMaking.h"

class QComboBox;

namespace huying
{

/// The frames of the time bar as a film or as numbered pictures.
class FilmDialog : public FileDialog
{
    Q_OBJECT
public:
    FilmDialog(const ThemeSource &source, FilmPlan plan, QWidget *parent = nullptr);

protected:
    [[nodiscard]] FileJob::Work work() override;

private:
    void fit();

    FilmPlan _plan;
    QComboBox *_kind;
    QComboBox *_size;
    QComboBox *_speed;
};

} // namespace huying
