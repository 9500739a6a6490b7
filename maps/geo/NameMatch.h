#pragma once

#include <QString>

#include <optional>

namespace huying
{

/// A name without blanks, as two of them are compared.
QString plainName(const QString &name);

/// Without the word for what it is, as far as a name is left: 马家营 of 马家营村, 马家营村委会 and 马家营村民委员会.
QString bareName(const QString &name);

/// The code of a region of `length` digits in `text`, which may go on with zeros (130529100000 for a township); nothing
/// where there is none.
std::optional<std::string> codeIn(const QString &text, std::size_t length);

} // namespace huying
