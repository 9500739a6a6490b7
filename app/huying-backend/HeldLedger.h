#pragma once

#include <accounts/AccountStore.h>
#include <ledger/Head.h>
#include <service/Served.h>

#include <functional>

namespace huying
{

/// The ledger that this backend serves: it writes it, and all is read from one file.
class HeldLedger : public ServedLedger
{
public:
    virtual const Founding &founding() const = 0;
    virtual const std::filesystem::path &file() const = 0;
    /// A store for one thread.
    virtual std::expected<AccountStore, Failure> accounts() const = 0;
    /// From now on `tell` gets what has come to the log, in order, one call at a time; nothing where it is empty. Not
    /// to be called while something is appended.
    virtual void tellTo(std::function<void(std::span<const Entry>)> tell) = 0;
    /// It is served: what was founded for that stays.
    virtual void keep() = 0;
};

} // namespace huying
