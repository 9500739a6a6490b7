#include "NavigationRail.h"

#include "KeyHint.h"
#include "Pixels.h"
#include "ThemedButton.h"

#include <QButtonGroup>
#include <QPainter>
#include <QVBoxLayout>

namespace huying
{

namespace
{

class RailPlace : public ThemedButton
{
public:
    RailPlace(const ThemeSource &source, Icon icon, const QString &word) : ThemedButton(source), shownIcon(icon)
    {
        setText(word);
        setAccessibleName(word);
        setCheckable(true);
    }

    [[nodiscard]] QSize sizeHint() const override { return { theme().space.rail, theme().space.railPlace }; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Colours &c = theme().colours;
        if (isChecked() || (underMouse() && isEnabled())) {
            painter.fillRect(rect(), isChecked() ? c.railChosen : c.railHover);
        }
        QColor ink = isChecked() || underMouse() ? c.railInk : c.railInkSoft;
        if (!isEnabled()) {
            ink = c.railInkSoft;
            ink.setAlphaF(0.45F);
        }
        const int icon = theme().space.iconLarge;
        paintIcon(painter, QRect((width() - icon) / 2, 9, icon, icon), shownIcon, ink);
        painter.setFont(smallFont());
        painter.setPen(ink);
        const QFontMetrics metrics(painter.font());
        painter.drawText(QRect(2, 9 + icon, width() - 4, height() - icon - 13), Qt::AlignCenter,
            metrics.elidedText(text(), Qt::ElideRight, width() - 4));
        if (showsRing()) {
            paintBox(painter, rect(), 0, Qt::transparent, isChecked() ? c.railInk : c.railRing, theme().space.ring);
        }
    }

private:
    Icon shownIcon;
};

} // namespace

NavigationRail::NavigationRail(const ThemeSource &themeSource, QWidget *parent)
    : QWidget(parent), source(themeSource), group(new QButtonGroup(this)), column(new QVBoxLayout(this))
{
    setAccessibleName(tr("Places"));
    setFixedWidth(source.theme().space.rail);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addStretch();
    group->setExclusive(true);
    connect(group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on) {
            emit placeChosen(id);
        }
    });
    connect(&source, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

int NavigationRail::addPlace(Icon icon, const QString &word)
{
    return add(icon, word, atTop++);
}

int NavigationRail::addPlaceAtFoot(Icon icon, const QString &word)
{
    return add(icon, word, column->count());
}

int NavigationRail::add(Icon icon, const QString &word, int row)
{
    const int number = places();
    auto *place = new RailPlace(source, icon, word);
    column->insertWidget(row, place);
    group->addButton(place, number);
    if (number < 9) {
        const QKeySequence key(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + number));
        place->setShortcut(key);
        place->setToolTip(tr("%1 (%2)").arg(word, keyText(key)));
    }
    return number;
}

int NavigationRail::chosen() const
{
    return group->checkedId();
}

void NavigationRail::choose(int number)
{
    if (auto *button = group->button(number)) {
        button->setChecked(true);
    }
}

int NavigationRail::places() const
{
    return static_cast<int>(group->buttons().size());
}

QAbstractButton *NavigationRail::place(int number) const
{
    return group->button(number);
}

void NavigationRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), source.theme().colours.rail);
}

} // namespace huying
