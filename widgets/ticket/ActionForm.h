#pragma once

#include <common/ThemeSource.h>
#include <domain/TicketEvent.h>

#include <QWidget>

#include <functional>

class QLabel;
class QVBoxLayout;

namespace huying
{

class ActionButton;
class MessageBar;

/// The form of one action: its fields, what is wrong with them, and the buttons. Ctrl+Enter does it (Enter from a
/// field of one line), Escape leaves it.
class ActionForm : public QWidget
{
    Q_OBJECT
public:
    ActionForm(const ThemeSource &source, std::string_view kind, const QString &title, QWidget *parent = nullptr);

    /// Adds a field under its name; gives it back. Fields stand in the order of the keyboard.
    template <class Field>
    Field *add(const QString &name, Field *field)
    {
        addField(name, field);
        return field;
    }

    /// What the action does, between title and fields.
    void explain(const QString &text);
    /// What the fields say as a content, and what hinders already in the fields (a name that is no unit).
    void setContent(std::function<TicketContent()> content) { _content = std::move(content); }
    void setFault(std::function<QString()> fault) { _fault = std::move(fault); }

    [[nodiscard]] std::string_view kind() const { return _kind; }
    [[nodiscard]] TicketContent content() const { return _content(); }
    [[nodiscard]] QString fault() const { return _fault ? _fault() : QString(); }
    /// Whether anything has been entered since it was opened.
    [[nodiscard]] bool isTouched() const { return _isTouched; }

    /// What hinders the action now, shown once something is entered or the action was tried; empty: nothing.
    void setHindrance(const QString &hindrance);
    /// Tells of what has happened to the ticket while one was writing.
    void warn(const QString &text);
    /// The form is filled: from here on what is entered counts, and the keyboard is in the first field.
    void begin();

public slots:
    void touch();
    void tryIt();

signals:
    void changed();
    void confirmed();
    void cancelled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addField(const QString &name, QWidget *field);
    void watch(QWidget *field);
    void tellHindrance();

    const ThemeSource &_source;
    std::string_view _kind;
    std::function<TicketContent()> _content;
    std::function<QString()> _fault;
    QVBoxLayout *_fields;
    MessageBar *_warning;
    QLabel *_hindranceLabel;
    QWidget *_first = nullptr;
    QString _hindrance;
    bool _isTouched = false;
    bool _isTried = false;
};

} // namespace huying
