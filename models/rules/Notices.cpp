#include "Notices.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace huying
{

namespace
{

constexpr std::size_t longestText = 1 << 20; // a notice has 2 kB; whatever is larger is something else

QString noticeText(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::unexpected<Failure> wrongNotice(const QString &sentence)
{
    return failure(FailureKind::Invalid, sentence);
}

std::unexpected<Failure> wrongDay(const QString &sentence, Day day)
{
    return wrongNotice(sentence.arg(noticeText(isoDay(day))));
}

/// Fields are read one after the other; the first failure stays.
class NoticeObject
{
public:
    NoticeObject(QJsonObject object, Failure &failed) : _object(std::move(object)), _failed(failed) {}

    QJsonValue take(const char *field, QJsonValue::Type type)
    {
        const QString key = QString::fromLatin1(field);
        const QJsonValue value = _object.take(key);
        if (value.type() != type) {
            fail(QCoreApplication::translate("Notices", "the field \"%1\" is missing or of another type").arg(key));
        }
        return value;
    }

    std::string string(const char *field)
    {
        const QString written = take(field, QJsonValue::String).toString();
        if (std::ranges::any_of(written, [](QChar sign) { return sign.category() == QChar::Other_Control; })) {
            fail(QCoreApplication::translate("Notices", "the field \"%1\" holds a control character")
                    .arg(QString::fromLatin1(field)));
        }
        return written.toStdString();
    }

    Day day(const char *field)
    {
        const std::string written = string(field);
        const auto day = dayFromIso(written);
        if (!day) {
            fail(QCoreApplication::translate("Notices", "\"%1\" is no day; a day is written 2026-01-31")
                    .arg(noticeText(written)));
        }
        return day.value_or(Day {});
    }

    /// Whatever nobody has taken is a slip of the pen, which must not lose a make-up day in silence.
    void expectNothingMore()
    {
        if (!_object.isEmpty()) {
            fail(
                QCoreApplication::translate("Notices", "the field \"%1\" is unknown").arg(_object.keys().constFirst()));
        }
    }

private:
    void fail(const QString &sentence)
    {
        if (_failed.text.isEmpty()) {
            _failed = { FailureKind::Invalid, sentence };
        }
    }

    QJsonObject _object;
    Failure &_failed;
};

DayOffRange rangeFrom(const QJsonValue &value, Failure &failed)
{
    NoticeObject object(value.toObject(), failed);
    DayOffRange range { object.string("name"), object.day("first"), object.day("last") };
    object.expectNothingMore();
    return range;
}

MakeUpDay makeUpDayFrom(const QJsonValue &value, Failure &failed)
{
    NoticeObject object(value.toObject(), failed);
    MakeUpDay day { object.string("name"), object.day("day") };
    object.expectNothingMore();
    return day;
}

HolidayNotice noticeFrom(const QJsonObject &json, Failure &failed)
{
    NoticeObject object(json, failed);
    HolidayNotice notice;
    notice.year = object.take("year", QJsonValue::Double).toInt();
    notice.title = object.string("title");
    notice.documentNumber = object.string("document-number");
    notice.issuedOn = object.day("issued-on");
    for (const auto all = object.take("days-off", QJsonValue::Array).toArray(); const auto &range : all) {
        notice.daysOff.push_back(rangeFrom(range, failed));
    }
    for (const auto all = object.take("make-up-days", QJsonValue::Array).toArray(); const auto &day : all) {
        notice.makeUpDays.push_back(makeUpDayFrom(day, failed));
    }
    object.expectNothingMore();
    return notice;
}

std::expected<void, Failure> checkRange(const HolidayNotice &notice, const DayOffRange &range)
{
    using namespace std::chrono;
    const Day earliest { year { notice.year - 1 } / December / 1 };
    const Day latest { year { notice.year + 1 } / January / 31 };
    if (range.last < range.first) {
        return wrongDay(
            QCoreApplication::translate("Notices", "the days off from %1 end before they begin"), range.first);
    }
    if (range.first < earliest || range.last > latest) {
        return wrongDay(QCoreApplication::translate("Notices", "%1 does not belong to the notice's year"),
            range.first < earliest ? range.first : range.last);
    }
    if (range.last - range.first >= days { 31 }) {
        return wrongDay(
            QCoreApplication::translate("Notices", "the days off from %1 are longer than a month"), range.first);
    }
    return {};
}

std::expected<std::vector<HolidayNotice>, Failure> readAll(const QDir &folder)
{
    std::vector<HolidayNotice> notices;
    for (const auto all = folder.entryList(QDir::Files, QDir::Name); const QString &name : all) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) {
            return failure(FailureKind::Damaged, file.errorString());
        }
        const QByteArray content = file.readAll();
        auto notice = noticeFromText({ content.data(), static_cast<std::size_t>(content.size()) });
        if (!notice) {
            return failure(FailureKind::Damaged, name + QStringLiteral(": ") + notice.error().text);
        }
        notices.push_back(std::move(*notice));
    }
    return notices;
}

} // namespace

std::expected<void, Failure> checkNotice(const HolidayNotice &notice)
{
    if (notice.year < 1949 || notice.year > 9999) {
        return wrongNotice(QCoreApplication::translate("Notices", "%1 is no year of a notice").arg(notice.year));
    }
    if (notice.documentNumber.empty()) {
        return wrongNotice(QCoreApplication::translate("Notices", "the notice has no document number"));
    }
    std::vector<Day> named;
    const auto add = [&](const DayOffRange &range) -> std::expected<void, Failure> {
        return checkRange(notice, range).transform([&] {
            for (Day day = range.first; day <= range.last; day += std::chrono::days { 1 }) {
                named.push_back(day);
            }
        });
    };
    for (const DayOffRange &range : notice.daysOff) {
        if (const auto added = add(range); !added) {
            return added;
        }
    }
    for (const MakeUpDay &makeUp : notice.makeUpDays) {
        if (const auto added = add({ makeUp.name, makeUp.day, makeUp.day }); !added) {
            return added;
        }
    }
    std::ranges::sort(named);
    const auto twice = std::ranges::adjacent_find(named);
    return twice == named.end() ? std::expected<void, Failure> {}
                                : wrongDay(QCoreApplication::translate("Notices", "the notice names %1 twice"), *twice);
}

std::expected<HolidayNotice, Failure> noticeFromText(std::string_view json)
{
    if (json.size() > longestText) {
        return wrongNotice(QCoreApplication::translate("Notices", "the file is too large for a notice"));
    }
    if (json.starts_with("\xEF\xBB\xBF")) {
        json.remove_prefix(3);
    }
    QJsonParseError error;
    const auto document =
        QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), static_cast<qsizetype>(json.size())), &error);
    if (!document.isObject()) {
        return wrongNotice(QCoreApplication::translate("Notices", "this is no notice in UTF-8 JSON: %1 at byte %2")
                .arg(error.errorString())
                .arg(error.offset));
    }
    Failure failed;
    HolidayNotice notice = noticeFrom(document.object(), failed);
    if (!failed.text.isEmpty()) {
        return std::unexpected(failed);
    }
    return checkNotice(notice).transform([&] { return std::move(notice); });
}

std::expected<std::vector<HolidayNotice>, Failure> publishedNotices()
{
    auto notices = readAll(QDir(QStringLiteral(":/huying/calendar")));
    if (!notices || notices->empty()) {
        return notices ? failure(FailureKind::Damaged,
                             QCoreApplication::translate("Notices", "the program's own calendar is missing"))
                       : notices;
    }
    std::ranges::stable_sort(*notices, {}, &HolidayNotice::issuedOn);
    return notices;
}

} // namespace huying
