#include "GuessWords.h"

#include "Texts.h"

#include <algorithm>

namespace huying
{

namespace
{

struct Likely {
    TicketField field;
    std::vector<std::string_view> words; ///< the best first; `=` before it: the whole name, else a part
};

/// In this order a column is given away; each goes to one field.
const std::vector<Likely> &likelyColumns()
{
    static const std::vector<Likely> columns {
        { TicketField::OnTime,
            { "=ontime", "=on_time", "=on time", "是否按时", "是否超时", "是否超期", "按时办结", "是否逾期" } },
        { TicketField::Id,
            { "=case_enquiry_id", "=service_request_id", "=工单编号", "=工单号", "=留言编号", "=诉求编号", "=编号",
                "=单号", "=id", "工单编号", "编号", "流水号", "=number", "request_id", "case_id", "ticket_id",
                "reference", "_id" } },
        { TicketField::Deadline,
            { "target_dt", "=target", "=due", "due_", "deadline", "sla_", "expected_datetime", "截止", "办理时限",
                "到期", "要求办结", "时限" } },
        { TicketField::Closed,
            { "closed_dt", "=closed", "closed_", "close_date", "resolved", "办结时间", "办结日期", "完成时间", "结案",
                "关闭时间", "答复时间", "回复时间", "反馈时间" } },
        { TicketField::Opened,
            { "open_dt", "=opened", "=open", "requested_datetime", "created", "open_date", "opened_", "留言时间",
                "受理时间", "来电时间", "上报时间", "登记时间", "创建时间", "诉求时间", "=日期", "=时间", "提交时间",
                "=date" } },
        { TicketField::Updated, { "updated", "last_modified", "modified", "更新时间", "修改时间" } },
        { TicketField::Status, { "case_status", "=status", "_status", "status", "状态", "进度" } },
        { TicketField::Title,
            { "case_title", "=title", "=subject_line", "summary", "留言主题", "标题", "主题", "诉求标题",
                "工单标题" } },
        { TicketField::Detail,
            { "=description", "detail", "留言详情", "诉求内容", "工单内容", "内容", "详情", "描述", "description" } },
        { TicketField::Answer,
            { "closure_reason", "resolution", "status_notes", "答复内容", "办理结果", "处理结果", "答复意见", "答复",
                "结果" } },
        { TicketField::Category,
            { "=type", "=category", "service_name", "一级分类", "诉求类别", "类别", "分类", "类型", "category",
                "request_type" } },
        { TicketField::CategoryGroup, { "=reason", "=category_group", "=group", "大类" } },
        { TicketField::Unit,
            { "=department", "agency_responsible", "=agency", "承办单位", "主办单位", "责任单位", "办理单位", "部门",
                "单位", "department" } },
        { TicketField::Latitude, { "=latitude", "=lat", "=y", "纬度", "latitude" } },
        { TicketField::Longitude, { "=longitude", "=long", "=lon", "=lng", "=x", "经度", "longitude" } },
        { TicketField::Region, { "地区编码", "区划代码", "行政区划", "region_code" } },
        { TicketField::Place, { "=location", "=address", "地址", "地点", "位置", "address", "location" } },
        { TicketField::Channel, { "=source", "=channel", "渠道", "来源", "channel", "诉求方式" } },
        { TicketField::Telephone, { "phone", "telephone", "mobile", "联系电话", "来电号码", "电话", "手机" } },
        { TicketField::Name, { "=name", "caller_name", "姓名", "留言用户", "诉求人", "来电人", "联系人" } },
    };
    return columns;
}

bool fits(std::string_view column, std::string_view word)
{
    return word.starts_with('=') ? column == word.substr(1) : column.contains(word);
}

template <class Meaning>
struct Usual {
    std::string_view word;
    Meaning meaning;
};

template <class Meaning, std::size_t count>
std::optional<Meaning> firstWithin(const std::array<Usual<Meaning>, count> &usual, std::string_view word)
{
    const std::string lower = lowerCase(word);
    const auto found =
        std::ranges::find_if(usual, [&](const auto &one) { return std::string_view(lower).contains(one.word); });
    return found == usual.end() ? std::nullopt : std::optional(found->meaning);
}

// What says no more than a part of another comes after it (未办结 before 办结).
constexpr std::array usualStates { Usual { "未办结", SourceState::Open }, Usual { "未完成", SourceState::Open },
    Usual { "unresolved", SourceState::Open }, Usual { "reopen", SourceState::Open },
    Usual { "办结", SourceState::Closed }, Usual { "完成", SourceState::Closed }, Usual { "结案", SourceState::Closed },
    Usual { "关闭", SourceState::Closed }, Usual { "已回复", SourceState::Closed },
    Usual { "已答复", SourceState::Closed }, Usual { "已解决", SourceState::Closed },
    Usual { "closed", SourceState::Closed }, Usual { "resolved", SourceState::Closed },
    Usual { "complete", SourceState::Closed }, Usual { "done", SourceState::Closed },
    Usual { "作废", SourceState::Void }, Usual { "无效", SourceState::Void }, Usual { "cancel", SourceState::Void },
    Usual { "void", SourceState::Void }, Usual { "invalid", SourceState::Void },
    Usual { "办理中", SourceState::Handling }, Usual { "处理中", SourceState::Handling },
    Usual { "progress", SourceState::Handling }, Usual { "已派", SourceState::Assigned },
    Usual { "转办", SourceState::Assigned }, Usual { "assigned", SourceState::Assigned },
    Usual { "待受理", SourceState::Reported }, Usual { "未受理", SourceState::Reported },
    Usual { "受理", SourceState::Accepted }, Usual { "accepted", SourceState::Accepted },
    Usual { "new", SourceState::Reported }, Usual { "open", SourceState::Open }, Usual { "pending", SourceState::Open },
    Usual { "待", SourceState::Open } };

constexpr std::array usualChannels { Usual { "12345", Channel::City12345 }, Usual { "帮我办", Channel::Assisted },
    Usual { "代办", Channel::Assisted }, Usual { "网格", Channel::GridMember }, Usual { "巡查", Channel::GridMember },
    Usual { "employee", Channel::GridMember }, Usual { "staff", Channel::GridMember },
    Usual { "二维码", Channel::QrPlate }, Usual { "扫码", Channel::QrPlate }, Usual { "qr", Channel::QrPlate },
    Usual { "sensor", Channel::Sensor }, Usual { "integration", Channel::Sensor }, Usual { "传感", Channel::Sensor },
    Usual { "告警", Channel::Sensor }, Usual { "call", Channel::Hotline }, Usual { "phone", Channel::Hotline },
    Usual { "hotline", Channel::Hotline }, Usual { "电话", Channel::Hotline }, Usual { "热线", Channel::Hotline },
    Usual { "来电", Channel::Hotline } };

} // namespace

std::array<std::string, fieldNames.size()> columnsLikely(std::span<const std::string> header)
{
    std::array<std::string, fieldNames.size()> columns;
    std::vector<bool> isTaken(header.size());
    for (const auto &[field, words] : likelyColumns()) {
        for (const std::string_view word : words) {
            for (std::size_t i = 0; i < header.size() && columns[static_cast<std::size_t>(field)].empty(); ++i) {
                if (!isTaken[i] && fits(lowerCase(header[i]), word)) {
                    isTaken[i] = true;
                    columns[static_cast<std::size_t>(field)] = header[i];
                }
            }
        }
    }
    return columns;
}

std::optional<SourceState> stateLikely(std::string_view word)
{
    return firstWithin(usualStates, word);
}

Channel channelLikely(std::string_view word)
{
    return firstWithin(usualChannels, word).value_or(Channel::Citizen);
}

} // namespace huying
