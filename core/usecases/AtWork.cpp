#include "core/usecases/AtWork.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QUuid>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace moderato::usecases {

namespace {

const QString suffix = QStringLiteral(".at-work");
constexpr qint64 longestName = 4096;
constexpr int tries = 10;

int openFile(const QString& path, int flags) {
    return ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC | O_NOFOLLOW, 0600);
}

QString nameIn(int file) {
    QByteArray name(longestName, '\0');
    const auto read = ::pread(file, name.data(), std::size_t(name.size()), 0);
    return QString::fromUtf8(name.left(std::max<qsizetype>(0, read)));
}

} // namespace

QString AtWork::defaultFolder() {
    if (qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR")) {
        return QStringLiteral("%1/moderato-at-work-%2").arg(QDir::tempPath()).arg(::getuid());
    }
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) +
           QStringLiteral("/moderato-at-work");
}

AtWork::AtWork(const QString& person, const QString& folder) {
    QDir().mkpath(folder);
    path_ = QDir(folder).filePath(QUuid::createUuid().toString(QUuid::WithoutBraces) + suffix);
    // Somebody who looks between the two steps may take the new file for one that was left behind.
    struct stat found {};
    for (int i = 0; i < tries && found.st_nlink == 0; ++i) {
        if (file_ >= 0) {
            ::close(file_);
        }
        file_ = openFile(path_, O_RDWR | O_CREAT);
        if (file_ < 0 || ::flock(file_, LOCK_EX) != 0 || ::fstat(file_, &found) != 0) {
            break;
        }
    }
    rename(person);
}

AtWork::~AtWork() {
    if (file_ >= 0) {
        QFile::remove(path_);
        ::close(file_);
    }
}

void AtWork::rename(const QString& person) {
    if (file_ < 0) {
        return;
    }
    const QByteArray name = person.toUtf8().left(longestName);
    if (::ftruncate(file_, 0) != 0 || ::pwrite(file_, name.constData(), std::size_t(name.size()), 0) < 0) {
        // The lock alone says that somebody is there; only the name is missing.
        return;
    }
}

QStringList AtWork::people(const QString& folder) {
    QStringList people;
    const QDir dir(folder);
    for (const QString& name : dir.entryList({QLatin1Char('*') + suffix}, QDir::Files)) {
        const QString path = dir.filePath(name);
        const int file = openFile(path, O_RDWR);
        if (file < 0) {
            continue;
        }
        if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
            people << nameIn(file);
        } else {
            QFile::remove(path);
        }
        ::close(file);
    }
    return people;
}

} // namespace moderato::usecases
