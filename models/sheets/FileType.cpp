#include "FileType.h"

#include <algorithm>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace huying
{

namespace
{

constexpr qint64 headLength = 65'536;

std::unexpected<Failure> invalid(const char *text)
{
    return failure(FailureKind::Invalid, QCoreApplication::translate("sheets", text));
}

/// A compound file (MS-CFB) is an old workbook, or wraps an encrypted new one: the names of its streams,
/// in UTF-16 in its directory, tell.
std::unexpected<Failure> compoundFailure(QFile &file)
{
    constexpr qint64 directoryPart = 65'536;
    file.seek(0);
    const QByteArray head = file.read(512);
    if (head.size() < 512) {
        return failure(FailureKind::Damaged, QCoreApplication::translate("sheets", "The file is cut off"));
    }
    const auto number = [&head](qsizetype at, int bytes) {
        quint64 value = 0;
        for (int i = bytes - 1; i >= 0; --i) {
            value = value << 8U | static_cast<unsigned char>(head[at + i]);
        }
        return value;
    };
    const auto sectorShift = std::min<quint64>(number(30, 2), 20);
    file.seek(static_cast<qint64>((number(48, 4) + 1) << sectorShift));
    const QByteArray directory = file.read(directoryPart);
    const QString name = QStringLiteral("EncryptedPackage");
    const QByteArray wanted(reinterpret_cast<const char *>(name.utf16()), name.size() * 2);
    if (directory.contains(wanted)) {
        return failure(FailureKind::Refused,
            QCoreApplication::translate("sheets", "The workbook is encrypted: save it without a password first"));
    }
    return invalid(QT_TRANSLATE_NOOP("sheets", "An old Excel file (.xls): save it as .xlsx or CSV first"));
}

bool startsLikeMarkup(QByteArray head)
{
    if (head.startsWith("\xEF\xBB\xBF")) {
        head.remove(0, 3);
    }
    const QByteArray start = head.left(256).trimmed().toLower();
    return std::ranges::any_of(QByteArrayList { "<!doctype", "<html", "<table", "<?xml", "<meta" },
        [&start](const QByteArray &tag) { return start.startsWith(tag); });
}

bool isBinary(const QByteArray &head)
{
    const auto controls = std::ranges::count_if(head, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
    });
    return head.size() >= 8 && controls * 10 > head.size();
}

bool hasUtf16Mark(const QByteArray &head)
{
    return head.startsWith("\xFF\xFE") || head.startsWith("\xFE\xFF");
}

} // namespace

std::expected<SheetFacts::Format, Failure> formatOf(const std::filesystem::path &path, const SheetOptions &options)
{
    const QFileInfo facts(path);
    if (!facts.exists()) {
        return failure(
            FailureKind::NotFound, QCoreApplication::translate("sheets", "There is no file %1").arg(facts.filePath()));
    }
    if (!facts.isFile()) {
        return failure(
            FailureKind::Invalid, QCoreApplication::translate("sheets", "%1 is no file").arg(facts.filePath()));
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(FailureKind::Refused,
            QCoreApplication::translate("sheets", "%1 cannot be read: %2").arg(facts.filePath(), file.errorString()));
    }
    const QByteArray head = file.read(headLength);
    if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06")) {
        return SheetFacts::Format::Xlsx;
    }
    if (head.startsWith("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) {
        return compoundFailure(file);
    }
    if (startsLikeMarkup(head)) {
        return invalid(
            QT_TRANSLATE_NOOP("sheets", "The file is a web page or XML, no table: save it as .xlsx or CSV first"));
    }
    if (head.startsWith("%PDF") || (!options.encoding && !hasUtf16Mark(head) && isBinary(head))) {
        return invalid(QT_TRANSLATE_NOOP("sheets", "The file is neither text nor an Excel workbook"));
    }
    return SheetFacts::Format::Csv;
}

} // namespace huying
