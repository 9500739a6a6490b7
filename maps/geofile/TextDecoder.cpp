#include "TextDecoder.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>

namespace huying
{

namespace
{

bool isAllIn(const std::vector<QByteArray> &texts, const QString &encoding)
{
    return std::ranges::all_of(texts, [&](const QByteArray &text) {
        QStringDecoder decoder(encoding);
        const QString decoded = decoder.decode(text);
        return decoder.isValid() && !decoder.hasError() && !decoded.contains(QChar::ReplacementCharacter);
    });
}

/// GBK and GB 2312 are parts of GB 18030, and files that name one of them hold characters of the others.
QString knownName(const QString &wanted)
{
    const QString plain = wanted.trimmed().toUpper();
    const bool isChinese = plain == u"GBK" || plain == u"GB2312" || plain == u"CP936" || plain == u"936"
        || plain == u"GB18030" || plain == u"GB-18030";
    return isChinese ? QStringLiteral("GB18030") : plain == u"UTF8" ? QStringLiteral("UTF-8") : plain;
}

} // namespace

std::expected<TextDecoder, Failure> TextDecoder::of(const std::vector<QByteArray> &texts, const QString &wanted)
{
    if (!wanted.isEmpty()) {
        const QString name = knownName(wanted);
        if (!QStringDecoder(name).isValid()) {
            return failure(FailureKind::Invalid,
                QCoreApplication::translate("Geo", "“%1” is no encoding of texts; there are UTF-8, GBK and GB18030.")
                    .arg(wanted));
        }
        return TextDecoder(name);
    }
    for (const QString &likely : { QStringLiteral("UTF-8"), QStringLiteral("GB18030") }) {
        if (isAllIn(texts, likely)) {
            return TextDecoder(likely);
        }
    }
    return TextDecoder(QStringLiteral("ISO-8859-1"));
}

QString TextDecoder::decoded(const QByteArray &text) const
{
    QStringDecoder decoder(_name);
    QString all = decoder.decode(text);
    all.remove(QChar(u'\0'));
    return all;
}

} // namespace huying
