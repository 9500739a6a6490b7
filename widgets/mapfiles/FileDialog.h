#pragma once

#include "FileJob.h"
#include "FilePlace.h"

#include <QDialog>

class QFormLayout;
class QLabel;
class QProgressBar;

namespace huying
{

class ActionButton;

/// What the dialogs share that make a file of the map: where it goes, how far it is, stopping, and what went wrong.
class FileDialog : public QDialog
{
    Q_OBJECT
public:
    FileDialog(const ThemeSource &source, const QString &title, QWidget *parent = nullptr);
    ~FileDialog() override;

    void accept() override;
    /// Stops the work where there is some; otherwise leaves.
    void reject() override;

signals:
    void written(const QString &file);

protected:
    [[nodiscard]] QFormLayout &form() { return *_form; }
    [[nodiscard]] FilePlace &place() { return *_place; }
    /// After a dialog's own fields.
    void addFoot();
    /// What is to be done for the file as chosen.
    [[nodiscard]] virtual FileJob::Work work() = 0;

private:
    [[nodiscard]] bool mayReplace(const QString &file);
    void setBusy(bool isBusy);
    void say(const QString &text, bool isError);

    const ThemeSource &_source;
    QFormLayout *_form;
    FilePlace *_place;
    QProgressBar *_progress;
    QLabel *_said;
    ActionButton *_write = nullptr;
    FileJob *_job;
};

} // namespace huying
