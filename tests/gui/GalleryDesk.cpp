#include "GalleryDesk.h"

#include <common/ActionButton.h>
#include <common/ChipButton.h>
#include <common/ConnectionIndicator.h>
#include <common/CountPill.h>
#include <common/DayStrip.h>
#include <common/KeyHint.h>
#include <common/Labels.h>
#include <common/Lamps.h>
#include <common/NavigationRail.h>
#include <common/RowDelegate.h>
#include <common/StepBar.h>
#include <common/Type.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTableView>

#include <array>

using namespace Qt::StringLiterals;

namespace huying
{

namespace
{

QLabel *words(const QString &text, TextRole role)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    setTextRole(*label, role);
    return label;
}

NavigationRail *rail(const ThemeSource &source)
{
    auto *rail = new NavigationRail(source);
    rail->addPlace(Icon::Queue, u"队列"_s);
    rail->addPlace(Icon::Map, u"地图"_s);
    rail->addPlace(Icon::Boards, u"红黑榜"_s);
    rail->addPlace(Icon::Bulletin, u"通报"_s);
    rail->addPlace(Icon::Responsibilities, u"责任清单"_s);
    rail->addPlace(Icon::Wall, u"大屏"_s);
    rail->addPlaceAtFoot(Icon::Settings, u"设置"_s);
    rail->choose(0);
    return rail;
}

QWidget *topLine(const ThemeSource &source)
{
    auto *strip = new QWidget;
    setFrameRole(*strip, FrameRole::Strip);
    strip->setFixedHeight(source.theme().space.topLine);
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(20, 0, 20, 1);
    row->setSpacing(20);
    row->addWidget(words(u"呼应 · 巨鹿县诉求调度"_s, TextRole::Large));
    auto *search = new QLineEdit;
    search->setProperty("fieldRole", u"search"_s);
    search->setPlaceholderText(u"查找工单、地点、单位、操作"_s);
    search->setFixedWidth(420);
    auto *inside = new QHBoxLayout(search);
    inside->setContentsMargins(0, 0, 8, 0);
    inside->addStretch();
    inside->addWidget(new KeyHint(source, QKeySequence(u"Ctrl+K"_s)));
    row->addWidget(search);
    row->addWidget(new ActionButton(source, ActionRank::Secondary, u"新建工单"_s, QKeySequence(u"Ctrl+N"_s)));
    row->addStretch();
    auto *connection = new ConnectionIndicator(source);
    connection->setConnection({ LineState::Online, u"14:03:22"_s, 0 });
    row->addWidget(connection);
    row->addWidget(new QLabel(u"调度员 · 一席"_s));
    return strip;
}

QStandardItemModel *queue(const ThemeSource &source, QObject *owner)
{
    struct Row {
        Lamp lamp;
        QString number, left, category, place, text, channel;
    };
    const std::array rows {
        Row { Lamp::Soon, u"20230712-0391"_s, u"38 分"_s, u"突发"_s, u"官亭镇 官亭村"_s, u"井盖缺失，路口有学生经过"_s,
            u"热线"_s },
        Row { Lamp::Soon, u"20230712-0402"_s, u"1 时 12 分"_s, u"突发"_s, u"巨鹿镇 南街"_s,
            u"燃气味明显，居民不敢开灯"_s, u"12345"_s },
        Row { Lamp::InTime, u"20230712-0417"_s, u"7 天"_s, u"供水设施"_s, u"西郭城镇 马家营村"_s,
            u"埋设水管的路面发生塌陷，过往行人危险"_s, u"自报"_s },
        Row { Lamp::InTime, u"20230712-0416"_s, u"当天 9 时"_s, u"政策咨询"_s, u"堤村乡 前堤村"_s,
            u"金银花叶枯黄，请农技人员指导"_s, u"网格员"_s },
        Row { Lamp::Overdue, u"20230628-0177"_s, u"超 2 天"_s, u"占道经营"_s, u"小吕寨镇 S324"_s,
            u"门店占道经营，影响通行（第 2 次退回）"_s, u"网格员"_s },
        Row { Lamp::Paused, u"20230503-0031"_s, u"挂账"_s, u"道路维修"_s, u"苏家营镇"_s,
            u"乡道整体翻修，列入四季度计划"_s, u"自报"_s },
    };
    auto *model = new QStandardItemModel(owner);
    model->setHorizontalHeaderLabels({ {}, u"编号"_s, u"剩余"_s, u"类别"_s, u"地点"_s, u"内容"_s, u"渠道"_s });
    for (int copy = 0; copy < 6; ++copy) {
        for (const Row &row : rows) {
            auto *lamp = new QStandardItem(lampIcon(row.lamp, source.theme()), {});
            auto *left = new QStandardItem(row.left);
            left->setForeground(lampInk(source.theme(), row.lamp));
            auto *channel = new QStandardItem(row.channel);
            channel->setForeground(source.theme().colours.inkSoft);
            model->appendRow({ lamp, new QStandardItem(row.number), left, new QStandardItem(row.category),
                new QStandardItem(row.place), new QStandardItem(row.text), channel });
        }
    }
    return model;
}

QTableView *table(const ThemeSource &source)
{
    auto *view = new QTableView;
    view->setModel(queue(source, view));
    showAsRows(*view, source);
    const std::array widths { 44, 124, 92, 92, 150, 330 };
    for (int column = 0; column < int(widths.size()); ++column) {
        view->setColumnWidth(column, widths[static_cast<std::size_t>(column)]);
    }
    view->horizontalHeader()->setStretchLastSection(true);
    view->selectRow(2);
    QObject::connect(&source, &ThemeSource::changed, view, [view, &source] {
        delete view->model();
        view->setModel(queue(source, view));
        view->selectRow(2);
    });
    return view;
}

QWidget *middle(const ThemeSource &source)
{
    auto *pane = new QWidget;
    setFrameRole(*pane, FrameRole::Pane);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins({});
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 8, 20, 8);
    row->setSpacing(8);
    auto *step = new ChipButton(source, {});
    step->setChoices({ { u"全部步骤"_s, 0 }, { u"待指派"_s, 1 } });
    step->choose(1);
    auto *category = new ChipButton(source, u"类别"_s);
    category->setChoices({ { u"全部"_s, 0 }, { u"路灯"_s, 1 } });
    auto *region = new ChipButton(source, u"地区"_s);
    region->setChoices({ { u"全县"_s, 0 } });
    auto *period = new ChipButton(source, {});
    period->setChoices({ { u"近 7 天"_s, 7 } });
    for (QWidget *chip : { step, category, region, period }) {
        row->addWidget(chip);
    }
    row->addStretch();
    row->addWidget(words(u"按超时风险排序"_s, TextRole::Soft));
    row->addWidget(words(u"38 件"_s, TextRole::Soft));
    column->addLayout(row);
    column->addWidget(table(source), 1);
    auto *fresh = new CountPill(source, Icon::ArrowUp);
    fresh->say(u"12 条新到"_s);
    column->addWidget(fresh, 0, Qt::AlignHCenter);
    column->addSpacing(12);
    return pane;
}

QWidget *deadlineCard(const ThemeSource &source)
{
    auto *card = new QFrame;
    setFrameRole(*card, FrameRole::Card);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(16, 12, 16, 14);
    auto *head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(new ElidedLabel(u"时限：7 个工作日内解决，7 月 21 日（五）24:00"_s), 1);
    auto *lamp = new QLabel;
    lamp->setPixmap(lampIcon(Lamp::InTime, source.theme()).pixmap(QSize(14, 14), card->devicePixelRatio()));
    head->addWidget(lamp);
    head->addWidget(new QLabel(u"剩 7 天"_s));
    column->addLayout(head);
    auto *days = new DayStrip(source);
    const QString off = u"休"_s;
    days->setDays({ { u"12"_s, u"当日"_s, DayState::Reported, {}, true }, { u"13"_s, u"1"_s }, { u"14"_s, u"2"_s },
        { u"15"_s, off, DayState::NotCounted }, { u"16"_s, off, DayState::NotCounted }, { u"17"_s, u"3"_s },
        { u"18"_s, u"4"_s }, { u"19"_s, u"5"_s }, { u"20"_s, u"6"_s }, { u"21"_s, u"7"_s, DayState::Due } });
    column->addWidget(days);
    return card;
}

QWidget *assignCard(const ThemeSource &source)
{
    auto *card = new QFrame;
    setFrameRole(*card, FrameRole::ChosenCard);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(16, 12, 16, 14);
    column->addWidget(words(u"责任清单 · 第 9 项 城乡建设 › 供水设施 › 管线施工路面恢复"_s, TextRole::Small));
    column->addWidget(words(u"主体 供水服务中心：24 小时内设围挡并恢复路面"_s, TextRole::Body));
    column->addWidget(words(u"配合 西郭城镇：现场看护、告知群众"_s, TextRole::Body));
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(new ActionButton(source, ActionRank::Primary, u"按清单指派"_s, QKeySequence(u"D"_s)));
    row->addWidget(new ActionButton(source, ActionRank::Secondary, u"改派"_s, QKeySequence(u"E"_s)));
    row->addWidget(new ActionButton(source, ActionRank::Secondary, u"无效"_s, QKeySequence(u"X"_s)));
    row->addStretch();
    column->addLayout(row);
    column->addWidget(words(
        u"为什么：内容含“水管”“路面”“塌陷”；地点在清单适用范围内。同类 25 件中 24 件如此指派。"_s, TextRole::Small));
    return card;
}

QWidget *ticket(const ThemeSource &source)
{
    auto *pane = new QWidget;
    setFrameRole(*pane, FrameRole::Pane);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(8);
    column->addWidget(words(u"20230712-0417　群众自报　一次上报"_s, TextRole::Soft));
    column->addWidget(words(u"埋设水管的路面发生塌陷，过往行人危险"_s, TextRole::Title));
    column->addSpacing(4);
    auto *steps = new StepBar(source);
    steps->setSteps({ { u"上报"_s, u"09:12"_s, StepState::Done }, { u"受理"_s, u"09:31"_s, StepState::Done },
        { u"指定"_s, u"等待 4 分"_s, StepState::Current }, { u"处置"_s, {} }, { u"反馈"_s, {} } });
    column->addWidget(steps);
    column->addSpacing(4);
    column->addWidget(
        words(u"村西路口埋设水管处路面塌陷，约一米见方，昨夜下雨后变大，已用树枝围住，请尽快维修。"_s, TextRole::Body));
    column->addWidget(words(u"西郭城镇 马家营村 03 网格"_s, TextRole::Soft));
    column->addSpacing(4);
    column->addWidget(deadlineCard(source));
    column->addSpacing(4);
    column->addWidget(assignCard(source));
    column->addSpacing(4);
    column->addWidget(new SectionHeading(u"经过"_s));
    column->addWidget(words(u"09:31　调度员 一席 受理，类别 供水设施，等级 2 级（20 分）"_s, TextRole::Body));
    column->addWidget(words(u"09:12　群众 李** 上报，照片 3 张"_s, TextRole::Body));
    column->addStretch();
    return pane;
}

} // namespace

QWidget *galleryDesk(const ThemeSource &source)
{
    auto *desk = new QWidget;
    auto *across = new QHBoxLayout(desk);
    across->setContentsMargins({});
    across->setSpacing(0);
    across->addWidget(rail(source));
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(topLine(source));
    auto *panes = new QSplitter;
    panes->setHandleWidth(1);
    panes->addWidget(middle(source));
    panes->addWidget(ticket(source));
    panes->setSizes({ 1050, 468 });
    right->addWidget(panes, 1);
    across->addLayout(right, 1);
    desk->resize(1600, 1000);
    return desk;
}

} // namespace huying
