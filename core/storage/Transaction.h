#pragma once

#include "core/base/Result.h"

namespace moderato::storage {

class Connection;

/// Rolls back when it goes out of scope, unless committed. Within another one it is a savepoint: it can fail
/// alone, as one line of an import that goes on.
class Transaction {
public:
    enum class Kind {
        Write, ///< Takes the write lock at once (BEGIN IMMEDIATE).
        Read,  ///< All reads within see the same moment.
    };

    explicit Transaction(Connection& connection, Kind kind = Kind::Write);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    /// Whether it could be begun.
    const Status& status() const { return status_; }
    /// Fails where it could not be begun or the disk is full; then nothing has changed.
    Status commit();
    void rollBack();

private:
    Connection& connection_;
    Status status_;
    int depth_ = 0; ///< 0: the outer one.
    bool open_ = false;
};

} // namespace moderato::storage
