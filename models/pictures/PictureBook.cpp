#include "PictureBook.h"

namespace huying
{

namespace
{
/// Thumbnails of 320 pixels: 120 MB at most.
constexpr std::size_t mostKnown = 300;
}

PictureBook::PictureBook(QObject *parent) : QObject(parent) {}

PictureSight PictureBook::sight(const TicketId &ticket, const Attachment &attachment)
{
    const auto known = _known.find(attachment.sha256);
    if (known != _known.end()) {
        _lately.splice(_lately.begin(), _lately, known->second.place);
        return known->second.sight;
    }
    _lately.push_front(attachment.sha256);
    _known.emplace(attachment.sha256, Known { {}, _lately.begin() });
    forgetOldest();
    emit wanted(ticket, attachment);
    return {};
}

void PictureBook::forgetOldest()
{
    while (_known.size() > mostKnown) {
        _known.erase(_lately.back());
        _lately.pop_back();
    }
}

void PictureBook::take(const std::string &sha256, const PictureSight &sight)
{
    const auto known = _known.find(sha256);
    if (known == _known.end() || known->second.sight == sight) {
        return;
    }
    known->second.sight = sight;
    emit changed(sha256);
}

void PictureBook::takeProgress(const std::string &sha256, qint64 bytes)
{
    const auto known = _known.find(sha256);
    if (known != _known.end() && known->second.sight.bytes != bytes) {
        known->second.sight.bytes = bytes;
        emit changed(sha256);
    }
}

void PictureBook::takeAdded(int form, const std::vector<AddedPicture> &pictures, const QStringList &refused)
{
    emit added(form, pictures, refused);
}

void PictureBook::takeWhole(const std::string &sha256, const QImage &picture, const QString &why)
{
    emit wholeReady(sha256, picture, why);
}

void PictureBook::takeCopied(const QString &file, const QString &why)
{
    emit copied(file, why);
}

void PictureBook::clear()
{
    _known.clear();
    _lately.clear();
}

} // namespace huying
