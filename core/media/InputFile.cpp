#include "core/media/InputFile.h"

#include "core/media/private/Media.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace moderato::media {

InputFile::InputFile(int descriptor, QString name, qint64 size)
    : descriptor_(descriptor)
    , name_(std::move(name))
    , size_(size) {}

InputFile::InputFile(InputFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1))
    , name_(std::move(other.name_))
    , size_(other.size_)
    , identity_(other.identity_) {}

InputFile& InputFile::operator=(InputFile&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    std::swap(name_, other.name_);
    std::swap(size_, other.size_);
    std::swap(identity_, other.identity_);
    return *this;
}

InputFile::~InputFile() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
}

Result<InputFile> InputFile::open(const QString& path) {
    const QString name = QFileInfo(path).fileName();
    // O_NONBLOCK: a FIFO must not hold anybody up; it changes nothing for a regular file.
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor >= 0) {
        return adopt(descriptor, name);
    }
    const QString detail = QString::fromLocal8Bit(std::strerror(errno));
    if (errno == ENOENT || errno == ENOTDIR) {
        return Error::notFound(Media::tr("The file %1 is not there.").arg(name), detail);
    }
    return Error::io(Media::tr("The file %1 cannot be read: %2.").arg(name, detail), detail);
}

Result<InputFile> InputFile::adopt(int descriptor, QString name) {
    struct stat about {};
    InputFile file(descriptor, std::move(name), 0);
    if (::fstat(descriptor, &about) != 0 || !S_ISREG(about.st_mode)) {
        return Error::invalid(Media::tr("%1 is no file.").arg(file.name()));
    }
    if (about.st_size == 0) {
        return Error::invalid(Media::tr("The file %1 is empty. Copy it again.").arg(file.name()));
    }
    file.size_ = about.st_size;
    file.identity_ = {quint64(about.st_dev), quint64(about.st_ino), quint64(about.st_size),
                      quint64(about.st_mtim.tv_sec), quint64(about.st_mtim.tv_nsec)};
    return file;
}

} // namespace moderato::media
