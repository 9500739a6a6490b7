#pragma once

#include <domain/Failure.h>

#include <QByteArray>
#include <QString>

#include <filesystem>
#include <vector>

namespace huying
{

/// Finds out in which encoding the texts of a file are, from the texts themselves: what a Shapefile says of itself is
/// often wrong, and often nothing.
class TextDecoder
{
public:
    /// `wanted` is the user's word (`UTF-8`, `GBK`, `GB18030`), which rules; empty: UTF-8 where all of `texts` are,
    /// else GB 18030 where all are, else Latin 1. Invalid when `wanted` is no encoding.
    static std::expected<TextDecoder, Failure> of(const std::vector<QByteArray> &texts, const QString &wanted);

    QString decoded(const QByteArray &text) const;
    const QString &name() const { return _name; }

private:
    explicit TextDecoder(QString name) : _name(std::move(name)) {}

    QString _name;
};

} // namespace huying
