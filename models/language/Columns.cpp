#include "Columns.h"

#include <QTextBoundaryFinder>

#include <unicode/uchar.h>

#include <algorithm>

namespace huying
{

namespace
{

int columnsOf(char32_t character)
{
    const auto code = static_cast<UChar32>(character);
    const auto kind = u_charType(code);
    if (kind == U_NON_SPACING_MARK || kind == U_ENCLOSING_MARK || kind == U_FORMAT_CHAR) {
        return 0;
    }
    const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

} // namespace

int widthOf(const QString &text)
{
    int width = 0;
    for (const auto all = text.toUcs4(); const uint character : all) {
        width += columnsOf(static_cast<char32_t>(character));
    }
    return width;
}

QString padded(const QString &text, int width)
{
    return text + QString(std::max(0, width - widthOf(text)), u' ');
}

QStringList wrapped(const QString &text, int width)
{
    QStringList lines;
    QTextBoundaryFinder places(QTextBoundaryFinder::Line, text);
    QString line;
    for (qsizetype from = 0, to = places.toNextBoundary(); to > 0; from = to, to = places.toNextBoundary()) {
        const QString piece = text.mid(from, to - from);
        if (!line.isEmpty() && widthOf(line) + widthOf(piece.trimmed()) > width) {
            lines << line.trimmed();
            line.clear();
        }
        line += piece;
    }
    return line.trimmed().isEmpty() ? lines : lines << line.trimmed();
}

QString tableText(const QList<QStringList> &rows)
{
    QList<int> widths;
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            widths.resize(std::max(widths.size(), i + 1));
            widths[i] = std::max(widths[i], widthOf(row[i]));
        }
    }
    QString text;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            line += padded(row[i], widths[i]) + QStringLiteral("  ");
        }
        while (line.endsWith(u' ')) {
            line.chop(1);
        }
        text += line + u'\n';
    }
    return text;
}

} // namespace huying
