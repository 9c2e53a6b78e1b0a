#include "app/cli/CommandClient.h"

#include "app/cli/RunCommand.h"
#include "app/cli/Wire.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>

#include <cstdio>

namespace moderato::cli {

namespace {

constexpr int connectMs = 2000;
constexpr int pollMs = 100;

void print(std::FILE* file, const QByteArray& bytes) {
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), file);
    std::fflush(file);
}

/// Prints the whole frames of `buffer`. → the exit status, once it came
std::optional<int> printFrames(QByteArray& buffer) {
    Frame frame;
    for (;;) {
        switch (takeFrame(buffer, frame)) {
        case Taken::NotYet:
            return {};
        case Taken::Broken:
            print(stderr, QCoreApplication::translate(
                              "CommandClient", "The window answered something that is not understood.\n")
                              .toUtf8());
            return Failed;
        case Taken::Frame:
            break;
        }
        if (frame.kind == Frame::Kind::Exit) {
            return frame.payload.toInt();
        }
        print(frame.kind == Frame::Kind::Err ? stderr : stdout, frame.payload);
    }
}

} // namespace

std::optional<int> CommandClient::handOver(const QString& library, const QStringList& typed,
                                           const QString& folder, const JobContext& context) {
    QLocalSocket socket;
    socket.connectToServer(socketName(library));
    if (!socket.waitForConnected(connectMs)) {
        return {};
    }
    const QJsonObject request{{QStringLiteral("arguments"), QJsonArray::fromStringList(typed)},
                              {QStringLiteral("folder"), folder}};
    socket.write(encode({Frame::Kind::Request, QJsonDocument(request).toJson(QJsonDocument::Compact)}));
    socket.flush();

    QByteArray buffer;
    bool cancelSent = false;
    for (;;) {
        socket.waitForReadyRead(pollMs);
        buffer += socket.readAll();
        if (const auto status = printFrames(buffer)) {
            return status;
        }
        if (context.isCancelled() && !cancelSent) {
            cancelSent = true;
            socket.write(encode({Frame::Kind::Cancel, {}}));
            socket.flush();
        }
        if (socket.state() != QLocalSocket::ConnectedState && socket.bytesAvailable() == 0) {
            print(stderr,
                  QCoreApplication::translate(
                      "CommandClient", "The window closed before the command was done; run it again.\n")
                      .toUtf8());
            return Failed;
        }
    }
}

} // namespace moderato::cli
