#pragma once

#include "core/interchange/ContentReader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace moderato::test {

/// A folder of files for one test, and what an import of it gives.
struct Reading {
    QTemporaryDir folder;
    std::vector<domain::Content> items;
    std::vector<interchange::ReadProblem> problems;
    interchange::ReadSummary summary;
    interchange::ReadOptions options;

    QString write(const QString& name, const QByteArray& bytes) {
        const QString path = folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return path;
    }

    void read(const QStringList& paths) {
        items.clear();
        problems.clear();
        const auto sink = [&](interchange::ReadItem item) {
            if (auto* content = std::get_if<domain::Content>(&item)) {
                items.push_back(std::move(*content));
            } else {
                problems.push_back(std::get<interchange::ReadProblem>(item));
            }
            return true;
        };
        const auto result = interchange::readContent(paths, options, sink, JobContext());
        ASSERT_TRUE(result.ok()) << qPrintable(result.error().message);
        summary = *result;
        EXPECT_EQ(summary.items, qint64(items.size()));
    }

    void readFile(const QString& name, const QByteArray& bytes) { read({write(name, bytes)}); }

    QString problemAt(qint64 line) const {
        for (const auto& problem : problems) {
            if (problem.line == line) {
                return problem.reason;
            }
        }
        return {};
    }
};

inline QByteArray dataFile(const QString& name) {
    QFile file(QStringLiteral(MODERATO_SOURCE_DIR "/tests/data/") + name);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << qPrintable(name);
    return file.readAll();
}

/// Not a decodable picture, but one by its first bytes, which is all that this room looks at.
inline QByteArray pngBytes() {
    return QByteArray("\x89PNG\r\n\x1a\n", 8) + QByteArray(100, 'x');
}
inline QByteArray mp4Bytes() {
    return QByteArray("\0\0\0\x18"
                      "ftypisom",
                      12) +
           QByteArray(100, 'x');
}

} // namespace moderato::test
