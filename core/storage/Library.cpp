#include "core/storage/Library.h"

#include "core/base/Log.h"
#include "core/storage/Migrator.h"
#include "core/storage/ReaderConnections.h"
#include "core/storage/WriterLock.h"
#include "core/storage/WriterThread.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace moderato::storage {

namespace {

Status toStatus(const MigrationOutcome& outcome) {
    const bool usable =
        outcome.kind == MigrationOutcome::Kind::UpToDate || outcome.kind == MigrationOutcome::Kind::Migrated;
    if (!usable) {
        qCWarning(log).noquote() << "library not usable:" << outcome.error.message << outcome.error.detail;
    }
    return usable ? Status() : Status(outcome.error);
}

Status makeFolders(const Library& library) {
    for (const QString& folder : {library.folder(), library.modelsFolder(), library.cacheFolder()}) {
        if (!QDir().mkpath(folder)) {
            return Error::io(QCoreApplication::translate(
                                 "Storage", "The folder “%1” cannot be made. Check that you may write there.")
                                 .arg(folder));
        }
    }
    return {};
}

} // namespace

Library::Library(QString folder)
    : folder_(std::move(folder))
    , readers_(std::make_shared<ReaderConnections>(databaseFile())) {}

Library::~Library() {
    // What was handed in is finished first; then readers close before the writer's last checkpoint can empty
    // the log.
    if (writer_) {
        (void)writeAndWait([](Connection&) { return Status(); }, Durability::Normal);
    }
    readers_->closeAll();
    writer_.reset();
}

Result<std::unique_ptr<Library>> Library::open(const QString& folder, OpenMode mode, const Clock& clock) {
    std::unique_ptr<Library> library(new Library(QDir(folder).absolutePath()));
    if (mode == OpenMode::ReadOnly) {
        if (!QFileInfo::exists(library->databaseFile())) {
            return Error::notFound(
                QCoreApplication::translate("Storage",
                                            "There is no library in “%1”. Import something to make one.")
                    .arg(folder));
        }
        Connection& connection = library->reader();
        if (const Status status = connection.status(); !status) {
            return status.error();
        }
        if (const Status status = toStatus(Migrator(connection, clock).check()); !status) {
            return status.error();
        }
        return library;
    }
    if (const Status status = makeFolders(*library); !status) {
        return status.error();
    }
    auto lock = WriterLock::take(QDir(library->folder_).filePath(QStringLiteral("library.lock")));
    if (!lock) {
        return lock.error();
    }
    library->lock_ = std::move(*lock);
    auto writer = WriterThread::start(library->databaseFile(), [&clock](Connection& connection) {
        return toStatus(Migrator(connection, clock).migrate());
    });
    if (!writer) {
        return writer.error();
    }
    library->writer_ = std::move(*writer);
    return library;
}

QString Library::databaseFile() const {
    return QDir(folder_).filePath(QStringLiteral("library.sqlite"));
}
QString Library::modelsFolder() const {
    return QDir(folder_).filePath(QStringLiteral("models"));
}
QString Library::cacheFolder() const {
    return QDir(folder_).filePath(QStringLiteral("cache"));
}

Connection& Library::reader() {
    return readers_->ofThisThread();
}

void Library::handIn(Durability durability, std::function<Status(Connection&)> work,
                     std::function<void(Status)> done) {
    if (!writer_) {
        done(Error{Error::Kind::Unsupported,
                   QCoreApplication::translate("Storage",
                                               "This library is open for reading only. Nothing was changed."),
                   {}});
        return;
    }
    writer_->handIn({durability, std::move(work), std::move(done)});
}

} // namespace moderato::storage
