#include "core/storage/ReaderConnections.h"

#include <vector>

namespace moderato::storage {

namespace {

/// The connections that this thread has, over all libraries; closes them when the thread ends.
struct OwnConnections {
    struct Entry {
        std::weak_ptr<ReaderConnections> library;
        Connection* connection;
    };
    std::vector<Entry> entries;

    ~OwnConnections() {
        for (const Entry& entry : entries) {
            if (const auto library = entry.library.lock()) {
                library->closeOfThisThread();
            }
        }
    }
};

thread_local OwnConnections own;

} // namespace

Connection& ReaderConnections::ofThisThread() {
    std::erase_if(own.entries, [](const auto& entry) { return entry.library.expired(); });
    for (const OwnConnections::Entry& entry : own.entries) {
        if (entry.library.lock().get() == this) {
            return *entry.connection;
        }
    }
    auto connection = std::make_unique<Connection>(file_, Connection::Access::Read);
    Connection& opened = *connection;
    own.entries.push_back({weak_from_this(), &opened});
    const std::lock_guard guard(mutex_);
    connections_[std::this_thread::get_id()] = std::move(connection);
    return opened;
}

void ReaderConnections::closeOfThisThread() {
    std::unique_ptr<Connection> closing;
    const std::lock_guard guard(mutex_);
    if (const auto found = connections_.find(std::this_thread::get_id()); found != connections_.end()) {
        closing = std::move(found->second);
        connections_.erase(found);
    }
}

void ReaderConnections::closeAll() {
    const std::lock_guard guard(mutex_);
    connections_.clear();
}

} // namespace moderato::storage
