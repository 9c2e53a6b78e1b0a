#pragma once

#include <QLocalSocket>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace moderato::bench {

/// The program `mpv` with one file, standing, driven through its JSON interface.
class MpvPeer {
public:
    ~MpvPeer();
    /// `output`: mpv's --vo. → whether it plays
    bool open(const QString& path, const QString& output, QSize window);
    /// Milliseconds from the command to mpv's event that the first picture after it is shown; below 0: it
    /// never came.
    double seek(double seconds);
    double stepBack();

private:
    double run(const QByteArray& command);
    bool waitFor(const QByteArray& event);

    QTemporaryDir folder_;
    QProcess program_;
    QLocalSocket socket_;
    QByteArray read_;
};

} // namespace moderato::bench
