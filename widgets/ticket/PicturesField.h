#pragma once

#include <common/ThemeSource.h>
#include <pictures/PictureBook.h>

#include <QWidget>

#include <vector>

class QLabel;

namespace huying
{

class ActionButton;
class PictureTile;

/// Photos that go along with what is entered: chosen from files, dropped or pasted; Delete takes one out. They are made
/// ready elsewhere, meanwhile it says so.
class PicturesField : public QWidget
{
    Q_OBJECT
public:
    PicturesField(const ThemeSource &source, PictureBook &book, QWidget *parent = nullptr);

    [[nodiscard]] std::vector<Attachment> attachments() const;
    /// Begins with those that an action on `ticket` named before.
    void setAttachments(const TicketId &ticket, const std::vector<Attachment> &attachments);
    /// Some are not ready yet.
    [[nodiscard]] bool isBusy() const { return _pending > 0; }
    void clear();

    /// Pictures dropped anywhere on `form` come here.
    void takeDropsOf(QWidget &form);
    void addFiles(const QStringList &files);

public slots:
    void chooseFiles();
    void paste();

signals:
    void picturesChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addPictures(const PicturesToAdd &pictures);
    void take(int form, const std::vector<AddedPicture> &pictures, const QStringList &refused);
    PictureTile *addTile(const Attachment &attachment, const PictureSight &sight);
    void remove(PictureTile *tile);
    void say(const QString &words);
    void tell();
    [[nodiscard]] int room() const;

    const ThemeSource &_source;
    PictureBook &_book;
    int _form;
    int _pending = 0; ///< requests that are not answered
    QWidget *_row;
    std::vector<PictureTile *> _tiles;
    ActionButton *_add;
    QLabel *_words;
    QString _trouble;
};

} // namespace huying
