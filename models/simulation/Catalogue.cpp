#include "Catalogue.h"

#include <QFile>

#include <charconv>
#include <ranges>

namespace huying
{

namespace
{

constexpr std::array<std::string_view, 7> seasonNames { "-", "summer", "winter", "spring", "autumn", "rain", "lamp" };
constexpr std::array<std::string_view, 3> settingNames { "", "village", "town" };
constexpr std::array<std::string_view, 4> classLetters { "E", "C", "P", "O" };

std::vector<std::string> split(std::string_view text, char by)
{
    std::vector<std::string> parts;
    for (const auto part : std::views::split(text, by)) {
        parts.emplace_back(part.begin(), part.end());
    }
    return parts;
}

int numberIn(std::string_view text)
{
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// 0401|村内垃圾清运|O|T|D03|110|summer
Matter matterOf(const std::vector<std::string> &fields)
{
    Matter matter;
    matter.category.code = { fields[0] };
    matter.category.name = fields[1];
    matter.category.deadlineClass = wordIn<DeadlineClass>(classLetters, fields[2]).value_or(DeadlineClass::Other);
    if (fields[3] != "T") {
        matter.category.lead = { fields[3] };
    }
    for (const std::string &unit : split(fields[4], ',')) {
        if (unit != "-" && unit != "T") {
            matter.category.cooperating.push_back({ unit });
        }
    }
    matter.weight = numberIn(fields[5]);
    matter.season = wordIn<Season>(seasonNames, fields[6]).value_or(Season::None);
    matter.setting = wordIn<Setting>(settingNames, fields.size() > 7 ? fields[7] : "").value_or(Setting::Anywhere);
    return matter;
}

} // namespace

std::vector<std::string> tableLines(std::string_view name)
{
    QFile file(QStringLiteral(":/huying/county/") + QUtf8StringView(name.data(), std::ssize(name)).toString());
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("the table %s is not part of this program", qPrintable(file.fileName())); // the build makes it so
    }
    std::vector<std::string> lines = split(file.readAll().toStdString(), '\n');
    std::erase_if(lines, [](const std::string &line) { return line.empty() || line.starts_with('#'); });
    return lines;
}

Catalogue catalogue()
{
    Catalogue read;
    for (const std::string &line : tableLines("units.txt")) {
        const std::vector<std::string> fields = split(line, '|');
        read.departments.push_back({ { fields[0] }, fields[1], UnitKind::Department, {} });
    }
    for (const std::string &line : tableLines("responsibilities.txt")) {
        if (line.starts_with("- ")) {
            const std::size_t bar = line.find('|');
            read.matters.back().wordings.push_back({ line.substr(2, bar - 2), line.substr(bar + 1) });
        } else if (line.starts_with("= ")) {
            read.matters.back().result = line.substr(2);
        } else if (const std::vector<std::string> fields = split(line, '|'); fields.size() == 2) {
            Category &top = read.categories.emplace_back();
            top.code = { fields[0] };
            top.name = fields[1];
        } else {
            read.matters.push_back(matterOf(fields));
            read.categories.push_back(read.matters.back().category);
        }
    }
    return read;
}

} // namespace huying
