#pragma once

#include <QLabel>

namespace huying
{

/// A line of text that is cut with an ellipsis where there is no room, and then tells the whole in its tool tip.
class ElidedLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(const QString &text = {}, QWidget *parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;
    /// Whether the whole is not seen.
    [[nodiscard]] bool isCut() const;
    /// What is said where the whole text has no room, such as its first half; empty: as much as there is room for.
    void setBrief(const QString &brief);
    /// What is seen now.
    [[nodiscard]] QString seen() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    QString _brief;
};

/// The head of a section, above what it names.
class SectionHeading : public QLabel
{
    Q_OBJECT
public:
    explicit SectionHeading(const QString &text, QWidget *parent = nullptr);
};

} // namespace huying
