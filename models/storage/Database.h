#pragma once

#include "Statement.h"

#include <filesystem>
#include <memory>

struct sqlite3;

namespace huying
{

/// What the last error of `connection` means, with the file's name: Damaged for a file that is no database or corrupt,
/// Busy, Full, NotFound, Refused (may not be written), Cancelled, else Invalid.
/// `wanted` is the file where SQLite does not know its name, because it could not be opened.
Failure failureOf(sqlite3 *connection, const std::string &wanted = {});

enum class Opening : std::uint8_t {
    Read, ///< never writes, the file must be there
    Write, ///< the file must be there
    Create, ///< a new file, or the one that is there
};

enum class Synchronous : std::uint8_t {
    Off, ///< while a file is made that is thrown away when it is not finished
    Normal, ///< what can be fetched again
    Full, ///< what is acknowledged
};

/// One connection to one SQLite file, for one thread. WAL; checkpoints come when asked for, not by themselves.
class Database
{
public:
    /// NotFound, Damaged (no database), Newer is the schema's business (Schema.h).
    static std::expected<Database, Failure> open(
        const std::filesystem::path &file, Opening opening, Synchronous synchronous = Synchronous::Full);
    /// For what looks after a file and asks it nothing (checkpoints, pages): its schema, which costs as much as all
    /// else of opening, is not read. The file is one that open() has made.
    static std::expected<Database, Failure> openForUpkeep(const std::filesystem::path &file);
    /// A file written once and in one go: no journal, no -wal, not durable before the caller syncs it.
    static std::expected<Database, Failure> openForBulk(const std::filesystem::path &file);

    Database() = default;

    std::expected<Statement, Failure> prepare(std::string_view sql) const;
    /// Prepared at its first use, which then tells what is wrong with it.
    Statement later(std::string_view sql) const { return { _statements.pool, sql }; }
    /// Runs all statements of `sql`.
    std::expected<void, Failure> execute(std::string_view sql) const;
    /// The one number that `sql` gives.
    std::expected<std::int64_t, Failure> number(std::string_view sql) const;

    /// How much of the file is kept in memory from here on.
    enum class PageCache : std::uint8_t {
        Usual,
        Small, ///< for a walk all over the file, which would fill the memory with what nobody asks for again
    };
    std::expected<void, Failure> keepPages(PageCache cache) const;

    /// How many rows the last statement that writes has changed.
    std::int64_t changes() const;

    /// Moves the -wal into the file; what readers still need stays in it. How many bytes of pages the -wal holds since
    /// it last began anew: its file never becomes smaller.
    std::expected<std::uintmax_t, Failure> checkpoint() const;
    /// Moves what is left and lets the -wal begin anew, without waiting for anybody: false where somebody is using it.
    bool restartLog() const;
    sqlite3 *connection() const { return _connection.get(); }
    bool isOpen() const { return _connection != nullptr; }

private:
    struct Closer {
        void operator()(sqlite3 *connection) const;
    };

    static std::expected<Database, Failure> connect(const std::string &name, int flags);

    /// Ends the waiting statements before the connection, which would not close over them.
    struct Statements {
        Statements() = default;
        explicit Statements(sqlite3 *connection) : pool(std::make_shared<StatementPool>(connection)) {}
        Statements(Statements &&) noexcept = default;
        Statements &operator=(Statements &&other) noexcept;
        ~Statements();

        std::shared_ptr<StatementPool> pool;
    };

    void hold(sqlite3 *connection);

    std::unique_ptr<sqlite3, Closer> _connection;
    Statements _statements;
};

/// Everything since its beginning is kept by commit(), else taken back at the end of the scope.
class Transaction
{
public:
    /// Takes the write lock at once, so that it fails at the beginning and not in the middle.
    static std::expected<Transaction, Failure> beginWriting(const Database &database);
    /// One unchanging view for several reads.
    static std::expected<Transaction, Failure> beginReading(const Database &database);

    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;

    std::expected<void, Failure> commit();

private:
    explicit Transaction(const Database &database);

    const Database *_database;
};

} // namespace huying
