#include "core/storage/WriterLock.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace moderato::storage {

namespace {

Error takenBy(const QByteArray& owner) {
    const qint64 pid = owner.trimmed().toLongLong();
    if (pid <= 0) {
        return {Error::Kind::Conflict,
                QCoreApplication::translate(
                    "Storage",
                    "Another program is writing to this library. Close it there, or wait until it is done."),
                {}};
    }
    return {Error::Kind::Conflict,
            QCoreApplication::translate("Storage", "Another program (process %1) is writing to this library. "
                                                   "Close it there, or wait until it is done.")
                .arg(pid),
            {}};
}

} // namespace

Result<std::unique_ptr<WriterLock>> WriterLock::take(const QString& file) {
    const int descriptor = ::open(QFile::encodeName(file).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor < 0) {
        return Error::io(
            QCoreApplication::translate(
                "Storage", "The library's folder cannot be written to. Check that it is yours and writable."),
            QStringLiteral("%1: %2").arg(file, QString::fromLocal8Bit(std::strerror(errno))));
    }
    std::unique_ptr<WriterLock> lock(new WriterLock(descriptor));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK) {
            return Error::io(
                QCoreApplication::translate(
                    "Storage", "The library cannot be locked on this file system. Keep it on a local disk."),
                QString::fromLocal8Bit(std::strerror(errno)));
        }
        char owner[32] = {};
        const ssize_t read = ::pread(descriptor, owner, sizeof owner - 1, 0);
        return takenBy(read > 0 ? QByteArray(owner) : QByteArray());
    }
    const QByteArray pid = QByteArray::number(qint64(::getpid())) + '\n';
    if (::ftruncate(descriptor, 0) != 0 ||
        ::pwrite(descriptor, pid.constData(), size_t(pid.size()), 0) != pid.size()) {
        return Error::io(
            QCoreApplication::translate(
                "Storage", "The library's folder cannot be written to. Check that the disk is not full."),
            QString::fromLocal8Bit(std::strerror(errno)));
    }
    return lock;
}

WriterLock::~WriterLock() {
    // The file stays: removing it would let two owners lock two different files of the same name.
    ::close(descriptor_);
}

} // namespace moderato::storage
