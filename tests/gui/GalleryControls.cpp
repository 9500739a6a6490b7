#include "GalleryControls.h"

#include <common/ActionButton.h>
#include <common/ChipButton.h>
#include <common/ConnectionIndicator.h>
#include <common/CountPill.h>
#include <common/DateField.h>
#include <common/DayStrip.h>
#include <common/EmptyState.h>
#include <common/KeyHint.h>
#include <common/Labels.h>
#include <common/Lamps.h>
#include <common/MessageBar.h>
#include <common/RowDelegate.h>
#include <common/StepBar.h>
#include <common/Type.h>

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace huying
{

namespace
{

/// All lamps and icons, at several sizes.
class Marks : public QWidget
{
public:
    explicit Marks(const ThemeSource &themeSource) : source(themeSource) { setFixedSize(560, 260); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        for (int lamp = 0; lamp < 4; ++lamp) {
            int left = 0;
            for (const int side : { 10, 12, 14, 16, 20, 28, 40 }) {
                paintLamp(painter, QRect(left, lamp * 40, side, 40), static_cast<Lamp>(lamp), source.theme());
                left += side + 14;
            }
            painter.setPen(lampInk(source.theme(), static_cast<Lamp>(lamp)));
            painter.drawText(QRect(left, lamp * 40, 100, 40), Qt::AlignVCenter, lampWord(static_cast<Lamp>(lamp)));
        }
        for (int icon = 0; icon < int(iconNames.size()); ++icon) {
            const QPoint at(icon % 16 * 34, 170 + icon / 16 * 36);
            paintIcon(painter, QRect(at, QSize(24, 24)), static_cast<Icon>(icon), source.theme().colours.ink);
        }
        for (int icon = 0; icon < int(iconNames.size()); ++icon) {
            const QPoint at(icon * 18, 242);
            paintIcon(painter, QRect(at, QSize(16, 16)), static_cast<Icon>(icon), source.theme().colours.inkSoft);
        }
    }

private:
    const ThemeSource &source;
};

/// The ramps and the colours of the theme, as squares.
class Swatches : public QWidget
{
public:
    explicit Swatches(const ThemeSource &themeSource) : source(themeSource) { setFixedSize(560, 120); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        int left = 0;
        for (const ColourToken &token : colourTokens()) {
            painter.fillRect(QRect(left % 544, left / 544 * 26, 24, 22), source.theme().colours.*token.member);
            left += 27 + (left % 544 > 510 ? 544 - left % 544 - 27 : 0);
        }
        const Ramps &ramps = source.theme().ramps;
        int top = 58;
        for (const QList<QColor> &ramp : { ramps.heat, ramps.levels, ramps.change }) {
            for (int step = 0; step < ramp.size(); ++step) {
                painter.fillRect(QRect(step * 60, top, 60, 16), ramp[step]);
            }
            top += 20;
        }
    }

private:
    const ThemeSource &source;
};

QWidget *row(std::initializer_list<QWidget *> things)
{
    auto *line = new QWidget;
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins({});
    layout->setSpacing(10);
    for (QWidget *thing : things) {
        layout->addWidget(thing);
    }
    layout->addStretch();
    return line;
}

QWidget *connections(const ThemeSource &source)
{
    auto *online = new ConnectionIndicator(source);
    online->setConnection({ LineState::Online, u"14:03:22"_s, 0 });
    auto *connecting = new ConnectionIndicator(source);
    connecting->setConnection({ LineState::Connecting, u"14:01:07"_s, 2 });
    auto *offline = new ConnectionIndicator(source);
    offline->setConnection({ LineState::Offline, u"13:58:40"_s, 1214 });
    return row({ online, connecting, offline });
}

QWidget *buttons(const ThemeSource &source)
{
    auto *off = new ActionButton(source, ActionRank::Primary, u"办结"_s, QKeySequence(u"F"_s));
    off->setEnabled(false);
    auto *withIcon = new ActionButton(source, ActionRank::Secondary, u"撤销"_s, QKeySequence(u"Ctrl+Z"_s));
    withIcon->setIcon(Icon::Undo);
    auto *focused = new ActionButton(source, ActionRank::Primary, u"受理"_s, QKeySequence(u"A"_s));
    focused->setObjectName(u"focused"_s);
    return row({ focused, new ActionButton(source, ActionRank::Secondary, u"退回"_s, QKeySequence(u"R"_s)), withIcon,
        off, new IconButton(source, Icon::Filter, u"筛选"_s), new IconButton(source, Icon::Close, u"关闭"_s),
        new KeyHint(source, QKeySequence(u"Ctrl+K"_s)) });
}

QWidget *chips(const ThemeSource &source)
{
    auto *narrow = new ChipButton(source, u"类别"_s);
    narrow->setChoices({ { u"全部"_s, 0 }, { u"垃圾清理"_s, 1 } });
    narrow->choose(1);
    auto *wide = new ChipButton(source, u"地区"_s);
    wide->setChoices({ { u"全县"_s, 0 } });
    auto *pill = new CountPill(source, Icon::ArrowUp);
    pill->say(u"12 条新到"_s);
    return row({ narrow, wide, pill });
}

QWidget *fields(const ThemeSource &source)
{
    auto *line = new QLineEdit(u"巨鹿镇 南街"_s);
    line->setFixedWidth(150);
    auto *wrong = new QLineEdit(u"2023-02-30"_s);
    wrong->setProperty("wrong", true);
    wrong->setFixedWidth(110);
    auto *choice = new QComboBox;
    choice->addItems({ u"供水服务中心"_s, u"农业农村局"_s });
    auto *date = new DateField(source, QDate(2023, 7, 12));
    auto *number = new QSpinBox;
    number->setValue(7);
    return row({ line, wrong, choice, date, number });
}

QWidget *checks()
{
    auto *on = new QCheckBox(u"通知群众"_s);
    on->setChecked(true);
    auto *off = new QCheckBox(u"不可用"_s);
    off->setEnabled(false);
    auto *one = new QRadioButton(u"电话"_s);
    one->setChecked(true);
    auto *ok = new QPushButton(u"确定"_s);
    ok->setDefault(true);
    return row({ on, new QCheckBox(u"回访"_s), off, one, new QRadioButton(u"入户"_s), ok, new QPushButton(u"取消"_s) });
}

QWidget *tree(const ThemeSource &source)
{
    auto *model = new QStandardItemModel;
    for (const QString &top : { u"城乡建设"_s, u"生态环境"_s }) {
        auto *item = new QStandardItem(top);
        item->appendRow(new QStandardItem(u"供水设施"_s));
        item->appendRow(new QStandardItem(u"道路维修"_s));
        model->appendRow(item);
    }
    auto *view = new QTreeView;
    model->setParent(view);
    view->setModel(model);
    view->setHeaderHidden(true);
    showAsRows(*view, source);
    view->expand(model->index(0, 0));
    view->setCurrentIndex(model->index(1, 0, model->index(0, 0)));
    view->setFixedSize(220, 150);
    return view;
}

QWidget *texts()
{
    auto *tabs = new QTabBar;
    tabs->addTab(u"经过"_s);
    tabs->addTab(u"附件"_s);
    tabs->addTab(u"同类"_s);
    tabs->setDrawBase(false);
    tabs->setExpanding(false);
    auto *note = new QPlainTextEdit(u"已联系村委会，预计明日上午到场。\n第二行\n第三行\n第四行\n第五行\n第六行"_s);
    note->setFixedSize(300, 110);
    auto *holder = new QWidget;
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins({});
    column->addWidget(tabs);
    column->addWidget(note);
    return holder;
}

QWidget *textRoles()
{
    auto *holder = new QWidget;
    auto *line = new QHBoxLayout(holder);
    line->setContentsMargins({});
    line->setSpacing(14);
    const auto add = [line](const QString &text, TextRole role) {
        auto *label = new QLabel(text);
        setTextRole(*label, role);
        line->addWidget(label, 0, Qt::AlignBottom);
    };
    add(u"13,712"_s, TextRole::Figure);
    add(u"题名"_s, TextRole::Title);
    add(u"大字"_s, TextRole::Large);
    add(u"正文 1,234"_s, TextRole::Body);
    add(u"次要"_s, TextRole::Soft);
    add(u"小字 97.83%"_s, TextRole::Small);
    add(u"出错"_s, TextRole::Error);
    line->addStretch();
    return holder;
}

QWidget *messages(const ThemeSource &source)
{
    auto *holder = new QWidget;
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins({});
    const auto add = [&](MessageKind kind, const QString &text) {
        auto *bar = new MessageBar(source);
        column->addWidget(bar);
        bar->say(kind, text);
        return bar;
    };
    add(MessageKind::Error, u"没有送到：工单 20230712-0417 已被二席指派给城管局。"_s)
        ->offer(new ActionButton(source, ActionRank::Secondary, u"再试一次"_s));
    add(MessageKind::Warning,
        u"2027 年的放假安排尚未公布，这个时限是暂定的，通知公布后会重新计算；在此之前按周末推算工作日。"_s);
    add(MessageKind::Note, u"已按清单指派，10 分钟内可以撤销。"_s);
    return holder;
}

QWidget *strips(const ThemeSource &source)
{
    auto *days = new DayStrip(source);
    QList<ShownDay> list { { u"20"_s, u"当日"_s, DayState::Reported } };
    for (int day = 21; day < 31; ++day) {
        list << ShownDay { QString::number(day), u"休"_s, DayState::NotCounted };
    }
    list << ShownDay { u"31"_s, u"挂账"_s, DayState::OnAccount }
         << ShownDay { u"1"_s, u"1"_s, DayState::Counted, {}, true } << ShownDay { u"2"_s, u"2"_s, DayState::Due };
    days->setDays(list);
    return days;
}

} // namespace

QWidget *galleryControls(const ThemeSource &source)
{
    auto *page = new QWidget;
    auto *across = new QHBoxLayout(page);
    across->setContentsMargins(20, 20, 20, 20);
    across->setSpacing(20);
    const auto addColumn = [across](std::initializer_list<QWidget *> things) {
        auto *pane = new QFrame;
        setFrameRole(*pane, FrameRole::Card);
        auto *column = new QVBoxLayout(pane);
        column->setContentsMargins(20, 20, 20, 20);
        column->setSpacing(12);
        for (QWidget *thing : things) {
            column->addWidget(thing);
        }
        column->addStretch();
        across->addWidget(pane, 1);
    };
    auto *cut = new ElidedLabel(
        u"很长的一行：埋设水管的路面发生塌陷，过往行人危险，请尽快维修，并请告知群众绕行的路线和预计恢复的时间，以免再有人受伤"_s);
    auto *steps = new StepBar(source);
    steps->setSteps({ { u"上报"_s, u"09:12"_s, StepState::Done }, { u"受理"_s, u"09:31"_s, StepState::Done },
        { u"指定"_s, u"10:02"_s, StepState::Done }, { u"处置"_s, u"第 3 天，等待供水服务中心"_s, StepState::Current },
        { u"反馈"_s, {}, StepState::Ahead } });
    addColumn({ new SectionHeading(u"连接"_s), connections(source), new SectionHeading(u"按钮"_s), buttons(source),
        chips(source), new SectionHeading(u"输入"_s), fields(source), checks(), row({ tree(source), texts() }),
        textRoles(), cut, messages(source) });
    auto *empty = new EmptyState(source, Icon::Queue, u"这里会列出待指派的工单"_s,
        u"受理一件工单后，它就会出现在这里。也可以放宽上面的筛选。"_s);
    empty->offer(new ActionButton(source, ActionRank::Secondary, u"清除筛选"_s, QKeySequence(u"Esc"_s)));
    empty->setMinimumHeight(220);
    addColumn(
        { new SectionHeading(u"标记与图标"_s), new Marks(source), new Swatches(source), steps, strips(source), empty });
    page->resize(1600, 1000);
    return page;
}

} // namespace huying
