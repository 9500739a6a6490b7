#pragma once

#include "Database.h"

#include <canonical/Record.h>
#include <domain/Directory.h>

#include <functional>

namespace huying
{

/// The county's facts as they are now. Of one connection, on its thread.
class FactStore
{
public:
    static std::expected<FactStore, Failure> on(const Database &database);

    /// Sets the fact of a record anew; `record.kind` is `set`.
    std::expected<void, Failure> set(const Record &record, Position position);
    /// All facts, with what is personal where it is here.
    std::expected<std::vector<CountyFact>, Failure> all();
    std::expected<Directory, Failure> directory();
    /// The notices on holidays, by number.
    std::expected<std::vector<HolidayNotice>, Failure> notices();
    std::expected<std::optional<Category>, Failure> category(const CategoryCode &code);

private:
    static std::expected<void, Failure> walk(Statement &facts, const std::function<void(CountyFact &&)> &visit);

    Statement _set;
    Statement _all;
    Statement _kind;
    Statement _one;
};

} // namespace huying
