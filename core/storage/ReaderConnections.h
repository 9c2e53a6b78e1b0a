#pragma once

#include "core/storage/Connection.h"

#include <memory>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace moderato::storage {

/// A library's read connections, one for each thread that has read. A thread that ends closes its own; what
/// is left is closed with the library.
class ReaderConnections : public std::enable_shared_from_this<ReaderConnections> {
public:
    explicit ReaderConnections(QString databaseFile)
        : file_(std::move(databaseFile)) {}

    Connection& ofThisThread();
    void closeOfThisThread();
    void closeAll();

private:
    QString file_;
    std::mutex mutex_;
    std::unordered_map<std::thread::id, std::unique_ptr<Connection>> connections_;
};

} // namespace moderato::storage
