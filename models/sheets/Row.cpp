#include "Row.h"

#include <QCoreApplication>

namespace huying
{

namespace
{

QString sentence(Problem::Kind kind)
{
    switch (kind) {
    case Problem::Kind::UndecodableBytes:
        return QCoreApplication::translate(
            "sheets", "Line %1, column %2: bytes that are no text in the file's encoding");
    case Problem::Kind::NulByte:
        return QCoreApplication::translate("sheets", "Line %1, column %2: a NUL byte in the text");
    case Problem::Kind::StrayQuote:
        return QCoreApplication::translate("sheets", "Line %1, column %2: a quotation mark that is not doubled");
    case Problem::Kind::UnclosedQuote:
        return QCoreApplication::translate("sheets", "Line %1, column %2: a quotation mark that is never closed");
    case Problem::Kind::TooFewCells:
        return QCoreApplication::translate("sheets", "Line %1: fewer cells than the header, only %2");
    case Problem::Kind::TooManyCells:
        return QCoreApplication::translate("sheets", "Line %1: more cells than the header, from column %2 on");
    }
    return {};
}

} // namespace

QString description(const Problem &problem)
{
    const auto column = problem.kind == Problem::Kind::TooFewCells ? problem.cell : problem.cell + 1;
    return sentence(problem.kind).arg(problem.line).arg(column);
}

} // namespace huying
