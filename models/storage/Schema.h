#pragma once

#include "Database.h"

#include <functional>
#include <string_view>

namespace huying
{

/// What the file is for, in its header (PRAGMA application_id).
enum class FileKind : std::int32_t {
    Ledger = 0x48594c47, ///< HYLG
    Cache = 0x48594341, ///< HYCA; a snapshot is a cache too
};

/// Makes anew what the steps of the schema cannot derive in SQL: rows, figures and search of tickets, from what else
/// stands in the file.
using Derivation = std::function<std::expected<void, Failure>(const Database &)>;

/// Brings a file to this program's schema: every step after its own, what is to be derived, and the version, in one
/// transaction, so that a file whose step was interrupted is as if it had not begun. Newer when a newer program made
/// it, Damaged when it is a database of something else.
std::expected<void, Failure> prepareSchema(const Database &database, FileKind kind, const Derivation &derive = {});

/// The tables without their indexes, for a file that is written in one go; `addIndexes` ends it.
std::expected<void, Failure> prepareTables(const Database &database, FileKind kind);
/// The few indexes that writing in one go looks up itself: authors, and tickets by id.
std::expected<void, Failure> addKeys(const Database &database);
std::expected<void, Failure> addIndexes(const Database &database);

/// Whether a file that is only read has a schema this program knows.
std::expected<void, Failure> checkSchema(const Database &database, FileKind kind);

/// A number or text kept under a name in the table `state`; nothing where there is none.
std::expected<std::optional<std::int64_t>, Failure> stateNumber(const Database &database, std::string_view key);
std::expected<std::optional<std::string>, Failure> stateText(const Database &database, std::string_view key);
std::expected<void, Failure> setState(const Database &database, std::string_view key, std::int64_t value);
std::expected<void, Failure> setState(const Database &database, std::string_view key, std::string_view text);

} // namespace huying
