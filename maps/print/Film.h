#pragma once

#include <domain/Failure.h>

#include <QImage>
#include <QString>

#include <expected>
#include <memory>

namespace huying
{

/// Frames one after the other into one film (.webp, which browsers and messengers play), or into a folder of pictures
/// (NAME-0001.png …) where the name ends in .png. Nothing of it is left when it is given up before `finish`.
class Film
{
public:
    static constexpr int mostFrames = 5000;

    /// Frames of `size` pixels, each shown for `milliseconds`. Invalid with another ending.
    static std::expected<std::unique_ptr<Film>, Failure> begin(const QString &file, QSize size, int milliseconds);
    virtual ~Film() = default;

    virtual std::expected<void, Failure> add(const QImage &frame) = 0;
    virtual std::expected<void, Failure> finish() = 0;
};

} // namespace huying
