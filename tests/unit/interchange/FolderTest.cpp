#include "Reading.h"

#include <gmock/gmock.h>

namespace moderato::interchange {

using domain::ContentKind;
using test::Reading;

TEST(Folder, IsWalkedSortedWithoutHiddenFilesAndDoubles) {
    Reading reading;
    reading.write("items.jsonl", "{\"title\":\"listed\",\"media\":\"sub/clip.mp4\"}\n");
    reading.write("sub/clip.mp4", test::mp4Bytes());
    reading.write("sub/other.mp4", test::mp4Bytes());
    reading.write("b.txt", "Second title\n\nBody");
    reading.write("a.html", "<h1>First</h1><p>Text</p><img src='pic.png'>");
    reading.write("pic.png", test::pngBytes());
    reading.write("lonely.png", test::pngBytes());
    reading.write("no_ending", test::mp4Bytes());
    reading.write(".hidden.txt", "hidden");
    reading.write(".git/x.txt", "hidden");
    reading.write("README.md", "# About this folder");
    reading.write("make.sh", "#!/bin/sh");
    reading.read({reading.folder.path()});
    QStringList titles;
    for (const auto& item : reading.items) {
        titles << item.title;
    }
    EXPECT_EQ(titles, (QStringList{"listed", "First", "Second title", "lonely", "no_ending", "other"}));
    EXPECT_EQ(reading.items[1].images.size(), 1u);
    EXPECT_EQ(reading.items[3].kind, ContentKind::Pictures);
    EXPECT_EQ(reading.items[5].kind, ContentKind::Video);
    EXPECT_EQ(reading.summary.ignoredFiles, 2);
    EXPECT_TRUE(reading.problems.empty());
}

TEST(Folder, LinksDoNotLeadOut) {
    Reading reading;
    QTemporaryDir outside;
    QFile secret(outside.filePath("secret.txt"));
    ASSERT_TRUE(secret.open(QIODevice::WriteOnly));
    secret.write("secret");
    secret.close();
    reading.write("inside.txt", "inside");
    QFile::link(outside.filePath("secret.txt"), reading.folder.filePath("link.txt"));
    QFile::link(outside.path(), reading.folder.filePath("folder"));
    QFile::link(reading.folder.path(), reading.folder.filePath("loop"));
    reading.read({reading.folder.path()});
    ASSERT_EQ(reading.items.size(), 1u);
    EXPECT_EQ(reading.items[0].title, "inside");
}

TEST(Folder, BrokenFilesAreProblemsAndTheRestGoesOn) {
    Reading reading;
    reading.write("empty.mp4", "");
    reading.write("random.mp4", "no media");
    reading.write("good.mp4", test::mp4Bytes());
    reading.read({reading.folder.path(), reading.folder.filePath("nowhere.txt")});
    EXPECT_EQ(reading.items.size(), 1u);
    ASSERT_EQ(reading.problems.size(), 3u);
    for (const auto& problem : reading.problems) {
        printf("%s: %s\n", qPrintable(QFileInfo(problem.file).fileName()), qPrintable(problem.reason));
    }
}

TEST(Folder, MatchResultsAreSetAside) {
    Reading reading;
    const QString path =
        reading.write("sessions.jsonl", "{\"item\":\"a\",\"reader\":\"r\",\"features\":[\"smile\"]}\n");
    reading.read({reading.folder.path()});
    EXPECT_TRUE(reading.items.empty());
    EXPECT_TRUE(reading.problems.empty());
    EXPECT_EQ(reading.summary.matchResultFiles, QStringList{path});
    reading.read({path});
    EXPECT_EQ(reading.problems.size(), 1u);
}

} // namespace moderato::interchange
