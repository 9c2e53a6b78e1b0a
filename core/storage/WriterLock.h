#pragma once

#include "core/base/Result.h"

#include <QString>

#include <memory>

namespace moderato::storage {

/// The right to write to a library, held by one process at a time. The kernel holds it (flock) for as long as
/// the file is open, so that it is free the moment its owner dies, however it dies; the file only tells
/// others who that is.
class WriterLock {
public:
    /// Error::Conflict, naming the other process, where it is taken.
    static Result<std::unique_ptr<WriterLock>> take(const QString& file);
    ~WriterLock();
    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;

private:
    explicit WriterLock(int descriptor)
        : descriptor_(descriptor) {}

    int descriptor_;
};

} // namespace moderato::storage
