#pragma once

#include "core/media/InputFile.h"

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <limits>
#include <vector>

namespace moderato::test {

/// The clips of tests/support/make_timed_clips.sh, made once a run.
inline QString timedClip(const QString& name) {
    static const QTemporaryDir folder;
    static const int made = QProcess::execute(
        QStringLiteral(MODERATO_SOURCE_DIR "/tests/support/make_timed_clips.sh"), {folder.path()});
    EXPECT_EQ(made, 0) << "make_timed_clips.sh failed";
    return folder.filePath(name);
}

inline media::InputFile openFile(const QString& path) {
    auto file = media::InputFile::open(path);
    EXPECT_TRUE(file.ok()) << qPrintable(path);
    return *std::move(file);
}

/// best_effort_timestamp of every frame, as `ffprobe -show_frames` prints it; INT64_MIN for N/A.
inline std::vector<qint64> timesByFfprobe(const QString& path) {
    QProcess ffprobe;
    ffprobe.start("ffprobe", {"-v", "error", "-select_streams", "v:0", "-show_frames", "-show_entries",
                              "frame=best_effort_timestamp", "-of", "default=nw=1:nk=0", path});
    EXPECT_TRUE(ffprobe.waitForFinished(120000));
    std::vector<qint64> times;
    for (const QByteArray& line : ffprobe.readAllStandardOutput().split('\n')) {
        if (line.startsWith("best_effort_timestamp=")) {
            bool isNumber = false;
            const qint64 time = line.mid(22).toLongLong(&isNumber);
            times.push_back(isNumber ? time : std::numeric_limits<qint64>::min());
        }
    }
    return times;
}

} // namespace moderato::test
