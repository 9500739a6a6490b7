#include "Workbook.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>
#include <QCoreApplication>

#include "XmlParser.h"

namespace huying
{

namespace
{

std::unexpected<Failure> invalidWorkbook(const char *text)
{
    return failure(FailureKind::Invalid, QCoreApplication::translate("sheets", text));
}

std::expected<void, Failure> parsePart(
    const ZipArchive &archive, const std::string &name, std::uint64_t limit, XmlEvents &events)
{
    auto part = archive.part(name, limit);
    if (!part) {
        return std::unexpected(part.error());
    }
    XmlParser parser(events);
    return parse(*part, parser);
}

struct Relation {
    std::string id;
    std::string kind; ///< the last step of its type
    std::string part;
};

/// The relations of the part `owner`, with their targets as places in the archive.
class Relations : public XmlEvents
{
public:
    explicit Relations(const std::filesystem::path &owner) : m_folder(owner.parent_path()) {}
    void start(std::string_view name, const XmlAttributes &attributes) override
    {
        if (name == "Relationship" && attributes["TargetMode"] != "External") {
            const auto type = attributes["Type"];
            const auto part = ("/" / m_folder / attributes["Target"]).lexically_normal().string();
            all.push_back({ std::string(attributes["Id"]), std::string(type.substr(type.rfind('/') + 1)),
                part.substr(std::min(part.find_first_not_of('/'), part.size())) });
        }
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}

    std::string partOf(std::string_view kind) const
    {
        const auto found = std::ranges::find(all, kind, &Relation::kind);
        return found == all.end() ? std::string() : found->part;
    }

    std::vector<Relation> all;

private:
    std::filesystem::path m_folder;
};

struct SheetEntry {
    std::string name;
    std::string relation;
    bool isHidden = false;
};

class WorkbookXml : public XmlEvents
{
public:
    void start(std::string_view name, const XmlAttributes &attributes) override
    {
        isWorkbook = isWorkbook || name == "workbook";
        if (name == "workbookPr") {
            const auto from1904 = attributes["date1904"];
            dateSystem = from1904 == "1" || from1904 == "true" ? DateSystem::From1904 : DateSystem::From1900;
        } else if (name == "sheet") {
            const auto state = attributes["state"];
            entries.push_back({ std::string(attributes["name"]), std::string(attributes["id"]),
                state == "hidden" || state == "veryHidden" });
        }
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}

    bool isWorkbook = false;
    DateSystem dateSystem = DateSystem::From1900;
    std::vector<SheetEntry> entries;
};

class StylesXml : public XmlEvents
{
public:
    void start(std::string_view name, const XmlAttributes &attributes) override
    {
        if (name == "numFmt") {
            m_own[number(attributes["numFmtId"])] = numberFormatOf(attributes["formatCode"]);
        } else if (name == "cellXfs") {
            m_inside = true;
        } else if (name == "xf" && m_inside) {
            const auto id = number(attributes["numFmtId"]);
            const auto own = m_own.find(id);
            formats.push_back(own == m_own.end() ? builtInNumberFormat(id) : own->second);
        }
    }
    void end(std::string_view name) override { m_inside = m_inside && name != "cellXfs"; }
    void text(std::string_view) override {}

    std::vector<NumberFormat> formats;

private:
    static unsigned number(std::string_view text)
    {
        unsigned value = 0;
        std::from_chars(text.data(), text.data() + text.size(), value);
        return value;
    }

    std::map<unsigned, NumberFormat> m_own;
    bool m_inside = false;
};

std::string relationsOf(const std::string &part)
{
    const std::filesystem::path place(part);
    return (place.parent_path() / "_rels" / (place.filename().string() + ".rels")).string();
}

std::expected<std::string, Failure> workbookPart(const ZipArchive &archive, std::uint64_t limit)
{
    if (!archive.contains("_rels/.rels")) {
        return archive.contains("content.xml")
            ? invalidWorkbook(QT_TRANSLATE_NOOP("sheets", "An OpenDocument file: save it as .xlsx or CSV first"))
            : invalidWorkbook(QT_TRANSLATE_NOOP("sheets", "The archive is no Excel workbook"));
    }
    Relations relations("");
    if (const auto parsed = parsePart(archive, "_rels/.rels", limit, relations); !parsed) {
        return std::unexpected(parsed.error());
    }
    auto part = relations.partOf("officeDocument");
    if (part.ends_with(".bin")) {
        return invalidWorkbook(QT_TRANSLATE_NOOP("sheets", "A binary workbook (.xlsb): save it as .xlsx or CSV first"));
    }
    return part.empty() ? invalidWorkbook(QT_TRANSLATE_NOOP("sheets", "The archive is no Excel workbook"))
                        : std::expected<std::string, Failure>(std::move(part));
}

} // namespace

std::expected<Workbook, Failure> readWorkbook(const ZipArchive &archive, std::uint64_t limit)
{
    const auto place = workbookPart(archive, limit);
    if (!place) {
        return std::unexpected(place.error());
    }
    WorkbookXml xml;
    Relations relations(*place);
    if (const auto parsed = parsePart(archive, *place, limit, xml); !parsed) {
        return std::unexpected(parsed.error());
    }
    if (!xml.isWorkbook) {
        return invalidWorkbook(QT_TRANSLATE_NOOP("sheets", "The archive is no Excel workbook"));
    }
    if (const auto parsed = parsePart(archive, relationsOf(*place), limit, relations); !parsed) {
        return std::unexpected(parsed.error());
    }
    Workbook workbook { {}, xml.dateSystem, relations.partOf("sharedStrings"), relations.partOf("styles") };
    for (const auto &entry : xml.entries) {
        const auto target = std::ranges::find(relations.all, entry.relation, &Relation::id);
        if (target != relations.all.end() && target->kind == "worksheet") {
            workbook.sheets.push_back({ entry.name, target->part, entry.isHidden });
        }
    }
    return workbook;
}

std::expected<std::vector<NumberFormat>, Failure> readCellFormats(
    const ZipArchive &archive, const std::string &part, std::uint64_t limit)
{
    StylesXml xml;
    if (const auto parsed = parsePart(archive, part, limit, xml); !parsed) {
        return std::unexpected(parsed.error());
    }
    return std::move(xml.formats);
}

} // namespace huying
