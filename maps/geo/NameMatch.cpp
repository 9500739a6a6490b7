#include "NameMatch.h"

#include <algorithm>
#include <array>

namespace huying
{

namespace
{

// The longest first: of 村民委员会 the whole goes.
const std::array suffixes { QStringLiteral("街道办事处"), QStringLiteral("村民委员会"), QStringLiteral("居民委员会"),
    QStringLiteral("社区居委会"), QStringLiteral("村委会"), QStringLiteral("居委会"), QStringLiteral("自治县"),
    QStringLiteral("社区"), QStringLiteral("街道"), QStringLiteral("网格"), QStringLiteral("镇"), QStringLiteral("乡"),
    QStringLiteral("村"), QStringLiteral("县"), QStringLiteral("区"), QStringLiteral("市") };

} // namespace

QString plainName(const QString &name)
{
    QString plain;
    std::ranges::copy_if(name.normalized(QString::NormalizationForm_KC), std::back_inserter(plain),
        [](QChar letter) { return !letter.isSpace() && letter.isPrint(); });
    return plain;
}

QString bareName(const QString &name)
{
    QString plain = plainName(name);
    for (const QString &suffix : suffixes) {
        if (plain.size() > suffix.size() && plain.endsWith(suffix)) {
            const QString rest = plain.chopped(suffix.size());
            return suffix.endsWith(QStringLiteral("委会")) && rest.endsWith(u'村') && rest.size() > 1 ? rest.chopped(1)
                                                                                                      : rest;
        }
    }
    return plain;
}

std::optional<std::string> codeIn(const QString &text, std::size_t length)
{
    QString digits = text.trimmed();
    if (const qsizetype point = digits.indexOf(u'.');
        point > 0 && digits.mid(point + 1).count(u'0') == digits.size() - point - 1) {
        digits.truncate(point); // a table that keeps codes as numbers
    }
    const auto isDigit = [](QChar letter) { return letter >= u'0' && letter <= u'9'; };
    const auto isZero = [](QChar letter) { return letter == u'0'; };
    const auto wanted = static_cast<qsizetype>(length);
    if (digits.size() < wanted || digits.size() > 18 || !std::ranges::all_of(digits, isDigit)
        || !std::ranges::all_of(digits.mid(wanted), isZero)) {
        return std::nullopt;
    }
    return digits.left(wanted).toStdString();
}

} // namespace huying
