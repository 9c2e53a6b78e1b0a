#include "tests/benchmarks/MpvPeer.h"

#include <QElapsedTimer>
#include <QSize>
#include <QThread>

namespace moderato::bench {
namespace {

constexpr int waitMs = 30'000;

} // namespace

MpvPeer::~MpvPeer() {
    program_.kill();
    program_.waitForFinished();
}

bool MpvPeer::open(const QString& path, const QString& output, QSize window) {
    const QString name = folder_.filePath(QStringLiteral("mpv"));
    program_.setStandardOutputFile(QProcess::nullDevice());
    program_.setStandardErrorFile(QProcess::nullDevice());
    program_.start(QStringLiteral("mpv"),
                   {QStringLiteral("--no-config"), QStringLiteral("--no-terminal"), QStringLiteral("--pause"),
                    QStringLiteral("--keep-open=yes"), QStringLiteral("--ao=null"),
                    QStringLiteral("--vo=") + output, QStringLiteral("--gpu-sw=yes"),
                    QStringLiteral("--geometry=%1x%2").arg(window.width()).arg(window.height()),
                    QStringLiteral("--input-ipc-server=") + name, path});
    if (!program_.waitForStarted()) {
        return false;
    }
    QElapsedTimer since;
    since.start();
    while (since.elapsed() < waitMs) {
        socket_.connectToServer(name);
        if (socket_.waitForConnected(200)) {
            break;
        }
        QThread::msleep(50);
    }
    QThread::sleep(2); // the file is open and its first picture is shown
    socket_.waitForReadyRead(10);
    socket_.readAll();
    return socket_.state() == QLocalSocket::ConnectedState && seek(0) >= 0;
}

bool MpvPeer::waitFor(const QByteArray& event) {
    QElapsedTimer since;
    since.start();
    while (since.elapsed() < waitMs) {
        if (const auto at = read_.indexOf(event); at >= 0) {
            read_.remove(0, read_.indexOf('\n', at) + 1);
            return true;
        }
        socket_.waitForReadyRead(100);
        read_ += socket_.readAll();
    }
    return false;
}

double MpvPeer::run(const QByteArray& command) {
    socket_.readAll();
    read_.clear();
    QElapsedTimer since;
    since.start();
    socket_.write(command + '\n');
    socket_.flush();
    return waitFor("\"event\":\"playback-restart\"") ? double(since.nsecsElapsed()) / 1e6 : -1;
}

double MpvPeer::seek(double seconds) {
    return run("{\"command\":[\"seek\"," + QByteArray::number(seconds, 'f', 6) + ",\"absolute+exact\"]}");
}

double MpvPeer::stepBack() {
    return run("{\"command\":[\"frame-back-step\"]}");
}

} // namespace moderato::bench
