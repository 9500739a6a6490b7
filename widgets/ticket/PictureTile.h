#pragma once

#include <common/ThemedButton.h>
#include <pictures/PictureBook.h>

namespace huying
{

/// One picture, small: itself where it is here, else its size and why it is not. Enter or a click opens it, Delete
/// takes it out of a form.
class PictureTile : public ThemedButton
{
    Q_OBJECT
public:
    enum class Use : std::uint8_t { Look, Edit };

    PictureTile(const ThemeSource &source, Attachment attachment, Use use, QWidget *parent = nullptr);

    void setSight(const PictureSight &sight);
    [[nodiscard]] const Attachment &attachment() const { return _attachment; }
    [[nodiscard]] const PictureSight &sight() const { return _sight; }
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void removalWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void paintPicture(QPainter &painter, const QRectF &box) const;
    void paintPlaceholder(QPainter &painter, const QRectF &box) const;
    void paintBadge(QPainter &painter, const QRectF &box, const QString &words) const;

    Attachment _attachment;
    Use _use;
    PictureSight _sight;
};

/// What is to be said of a picture that is not simply here; empty where it is.
QString pictureState(const PictureSight &sight, const Attachment &attachment);

/// `1,600 × 1,200 · 240 kB`.
QString pictureSize(const Attachment &attachment);

} // namespace huying
