#include "app/cli/Wire.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <gtest/gtest.h>

namespace moderato::cli {

TEST(Wire, FramesComeOutAsTheyWentInHoweverTheyArrive) {
    const QByteArray bytes = encode({Frame::Kind::Out, "hello"}) + encode({Frame::Kind::Exit, "3"}) +
                             encode({Frame::Kind::Err, ""});
    QByteArray buffer;
    QList<Frame> taken;
    for (const char byte : bytes) {
        buffer += byte;
        Frame frame;
        while (takeFrame(buffer, frame) == Taken::Frame) {
            taken << frame;
        }
    }
    ASSERT_EQ(taken.size(), 3);
    EXPECT_EQ(taken[0].payload, "hello");
    EXPECT_EQ(taken[1].kind, Frame::Kind::Exit);
    EXPECT_EQ(taken[2].payload, "");
    EXPECT_TRUE(buffer.isEmpty());
}

TEST(Wire, GarbageIsBrokenAndNotWaitedFor) {
    Frame frame;
    QByteArray unknown("zzzzzzzz");
    EXPECT_EQ(takeFrame(unknown, frame), Taken::Broken);
    QByteArray huge("o\xff\xff\xff\xff");
    EXPECT_EQ(takeFrame(huge, frame), Taken::Broken);
}

TEST(Wire, OneSocketALibraryHoweverItsPathIsSpelled) {
    const QTemporaryDir folder;
    ASSERT_TRUE(QDir(folder.path()).mkpath(QStringLiteral("library")));
    const QString path = folder.filePath(QStringLiteral("library"));
    ASSERT_TRUE(QFile::link(path, folder.filePath(QStringLiteral("link"))));
    EXPECT_EQ(socketName(path), socketName(folder.filePath(QStringLiteral("link"))));
    EXPECT_EQ(socketName(path), socketName(folder.filePath(QStringLiteral("./library/."))));
    EXPECT_NE(socketName(path), socketName(folder.path()));
}

} // namespace moderato::cli
