#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace moderato::test {

/// The clips of tests/support/make_clips.sh, made once a run.
inline QString clip(const QString& name) {
    static const QTemporaryDir folder;
    static const int made = QProcess::execute(
        QStringLiteral(MODERATO_SOURCE_DIR "/tests/support/make_clips.sh"), {folder.path()});
    EXPECT_EQ(made, 0) << "make_clips.sh failed";
    return folder.filePath(name);
}

} // namespace moderato::test
