#include "app/cli/CommandServer.h"

#include "app/cli/RunCommand.h"
#include "app/cli/Wire.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QPointer>

#include <optional>

namespace moderato::cli {

namespace {

/// A command's own job inside the job of the runner that it is run by: what the command reports goes on to
/// the job, and a cancelled job cancels the command at its next report.
struct NestedJob {
    std::optional<JobContext> outer;
    std::optional<JobContext> inner;

    static std::shared_ptr<NestedJob> make(std::function<void(const Progress&)> alsoTo) {
        auto nested = std::make_shared<NestedJob>();
        nested->inner.emplace(
            [weak = std::weak_ptr(nested), alsoTo = std::move(alsoTo)](const Progress& progress) {
                const auto job = weak.lock();
                if (!job || !job->outer) {
                    return;
                }
                job->outer->report(progress.done, progress.total, progress.step);
                if (job->outer->isCancelled()) {
                    job->inner->cancel();
                }
                alsoTo(progress);
            });
        return nested;
    }
};

} // namespace

/// One command: from its request to its exit status. Lives on the main thread; the job sends its output here
/// by queued calls. Dies with the socket.
class CommandServer::Connection : public QObject {
public:
    Connection(CommandServer& server, QLocalSocket* socket)
        : QObject(&server)
        , server_(server)
        , socket_(socket) {
        socket_->setParent(this);
        connect(socket_, &QLocalSocket::readyRead, this, [this] { read(); });
        connect(socket_, &QLocalSocket::disconnected, this, [this] {
            cancel_.cancel();
            deleteLater();
        });
    }
    ~Connection() override { cancel_.cancel(); }

private:
    void read() {
        buffer_ += socket_->readAll();
        Frame frame;
        for (;;) {
            const Taken taken = takeFrame(buffer_, frame);
            if (taken == Taken::NotYet) {
                return;
            }
            if (taken == Taken::Broken) {
                socket_->abort();
                return;
            }
            if (frame.kind == Frame::Kind::Cancel) {
                cancel_.cancel();
            } else if (frame.kind == Frame::Kind::Request && !started_) {
                started_ = true;
                start(QJsonDocument::fromJson(frame.payload).object());
            }
        }
    }

    void start(const QJsonObject& request) {
        QStringList typed;
        for (const QJsonValue& word : request[QStringLiteral("arguments")].toArray()) {
            typed << word.toString();
        }
        const QString folder = request[QStringLiteral("folder")].toString();
        auto line = parseCommandLine(typed, folder);
        if (!line.ok()) {
            send(Frame::Kind::Err, line.error().message.toUtf8() + '\n');
            finish(Misused);
            return;
        }
        if (socketName(line->library) != server_.server_.serverName()) {
            send(Frame::Kind::Err, tr("Another library is open here.\n").toUtf8());
            finish(Failed);
            return;
        }
        runAsJob(std::move(*line), folder);
    }

    void runAsJob(CommandLine line, const QString& folder) {
        const QPointer<Connection> self(this);
        const auto sender = [self](Frame::Kind kind) {
            return [self, kind](const QByteArray& bytes) {
                QMetaObject::invokeMethod(
                    qApp,
                    [self, kind, bytes] {
                        if (self) {
                            self->send(kind, bytes);
                        }
                    },
                    Qt::QueuedConnection);
            };
        };
        const auto output =
            std::make_shared<CommandOutput>(sender(Frame::Kind::Out), sender(Frame::Kind::Err), line.json);
        const auto nested =
            NestedJob::make([output](const Progress& progress) { output->progress(progress); });
        cancel_ = *nested->inner;
        const QString name = line.command->name();
        const bool writes = line.writes();
        Workspace& workspace = server_.workspace_;
        server_.workspace_.jobs()
            .run(tr("Command “%1”").arg(name),
                 [&workspace, line = std::move(line), folder, output,
                  nested](const JobContext& job) -> Result<int> {
                     nested->outer = job;
                     return runOn(workspace, line, folder, *output, *nested->inner);
                 })
            .then(&server_, [self, server = &server_, name, writes](const Result<int>& status) {
                if (self) {
                    self->finish(status.ok() ? *status : int(Interrupted));
                }
                if (writes) {
                    Q_EMIT server->libraryChanged(name);
                }
            });
    }

    void send(Frame::Kind kind, const QByteArray& bytes) {
        for (qsizetype at = 0; at < bytes.size(); at += chunkBytes) {
            socket_->write(encode({kind, bytes.mid(at, chunkBytes)}));
        }
    }
    void finish(int status) {
        socket_->write(encode({Frame::Kind::Exit, QByteArray::number(status)}));
        socket_->disconnectFromServer();
    }

    static constexpr qsizetype chunkBytes = qsizetype(1) << 20;
    CommandServer& server_;
    QLocalSocket* socket_;
    QByteArray buffer_;
    JobContext cancel_;
    bool started_ = false;
};

CommandServer::CommandServer(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , workspace_(workspace) {
    server_.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&server_, &QLocalServer::newConnection, this, [this] { takeConnection(); });
}

CommandServer::~CommandServer() = default;

Status CommandServer::listen() {
    const QString name = socketName(workspace_.folder());
    // The writer's lock is ours, so a socket of this name is left over from a process that is gone.
    QLocalServer::removeServer(name);
    if (!server_.listen(name)) {
        return Error::io(
            tr("Commands from a terminal cannot reach this window: %1.").arg(server_.errorString()));
    }
    return {};
}

void CommandServer::takeConnection() {
    while (QLocalSocket* socket = server_.nextPendingConnection()) {
        new Connection(*this, socket);
    }
}

} // namespace moderato::cli
