#include "ZipArchive.h"

#include <QCoreApplication>
#include <zip.h>

namespace huying
{

namespace
{

std::unexpected<Failure> damaged()
{
    return failure(FailureKind::Damaged, QCoreApplication::translate("sheets", "The workbook is cut off or damaged"));
}

std::unexpected<Failure> tooLarge(std::uint64_t limit)
{
    return failure(FailureKind::Full,
        QCoreApplication::translate("sheets", "The workbook unpacks to more than %1 bytes").arg(limit));
}

} // namespace

void ZipPart::Close::operator()(zip_file *file) const
{
    zip_fclose(file);
}

void ZipArchive::Close::operator()(zip *archive) const
{
    zip_discard(archive);
}

std::expected<std::size_t, Failure> ZipPart::read(std::span<char> buffer)
{
    const auto length = zip_fread(m_file.get(), buffer.data(), buffer.size());
    if (length < 0) {
        return damaged();
    }
    m_read += static_cast<std::uint64_t>(length);
    if (m_read > m_limit) {
        return tooLarge(m_limit);
    }
    return static_cast<std::size_t>(length);
}

std::expected<ZipArchive, Failure> ZipArchive::open(const std::filesystem::path &file)
{
    int error = 0;
    ZipArchive archive;
    archive.m_archive.reset(zip_open(file.c_str(), ZIP_RDONLY, &error));
    if (!archive.m_archive) {
        return damaged();
    }
    return archive;
}

bool ZipArchive::contains(const std::string &name) const
{
    return zip_name_locate(m_archive.get(), name.c_str(), ZIP_FL_NOCASE) >= 0;
}

std::expected<ZipPart, Failure> ZipArchive::part(const std::string &name, std::uint64_t limit) const
{
    const auto index = zip_name_locate(m_archive.get(), name.c_str(), ZIP_FL_NOCASE);
    zip_stat_t facts {};
    if (index < 0 || zip_stat_index(m_archive.get(), static_cast<zip_uint64_t>(index), 0, &facts) != 0) {
        return failure(FailureKind::Damaged,
            QCoreApplication::translate("sheets", "The workbook has no part %1").arg(QString::fromStdString(name)));
    }
    if ((facts.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && facts.encryption_method != ZIP_EM_NONE) {
        return failure(FailureKind::Refused,
            QCoreApplication::translate("sheets", "The workbook is encrypted: save it without a password first"));
    }
    if ((facts.valid & ZIP_STAT_SIZE) != 0 && facts.size > limit) {
        return tooLarge(limit);
    }
    ZipPart part;
    part.m_limit = limit;
    part.m_file.reset(zip_fopen_index(m_archive.get(), static_cast<zip_uint64_t>(index), 0));
    if (!part.m_file) {
        return damaged();
    }
    return part;
}

} // namespace huying
