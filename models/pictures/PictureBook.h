#pragma once

#include <domain/Failure.h>
#include <domain/TicketEvent.h>

#include <QImage>
#include <QObject>
#include <QStringList>

#include <list>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>

namespace huying
{

/// What the screen knows of a picture.
struct PictureSight {
    enum class State : std::uint8_t {
        Asked, ///< it is being looked for here
        Coming, ///< on its way from the backend
        Away, ///< not here, and there is no line
        NotYet, ///< the desk that added it has not sent it
        NoRoom, ///< the disk of this desk is full
        Here,
        Unreadable,
    };

    State state = State::Asked;
    QImage thumbnail; ///< where it is here
    bool isWaiting = false; ///< added here, and not yet at the backend
    std::optional<Failure> trouble; ///< why the backend did not take it the last time
    qint64 bytes = 0; ///< of it that have gone over, or come

    bool operator==(const PictureSight &) const = default;
};

/// A picture that was added to a form, or why it could not be.
struct AddedPicture {
    Attachment attachment;
    QImage thumbnail;
};

/// What is to be added: files by their names, or a picture from the clipboard.
struct PicturesToAdd {
    int form = 0; ///< which form asks
    int room = 0; ///< how many more it takes
    QStringList files;
    QImage image;
};

/// The pictures on the screen: what is known of each, and what is wished from those who have them. Lives on the GUI
/// thread; knows neither cache nor line, and waits for nobody.
class PictureBook : public QObject
{
    Q_OBJECT
public:
    explicit PictureBook(QObject *parent = nullptr);

    /// What is known of it now; asks for it where that is nothing. Valid until the next call.
    PictureSight sight(const TicketId &ticket, const Attachment &attachment);
    /// Asks for it in its whole size; `wholeReady` tells it, or that it is not to be had.
    void askWhole(const TicketId &ticket, const Attachment &attachment) { emit wholeWanted(ticket, attachment); }
    void askCopy(const TicketId &ticket, const Attachment &attachment, const QString &file)
    {
        emit copyWanted(ticket, attachment, file);
    }

    /// A number for a form that adds pictures, and the request to add some to it.
    int newForm() { return ++_forms; }
    void add(const PicturesToAdd &pictures) { emit addWanted(pictures); }

public slots:
    void take(const std::string &sha256, const huying::PictureSight &sight);
    /// How many bytes of it have gone over, or come.
    void takeProgress(const std::string &sha256, qint64 bytes);
    void takeAdded(int form, const std::vector<huying::AddedPicture> &pictures, const QStringList &refused);
    void takeWhole(const std::string &sha256, const QImage &picture, const QString &why);
    void takeCopied(const QString &file, const QString &why);
    void clear();

signals:
    void changed(const std::string &sha256);
    void added(int form, const std::vector<huying::AddedPicture> &pictures, const QStringList &refused);
    void wholeReady(const std::string &sha256, const QImage &picture, const QString &why);
    /// `why` is empty when the copy has been written.
    void copied(const QString &file, const QString &why);

    void wanted(const huying::TicketId &ticket, const huying::Attachment &attachment);
    void wholeWanted(const huying::TicketId &ticket, const huying::Attachment &attachment);
    void copyWanted(const huying::TicketId &ticket, const huying::Attachment &attachment, const QString &file);
    void addWanted(const huying::PicturesToAdd &pictures);

private:
    void forgetOldest();

    struct Known {
        PictureSight sight;
        std::list<std::string>::iterator place;
    };
    std::unordered_map<std::string, Known> _known;
    std::list<std::string> _lately; ///< looked at, the latest first
    int _forms = 0;
};

} // namespace huying
