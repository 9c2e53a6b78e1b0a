#pragma once

#include <QtGlobal>

#include <memory>

namespace moderato::media {

/// Where the worker puts pixels and samples: memory that both processes map. It is as long as an answer may
/// get from the beginning, takes pages only where something was written, and is sealed, so that nobody can
/// shorten it under a reader. The worker may change what is in it at any time: sizes never come from it.
class SharedMemory {
public:
    /// The program's side; nothing where the system refuses.
    static std::shared_ptr<SharedMemory> create(qint64 size);
    /// The worker's side: maps what came as a descriptor, which is closed; nothing where it is not sealed.
    static std::shared_ptr<SharedMemory> adopt(int descriptor);
    ~SharedMemory();
    SharedMemory(const SharedMemory&) = delete;
    SharedMemory& operator=(const SharedMemory&) = delete;

    int descriptor() const { return descriptor_; } ///< −1 on the worker's side.
    uchar* data() const { return data_; }
    qint64 size() const { return size_; }
    /// Bytes that really take memory.
    qint64 pagesInUse() const;

private:
    SharedMemory(int descriptor, uchar* data, qint64 size);

    int descriptor_;
    uchar* data_;
    qint64 size_;
};

} // namespace moderato::media
