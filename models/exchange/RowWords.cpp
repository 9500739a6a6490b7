#include "RowWords.h"

#include "Texts.h"

#include <QCoreApplication>

namespace huying
{

namespace
{

class SayRowWords
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

constexpr std::size_t longestWord = 60;

} // namespace

QString cellText(std::string_view text)
{
    return QString::fromStdString(shortened(onOneLine(text), longestWord));
}

std::unexpected<Failure> reason(QString text)
{
    return failure(FailureKind::Invalid, std::move(text));
}

void mark(SourceTicket &ticket, Remark remark)
{
    ticket.remarks.set(static_cast<std::size_t>(remark));
}

QString description(Remark remark)
{
    switch (remark) {
    case Remark::SkippedTime:
        return SayRowWords::tr("a time that the clock jumped over in spring; counted on from before the jump");
    case Remark::RepeatedTime:
        return SayRowWords::tr(
            "a time that the clock showed twice in autumn; the first was taken unless it contradicts");
    case Remark::DeadlineBeforeOpening:
        return SayRowWords::tr("the deadline is before the opening; kept as given");
    case Remark::NoPoint:
        return SayRowWords::tr("the coordinates are none on the globe; taken without a point");
    case Remark::UnknownChannel:
        return SayRowWords::tr("the channel is not in the mapping; the default was taken");
    case Remark::ClosedByTime:
        return SayRowWords::tr("the status says open, the time of closing was left out");
    case Remark::TextFromCategory:
        return SayRowWords::tr("no text; the category's name stands for it");
    case Remark::LongText:
        return SayRowWords::tr("a text too long for its field was cut there and kept whole in the detail or in notes");
    case Remark::UndecodableBytes:
        return SayRowWords::tr("bytes that the file's encoding does not know; each stands as \\xHH");
    case Remark::StrayQuote:
        return SayRowWords::tr("a stray quotation mark, kept as text");
    case Remark::OutsideCounty:
        return SayRowWords::tr("the point lies outside the county; kept, and shown so");
    case Remark::TooFewCells:
        return SayRowWords::tr("fewer cells than the header; the missing ones are taken as blank");
    }
    return {};
}

} // namespace huying
