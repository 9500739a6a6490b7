#include "Names.h"

#include <array>
#include <format>

namespace huying
{

namespace
{

using namespace std::string_view_literals;

constexpr std::array surnames { "王"sv, "李"sv, "张"sv, "刘"sv, "陈"sv, "杨"sv, "赵"sv, "孟"sv, "周"sv, "吴"sv, "徐"sv,
    "孙"sv, "马"sv, "朱"sv, "胡"sv, "郭"sv, "何"sv, "高"sv, "林"sv, "郑"sv, "谢"sv, "宋"sv, "唐"sv, "许"sv, "韩"sv,
    "冯"sv, "邓"sv, "曹"sv, "彭"sv, "曾"sv, "田"sv, "董"sv, "袁"sv, "潘"sv, "蒋"sv, "蔡"sv, "余"sv, "杜"sv, "叶"sv,
    "程"sv, "苏"sv, "魏"sv, "吕"sv, "丁"sv, "任"sv, "沈"sv, "姚"sv, "卢"sv, "姜"sv, "崔"sv, "钟"sv, "谭"sv, "陆"sv,
    "汪"sv, "范"sv, "石"sv, "贾"sv, "夏"sv, "付"sv, "白"sv, "邹"sv, "秦"sv, "江"sv, "史"sv, "侯"sv, "邵"sv, "龙"sv,
    "段"sv, "雷"sv, "钱"sv, "汤"sv, "尹"sv, "武"sv, "乔"sv, "贺"sv, "赖"sv, "龚"sv, "文"sv, "申"sv, "柴"sv, "路"sv };
constexpr std::array suffixes { "家庄村"sv, "家寨村"sv, "家屯村"sv, "家营村"sv, "家店村"sv, "家桥村"sv, "家湾村"sv,
    "家井村"sv, "家窑村"sv, "家堡村"sv, "家口村"sv, "家洼村"sv, "庄村"sv, "寨村"sv, "屯村"sv, "营村"sv, "坊村"sv };
constexpr std::array landmarks { "柳树"sv, "槐树"sv, "枣林"sv, "杏园"sv, "梨园"sv, "桑园"sv, "榆林"sv, "石桥"sv,
    "沙井"sv, "苇塘"sv, "白塔"sv, "双庙"sv, "古城"sv, "新堤"sv, "河湾"sv, "砖窑"sv, "油坊"sv, "铁匠"sv, "染坊"sv,
    "花园"sv, "皇路"sv, "官道"sv, "清水"sv, "甜水"sv, "高台"sv, "红庙"sv, "青龙"sv, "长堤"sv, "银杏"sv, "菊坡"sv };
constexpr std::array landmarkEnds { "庄村"sv, "屯村"sv, "营村"sv, "洼村"sv, "村"sv, "寨村"sv };
constexpr std::array givenFirst { "建"sv, "志"sv, "文"sv, "国"sv, "春"sv, "秀"sv, "玉"sv, "桂"sv, "丽"sv, "红"sv,
    "海"sv, "永"sv, "振"sv, "金"sv, "晓"sv, "庆"sv, "淑"sv, "俊"sv, "立"sv, "少"sv, "子"sv, "新"sv, "宝"sv, "彦"sv,
    "兰"sv, "书"sv, "明"sv, "风"sv, "爱"sv, "雪"sv };
constexpr std::array givenSecond { "军"sv, "强"sv, "华"sv, "英"sv, "敏"sv, "峰"sv, "芳"sv, "平"sv, "霞"sv, "涛"sv,
    "杰"sv, "梅"sv, "玲"sv, "波"sv, "辉"sv, "刚"sv, "燕"sv, "娟"sv, "林"sv, "生"sv, "民"sv, "云"sv, "珍"sv, "山"sv,
    "宇"sv, "涵"sv, "轩"sv, "琴"sv, "洋"sv, "彬"sv, "申"sv, "岭"sv };

} // namespace

std::string VillageNames::stem()
{
    if (_random.chance(1'800)) {
        return std::format("{}{}", _random.pick(landmarks), _random.pick(landmarkEnds));
    }
    constexpr std::array before { "大"sv, "小"sv, "新"sv, "老"sv };
    const std::string_view size = _random.chance(2'000) ? _random.pick(before) : ""sv;
    return std::format("{}{}{}", size, _random.pick(surnames), _random.pick(suffixes));
}

std::string VillageNames::next()
{
    for (;;) {
        if (const std::string name = stem(); _taken.insert(name).second) {
            return name;
        }
    }
}

std::pair<std::string, std::string> VillageNames::nextPair(std::string_view first, std::string_view second)
{
    for (;;) {
        const std::string name = stem();
        if (!_taken.contains(name) && !_taken.contains(std::format("{}{}", first, name))
            && !_taken.contains(std::format("{}{}", second, name))) {
            _taken.insert({ name, std::format("{}{}", first, name), std::format("{}{}", second, name) });
            return { std::format("{}{}", first, name), std::format("{}{}", second, name) };
        }
    }
}

std::string personName(Random &random)
{
    const std::string_view surname = random.pick(surnames);
    if (random.chance(2'200)) {
        return std::format("{}{}", surname, random.pick(givenSecond));
    }
    return std::format("{}{}{}", surname, random.pick(givenFirst), random.pick(givenSecond));
}

std::string unassignedTelephone(Random &random)
{
    return std::format("000{:08}", random.below(100'000'000));
}

} // namespace huying
