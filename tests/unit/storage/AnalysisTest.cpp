#include "core/storage/AnalysisRepository.h"
#include "core/storage/Connection.h"
#include "core/storage/DuplicateRepository.h"
#include "core/storage/KnownHashRepository.h"
#include "core/storage/MediaFileRepository.h"
#include "tests/support/StorageFixture.h"

namespace moderato::storage {
namespace {

using domain::ContentId;

class AnalysisStorageTest : public StorageTest {
protected:
    template <class F> auto write(F f) { return must(library->writeAndWait(std::move(f))); }

    ContentId addVideo(const QString& title) {
        domain::Content content;
        content.kind = domain::ContentKind::Video;
        content.title = content.externalId = title;
        content.importedAt = clock.now();
        content.media = domain::MediaFile{QStringLiteral("/nowhere/") + title, QByteArray(64, 'a'), 1};
        return add(content);
    }
    void enqueue(int extractor = 1) {
        ContentId after;
        while (const auto next = must(AnalysisRepository(reader()).missing(extractor, after))) {
            after = write([&](Connection& c) {
                return AnalysisRepository(c).enqueue(extractor, *next, 3, clock.now());
            });
        }
    }
    std::vector<ContentId> take(int limit) {
        std::vector<ContentId> ids;
        for (const auto& job :
             write([&](Connection& c) { return AnalysisRepository(c).take(limit, clock.now()); })) {
            ids.push_back(job.content);
        }
        return ids;
    }
    QString state(ContentId id) { return must(AnalysisRepository(reader()).state(id))->code; }
    void finish(ContentId id) {
        write([&](Connection& c) { return AnalysisRepository(c).finish(id, {}, clock.now()); });
    }
    qint64 recover() {
        return write([&](Connection& c) {
            return AnalysisRepository(c).recover(2, QStringLiteral("twice"), clock.now());
        });
    }
};

TEST_F(AnalysisStorageTest, TextsComeFirstInBatchesAndMediaOneByOne) {
    const ContentId video = addVideo(QStringLiteral("a"));
    const ContentId first = addArticle(QStringLiteral("b"));
    const ContentId second = addArticle(QStringLiteral("c"));
    const ContentId other = addVideo(QStringLiteral("d"));
    enqueue();
    EXPECT_EQ(take(10), (std::vector{first, second}));
    EXPECT_EQ(take(10), std::vector{video});
    EXPECT_EQ(take(10), std::vector{other});
    EXPECT_TRUE(take(10).empty());
}

TEST_F(AnalysisStorageTest, WhatAPersonLooksAtComesFirst) {
    addVideo(QStringLiteral("a"));
    const ContentId looked = addVideo(QStringLiteral("b"));
    enqueue();
    write([&](Connection& c) { return AnalysisRepository(c).setPriority(looked, 5); });
    EXPECT_EQ(take(1), std::vector{looked});
}

TEST_F(AnalysisStorageTest, InterruptedItemsWaitBehindTheOthersAndFailTheSecondTime) {
    const ContentId interrupted = addVideo(QStringLiteral("a"));
    const ContentId other = addVideo(QStringLiteral("b"));
    enqueue();
    EXPECT_EQ(take(1), std::vector{interrupted});
    EXPECT_EQ(recover(), 1);
    EXPECT_EQ(take(1), std::vector{other});
    finish(other);
    EXPECT_EQ(take(1), std::vector{interrupted});
    EXPECT_EQ(recover(), 0);
    EXPECT_EQ(state(interrupted), QStringLiteral("failed"));
    const auto failures = must(AnalysisRepository(reader()).failures(10));
    ASSERT_EQ(failures.size(), 1U);
    EXPECT_EQ(failures[0].problem, QStringLiteral("twice"));
    EXPECT_EQ(write([&](Connection& c) { return AnalysisRepository(c).retryFailed(clock.now()); }), 1);
    EXPECT_EQ(take(1), std::vector{interrupted});
}

TEST_F(AnalysisStorageTest, InterruptedTextsAreTakenOneByOne) {
    const ContentId a = addArticle(QStringLiteral("a"));
    const ContentId b = addArticle(QStringLiteral("b"));
    enqueue();
    EXPECT_EQ(take(10).size(), 2U);
    recover();
    EXPECT_EQ(take(10), std::vector{a});
    EXPECT_EQ(take(10), std::vector{b});
}

TEST_F(AnalysisStorageTest, ACancelledItemIsNotBlamed) {
    const ContentId item = addVideo(QStringLiteral("a"));
    enqueue();
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(take(1), std::vector{item});
        write([&](Connection& c) { return AnalysisRepository(c).putBack(item, clock.now()); });
    }
    take(1);
    EXPECT_EQ(recover(), 1);
}

TEST_F(AnalysisStorageTest, FinishedWorkIsQueuedAgainOnlyForNewerExtractors) {
    std::vector<ContentId> ids;
    for (int i = 0; i < 10; ++i) {
        ids.push_back(addArticle(QString::number(i)));
    }
    enqueue();
    for (const ContentId id : take(100)) {
        finish(id);
    }
    enqueue();
    EXPECT_EQ(must(AnalysisRepository(reader()).counts()).done, 10);
    enqueue(2);
    EXPECT_EQ(must(AnalysisRepository(reader()).counts()).waitingTexts, 10);
}

TEST_F(AnalysisStorageTest, AFileIsKeptOnceAndReplacedAsAWhole) {
    const ContentId a = addVideo(QStringLiteral("a"));
    const ContentId b = addVideo(QStringLiteral("b"));
    StoredFile file;
    file.sha256 = QByteArray(64, 'a');
    file.extractor = 1;
    file.medium = QStringLiteral("video");
    file.probe = "{}";
    file.loudnessLufs = -23.5;
    StoredFrame frame{100, QStringLiteral("1/25"), 4,  100,
                      80,  QByteArray(32, '\x01'), 70, QByteArray(32, '\0')};
    const qint64 id = write([&](Connection& c) {
        return MediaFileRepository(c).save(file, {frame, frame, frame}, std::nullopt);
    });
    EXPECT_EQ(write([&](Connection& c) { return MediaFileRepository(c).save(file, {frame}, std::nullopt); }),
              id);
    write([&](Connection& c) -> Status {
        must(MediaFileRepository(c).link(a, 0, id));
        return MediaFileRepository(c).link(b, 0, id);
    });
    MediaFileRepository media(reader());
    const auto stored = must(media.ofItem(b));
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->runs, 2);
    EXPECT_EQ(stored->loudnessLufs, -23.5);
    const auto frames = must(media.frames(id));
    ASSERT_EQ(frames.size(), 1U);
    EXPECT_EQ(frames[0].pdq, frame.pdq);
    EXPECT_EQ(frames[0].barePdq, frame.barePdq);
    EXPECT_FALSE(must(media.find(file.sha256, 2)));
    EXPECT_EQ(must(media.itemsAfter({}, 10)), (std::vector{a, b}));
}

TEST_F(AnalysisStorageTest, ALeaderThatIsForgottenTakesItsGroupAlong) {
    const ContentId a = addArticle(QStringLiteral("a"));
    const ContentId b = addArticle(QStringLiteral("b"));
    enqueue();
    for (const ContentId id : take(10)) {
        finish(id);
    }
    EXPECT_EQ(must(DuplicateRepository(reader()).pending({}, 10)), (std::vector{a, b}));
    for (const ContentId id : {a, b}) {
        DuplicateRepository::Member member;
        member.content = id;
        member.leader = a;
        member.medium = QStringLiteral("text");
        write([&](Connection& c) { return DuplicateRepository(c).place(member); });
    }
    EXPECT_EQ(must(DuplicateRepository(reader()).groupCount()), 1);
    EXPECT_EQ(must(DuplicateRepository(reader()).group(a, 10)).size(), 2U);
    EXPECT_TRUE(must(DuplicateRepository(reader()).pending({}, 10)).empty());
    write([&](Connection& c) { return DuplicateRepository(c).forget(a); });
    EXPECT_EQ(must(DuplicateRepository(reader()).pending({}, 10)), (std::vector{a, b}));
}

TEST_F(AnalysisStorageTest, AListThatIsNotWholeDoesNotCount) {
    const qint64 id = write([&](Connection& c) {
        return KnownHashRepository(c).begin(QStringLiteral("list"), false, clock.now());
    });
    write([&](Connection& c) {
        return KnownHashRepository(c).add(id, 0, {{QByteArray(32, 'x'), 100, QStringLiteral("label")}});
    });
    EXPECT_TRUE(must(KnownHashRepository(reader()).lists()).empty());
    write([&](Connection& c) { return KnownHashRepository(c).finish(id, 1); });
    ASSERT_EQ(must(KnownHashRepository(reader()).lists()).size(), 1U);
    EXPECT_EQ(must(KnownHashRepository(reader()).hashes(id)).front().label, QStringLiteral("label"));
    EXPECT_TRUE(write([&](Connection& c) { return KnownHashRepository(c).remove(QStringLiteral("list")); }));
    EXPECT_FALSE(write([&](Connection& c) { return KnownHashRepository(c).remove(QStringLiteral("list")); }));
}

TEST_F(AnalysisStorageTest, ChecksRefuseWhatIsNoHash) {
    const auto run = [&](const char* sql) {
        return library->writeAndWait([&](Connection& c) { return c.execute(QString::fromLatin1(sql)); });
    };
    addArticle(QStringLiteral("a"));
    EXPECT_FALSE(run("INSERT INTO analysis_jobs (content_id, extractor, has_media, state, updated_at) "
                     "VALUES (1, 1, 0, 'lost', 0)"));
    EXPECT_FALSE(run("INSERT INTO text_sketches (content_id, shingles, sketch) VALUES (1, 1, x'00')"));
    EXPECT_FALSE(run("INSERT INTO duplicate_members (content_id, leader_id, medium, similarity, distance) "
                     "VALUES (1, 9, 'text', 1, -1)"));
    EXPECT_FALSE(run("INSERT INTO duplicate_members (content_id, leader_id, medium, similarity, distance) "
                     "VALUES (1, 1, 'smell', 1, -1)"));
}

} // namespace
} // namespace moderato::storage
