#include "Film.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <webp/encode.h>
#include <webp/mux.h>

namespace huying
{

namespace
{

constexpr float quality = 82;

std::unexpected<Failure> notWritten(const QString &file, const QString &why)
{
    return failure(FailureKind::Full, QStringLiteral("%1: %2").arg(file, why));
}

/// What libwebp has made, until the end of its owner.
struct Made : WebPData {
    Made() : WebPData {} { WebPDataInit(this); }
    ~Made() { WebPDataClear(this); }
    Q_DISABLE_COPY_MOVE(Made)
};

class WebPFilm : public Film
{
public:
    WebPFilm(QString file, QSize size, int milliseconds)
        : _file(std::move(file)), _size(size), _milliseconds(milliseconds)
    {
        WebPAnimEncoderOptions options;
        WebPAnimEncoderOptionsInit(&options);
        options.anim_params.loop_count = 0;
        _encoder.reset(WebPAnimEncoderNew(size.width(), size.height(), &options));
    }

    std::expected<void, Failure> add(const QImage &frame) override
    {
        const QImage pixels = frame.scaled(_size).convertToFormat(QImage::Format_RGB32);
        WebPPicture picture;
        WebPPictureInit(&picture);
        picture.width = _size.width();
        picture.height = _size.height();
        picture.use_argb = 1;
        WebPConfig config;
        WebPConfigInit(&config);
        config.quality = quality;
        config.method = 2; // quick: somebody waits
        // Qt's 32-bit pixels lie as blue, green, red in memory.
        const bool isDone = WebPPictureImportBGRX(&picture, pixels.constBits(), int(pixels.bytesPerLine())) != 0
            && WebPAnimEncoderAdd(_encoder.get(), &picture, _frames * _milliseconds, &config) != 0;
        WebPPictureFree(&picture);
        ++_frames;
        return isDone ? std::expected<void, Failure> {} : notWritten(_file, said());
    }

    std::expected<void, Failure> finish() override
    {
        Made made;
        if (WebPAnimEncoderAdd(_encoder.get(), nullptr, _frames * _milliseconds, nullptr) == 0
            || WebPAnimEncoderAssemble(_encoder.get(), &made) == 0) {
            return notWritten(_file, said());
        }
        QSaveFile file(_file);
        const void *const bytes = made.bytes;
        if (!file.open(QIODevice::WriteOnly)
            || file.write(static_cast<const char *>(bytes), qint64(made.size)) != qint64(made.size) || !file.commit()) {
            return notWritten(_file, file.errorString());
        }
        return {};
    }

private:
    QString said() const { return QString::fromUtf8(WebPAnimEncoderGetError(_encoder.get())); }

    struct Deleter {
        void operator()(WebPAnimEncoder *encoder) const { WebPAnimEncoderDelete(encoder); }
    };

    QString _file;
    QSize _size;
    int _milliseconds;
    int _frames = 0;
    std::unique_ptr<WebPAnimEncoder, Deleter> _encoder;
};

class PictureFilm : public Film
{
public:
    PictureFilm(const QString &file, QSize size) : _stem(file.chopped(4)), _size(size) {}
    ~PictureFilm() override
    {
        for (const QString &name : std::as_const(_written)) {
            QFile::remove(name);
        }
    }
    Q_DISABLE_COPY_MOVE(PictureFilm)

    std::expected<void, Failure> add(const QImage &frame) override
    {
        const QString name = QStringLiteral("%1-%2.png").arg(_stem).arg(_written.size() + 1, 4, 10, QLatin1Char('0'));
        QSaveFile file(name);
        if (!file.open(QIODevice::WriteOnly) || !frame.scaled(_size).save(&file, "PNG") || !file.commit()) {
            return notWritten(name, file.errorString());
        }
        _written.append(name);
        return {};
    }

    std::expected<void, Failure> finish() override
    {
        _written.clear();
        return {};
    }

private:
    QString _stem;
    QSize _size;
    QStringList _written;
};

} // namespace

std::expected<std::unique_ptr<Film>, Failure> Film::begin(const QString &file, QSize size, int milliseconds)
{
    const QString ending = QFileInfo(file).suffix().toLower();
    if (ending == QLatin1String("webp")) {
        return std::make_unique<WebPFilm>(file, size, milliseconds);
    }
    if (ending == QLatin1String("png")) {
        return std::make_unique<PictureFilm>(file, size);
    }
    return failure(FailureKind::Invalid,
        QCoreApplication::translate("MapSheet", "A film is written as .webp, or as pictures (.png)."));
}

} // namespace huying
