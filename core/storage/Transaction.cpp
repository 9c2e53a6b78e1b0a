#include "core/storage/Transaction.h"

#include "core/storage/Connection.h"

namespace moderato::storage {

Transaction::Transaction(Connection& connection, Kind kind)
    : connection_(connection)
    , depth_(connection.transactionDepth_) {
    if (depth_ > 0) {
        status_ = connection.run(QStringLiteral("SAVEPOINT step_%1").arg(depth_));
    } else {
        status_ =
            connection.run(kind == Kind::Write ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN"));
    }
    open_ = status_.ok();
    if (open_) {
        ++connection.transactionDepth_;
    }
}

Transaction::~Transaction() {
    rollBack();
}

Status Transaction::commit() {
    if (!open_) {
        return status_;
    }
    status_ = connection_.run(depth_ > 0 ? QStringLiteral("RELEASE step_%1").arg(depth_)
                                         : QStringLiteral("COMMIT"));
    if (status_.ok()) {
        open_ = false;
        --connection_.transactionDepth_;
    } else {
        const Status failure = status_;
        rollBack();
        status_ = failure;
    }
    return status_;
}

void Transaction::rollBack() {
    if (!open_) {
        return;
    }
    open_ = false;
    --connection_.transactionDepth_;
    // SQLite has rolled back by itself after a full disk or an I/O error; asking again then fails and changes
    // nothing.
    if (depth_ > 0) {
        (void)connection_.run(QStringLiteral("ROLLBACK TO step_%1").arg(depth_));
        (void)connection_.run(QStringLiteral("RELEASE step_%1").arg(depth_));
    } else {
        (void)connection_.run(QStringLiteral("ROLLBACK"));
    }
}

} // namespace moderato::storage
