#pragma once

#include "app/Workspace.h"
#include "core/base/Result.h"

#include <QLocalServer>
#include <QObject>

#include <memory>

namespace moderato::cli {

/// Runs commands that other processes hand over, because this one has the library open for writing. Started
/// by the window on the main thread and lives as long as the workspace is open; each command runs as a job.
/// Only the same user can connect.
class CommandServer : public QObject {
    Q_OBJECT
public:
    explicit CommandServer(Workspace& workspace, QObject* parent = nullptr);
    ~CommandServer() override;

    /// Io: the socket cannot be made; the window works on without it.
    Status listen();

Q_SIGNALS:
    /// A command that changes the library is done: what is shown may be old.
    void libraryChanged(const QString& command);

private:
    class Connection;
    void takeConnection();

    Workspace& workspace_;
    QLocalServer server_;
};

} // namespace moderato::cli
