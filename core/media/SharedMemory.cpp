#include "core/media/private/SharedMemory.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace moderato::media {

namespace {

constexpr int neededSeals = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL;

uchar* mapped(int descriptor, qint64 size) {
    void* data =
        ::mmap(nullptr, size_t(size), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_NORESERVE, descriptor, 0);
    return data == MAP_FAILED ? nullptr : static_cast<uchar*>(data);
}

} // namespace

SharedMemory::SharedMemory(int descriptor, uchar* data, qint64 size)
    : descriptor_(descriptor)
    , data_(data)
    , size_(size) {}

SharedMemory::~SharedMemory() {
    ::munmap(data_, size_t(size_));
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
}

std::shared_ptr<SharedMemory> SharedMemory::create(qint64 size) {
    const int descriptor = ::memfd_create("moderato-decoder", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (descriptor < 0) {
        return nullptr;
    }
    uchar* data = nullptr;
    if (::ftruncate(descriptor, size) == 0 && ::fcntl(descriptor, F_ADD_SEALS, neededSeals) == 0) {
        data = mapped(descriptor, size);
    }
    if (!data) {
        ::close(descriptor);
        return nullptr;
    }
    return std::shared_ptr<SharedMemory>(new SharedMemory(descriptor, data, size));
}

std::shared_ptr<SharedMemory> SharedMemory::adopt(int descriptor) {
    struct stat about {};
    uchar* data = nullptr;
    const int seals = ::fcntl(descriptor, F_GET_SEALS);
    if (seals >= 0 && (seals & neededSeals) == neededSeals && ::fstat(descriptor, &about) == 0) {
        data = mapped(descriptor, about.st_size);
    }
    ::close(descriptor);
    return data ? std::shared_ptr<SharedMemory>(new SharedMemory(-1, data, about.st_size)) : nullptr;
}

qint64 SharedMemory::pagesInUse() const {
    struct stat about {};
    return ::fstat(descriptor_, &about) == 0 ? qint64(about.st_blocks) * 512 : size_;
}

} // namespace moderato::media
