#pragma once

#include <common/ThemeSource.h>
#include <pictures/PictureBook.h>

#include <QDialog>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace huying
{

class ActionButton;
class PictureCanvas;

/// The pictures of a ticket, large: Left and Right go through them, plus and minus come nearer, 0 shows the whole,
/// Ctrl+S saves a copy, Escape leaves.
class PictureViewer : public QDialog
{
    Q_OBJECT
public:
    PictureViewer(const ThemeSource &source, PictureBook &book, const TicketId &ticket,
        std::vector<Attachment> pictures, QWidget *parent = nullptr);

    /// Shows that one of them.
    void open(const std::string &sha256);
    using QDialog::open;

    [[nodiscard]] const Attachment &shown() const { return _pictures[_at]; }
    [[nodiscard]] bool isFilled() const;
    [[nodiscard]] double zoom() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addButtons(QVBoxLayout &column);
    void step(int by);
    void load();
    void take(const std::string &sha256, const QImage &picture, const QString &why);
    void refresh(const std::string &sha256);
    void tell(const QString &words);
    void save();

    const ThemeSource &_source;
    PictureBook &_book;
    TicketId _ticket;
    std::vector<Attachment> _pictures;
    std::size_t _at = 0;
    PictureCanvas *_canvas;
    QLabel *_words;
    ActionButton *_before;
    ActionButton *_after;
};

} // namespace huying
