#include "core/usecases/MediaAnalysis.h"

#include "core/base/Hash.h"
#include "core/media/DecoderProcess.h"
#include "core/storage/AnalysisRepository.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/DuplicateRepository.h"
#include "core/storage/MediaFileRepository.h"
#include "core/usecases/MediaExtractor.h"
#include "tests/support/StorageFixture.h"
#include "tests/unit/media/Clips.h"

#include <QDirIterator>
#include <QFile>
#include <QThreadPool>

namespace moderato::usecases {

using domain::ContentId;
using storage::Connection;
using storage::must;
using test::clip;

class MediaAnalysisTest : public storage::StorageTest {
protected:
    ContentId addFile(const QString& path, domain::ContentKind kind = domain::ContentKind::Video,
                      const QString& externalId = {}) {
        domain::Content content;
        content.kind = kind;
        content.externalId = externalId;
        content.title = QFileInfo(path).fileName();
        content.importedAt = clock.now();
        const domain::MediaFile file{path, must(sha256OfFile(path)), QFileInfo(path).size()};
        if (kind == domain::ContentKind::Video) {
            content.media = file;
        } else {
            content.images.push_back(file);
        }
        return add(content);
    }
    QString stateOf(ContentId id) {
        const auto state = must(storage::AnalysisRepository(reader()).state(id));
        return state ? state->code + QLatin1Char(':') + state->problem : QString();
    }
    storage::StoredFile fileOf(ContentId id) {
        return must(storage::MediaFileRepository(reader()).ofItem(id)).value_or(storage::StoredFile{});
    }

    media::DecoderProcess decoder{QStringLiteral(MODERATO_PROGRAM)};
    MediaAnalysis analysis{*library, decoder, clock};
};

TEST_F(MediaAnalysisTest, AVideoGetsItsTimeline) {
    const ContentId id = addFile(clip(QStringLiteral("counted.mp4")));
    EXPECT_FALSE(must(analysis.timeline(id)));
    const AnalysisProgress progress = must(analysis.run({}));
    EXPECT_EQ(progress.done, 1);
    EXPECT_EQ(progress.waiting, 0);
    EXPECT_FALSE(progress.running);
    const auto timeline = must(analysis.timeline(id));
    ASSERT_TRUE(timeline) << stateOf(id).toStdString();
    EXPECT_NEAR(timeline->duration, 2, 0.1);
    ASSERT_GE(timeline->facts.size(), 4);
    EXPECT_EQ(timeline->facts.at(1), QStringLiteral("25 fps"));
    EXPECT_FALSE(timeline->filmstrip.empty());
    EXPECT_FALSE(timeline->shots.empty());
    EXPECT_TRUE(timeline->hasSound);
    EXPECT_NEAR(timeline->soundSeconds, 2, 0.1);
    EXPECT_EQ(timeline->low.size(), timeline->high.size());
    ASSERT_FALSE(timeline->high.empty());
    EXPECT_GT(*std::max_element(timeline->high.begin(), timeline->high.end()), 0.05);
    ASSERT_TRUE(timeline->loudnessLufs);
    EXPECT_FALSE(must(storage::MediaFileRepository(reader()).frames(fileOf(id).id)).empty());
}

TEST_F(MediaAnalysisTest, FinishedWorkIsNotRepeated) {
    const ContentId first = addFile(clip(QStringLiteral("plain.mp4")));
    must(analysis.run({}));
    must(analysis.run({}));
    EXPECT_EQ(fileOf(first).runs, 1);
    const ContentId second = addFile(clip(QStringLiteral("plain.mp4")), domain::ContentKind::Video,
                                     QStringLiteral("the same file again"));
    must(analysis.run({}));
    EXPECT_EQ(fileOf(second).id, fileOf(first).id);
    EXPECT_EQ(fileOf(second).runs, 1);
    EXPECT_TRUE(must(analysis.timeline(second)));
    // And the two are a group.
    EXPECT_EQ(must(storage::DuplicateRepository(reader()).groupCount()), 1);
}

TEST_F(MediaAnalysisTest, ABrokenFileCostsOnlyItself) {
    const ContentId broken = addFile(clip(QStringLiteral("zeros.mp4")));
    const ContentId good = addFile(clip(QStringLiteral("plain.mp4")));
    const ContentId picture = addFile(clip(QStringLiteral("picture.png")), domain::ContentKind::Pictures);
    const ContentId cut = addFile(clip(QStringLiteral("cut.png")), domain::ContentKind::Pictures);
    const ContentId text = addArticle(QStringLiteral("An article"), QStringLiteral("With a body."));
    const AnalysisProgress progress = must(analysis.run({}));
    EXPECT_EQ(progress.done, 3) << stateOf(good).toStdString() << stateOf(picture).toStdString();
    EXPECT_EQ(progress.failed, 2);
    EXPECT_TRUE(stateOf(good).startsWith(QStringLiteral("done")));
    EXPECT_TRUE(stateOf(text).startsWith(QStringLiteral("done")));
    const auto failures = must(analysis.failures(10));
    ASSERT_EQ(failures.size(), 2U);
    EXPECT_FALSE(failures[0].problem.isEmpty());
    EXPECT_EQ(must(analysis.retryFailed()), 2);
    EXPECT_EQ(must(analysis.progress()).waiting, 2);
    EXPECT_TRUE(stateOf(broken).startsWith(QStringLiteral("waiting")));
    EXPECT_TRUE(stateOf(cut).startsWith(QStringLiteral("waiting")));
}

TEST_F(MediaAnalysisTest, AFileThatIsGoneOrChangedIsSaid) {
    const QString path = folder.filePath(QStringLiteral("clip.mp4"));
    ASSERT_TRUE(QFile::copy(clip(QStringLiteral("plain.mp4")), path));
    const ContentId id = addFile(path);
    QFile::remove(path);
    must(analysis.run({}));
    EXPECT_TRUE(stateOf(id).startsWith(QStringLiteral("failed"))) << stateOf(id).toStdString();
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("something else");
    file.close();
    must(analysis.retryFailed());
    must(analysis.run({}));
    EXPECT_TRUE(stateOf(id).contains(QStringLiteral("changed"))) << stateOf(id).toStdString();
}

TEST_F(MediaAnalysisTest, ADamagedCacheFileIsMadeAgain) {
    const ContentId id = addFile(clip(QStringLiteral("plain.mp4")));
    must(analysis.run({}));
    QDirIterator files(library->cacheFolder(), QDir::Files, QDirIterator::Subdirectories);
    ASSERT_TRUE(files.hasNext());
    QFile file(files.next());
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    file.resize(file.size() / 2);
    file.close();
    EXPECT_FALSE(must(analysis.timeline(id)));
    must(library->writeAndWait([](Connection&) { return Status(); }));
    EXPECT_EQ(must(analysis.progress()).waiting, 1);
    must(analysis.run({}));
    EXPECT_TRUE(must(analysis.timeline(id)));
    EXPECT_EQ(fileOf(id).runs, 2);
}

TEST_F(MediaAnalysisTest, ACancelledRunGoesOnLater) {
    for (const char* name : {"plain.mp4", "counted.mp4", "wide_pixels.mp4"}) {
        addFile(clip(QString::fromLatin1(name)));
    }
    std::optional<JobContext> context;
    context.emplace([&](const Progress&) { context->cancel(); });
    EXPECT_TRUE(analysis.run(*context).error().isCancelled());
    const AnalysisProgress stopped = must(analysis.progress());
    EXPECT_FALSE(stopped.running);
    EXPECT_EQ(stopped.waiting + stopped.done, 3);
    EXPECT_GT(stopped.waiting, 0);
    EXPECT_EQ(must(analysis.run({})).done, 3);
}

TEST_F(MediaAnalysisTest, APauseHoldsTheRunAndOutlivesTheProgram) {
    addArticle(QStringLiteral("An article"), QStringLiteral("With a body."));
    analysis.setPaused(true);
    must(library->writeAndWait([](Connection&) { return Status(); }));
    EXPECT_TRUE(must(MediaAnalysis(*library, decoder, clock).progress()).paused);
    std::atomic<bool> ended = false;
    QThreadPool pool;
    pool.start([&] {
        EXPECT_TRUE(analysis.run({}).ok());
        ended = true;
    });
    while (must(analysis.progress()).waiting == 0) {
        QThread::yieldCurrentThread();
    }
    EXPECT_EQ(analysis.run({}).error().kind, Error::Kind::Conflict) << "one run at a time";
    EXPECT_FALSE(ended);
    EXPECT_EQ(must(analysis.progress()).waiting, 1);
    analysis.setPaused(false);
    pool.waitForDone();
    EXPECT_TRUE(ended);
    EXPECT_EQ(must(analysis.progress()).done, 1);
}

TEST_F(MediaAnalysisTest, WhatTookTheProgramDownTwiceIsSetAside) {
    const ContentId id = addFile(clip(QStringLiteral("plain.mp4")));
    must(analysis.enqueue());
    for (int i = 0; i < 2; ++i) {
        must(library->writeAndWait([&](Connection& c) -> Status {
            must(storage::AnalysisRepository(c).recover(2, QStringLiteral("set aside"), clock.now()));
            must(storage::AnalysisRepository(c).take(1, clock.now()));
            return {};
        }));
    }
    const AnalysisProgress progress = must(analysis.run({}));
    EXPECT_EQ(progress.failed, 1) << stateOf(id).toStdString();
    EXPECT_FALSE(must(analysis.failures(1))[0].problem.isEmpty());
    must(analysis.retryFailed());
    EXPECT_EQ(must(analysis.run({})).done, 1);
}

TEST_F(MediaAnalysisTest, ThousandsOfArticlesAreQueuedAndSketched) {
    must(library->writeAndWait([&](Connection& c) -> Status {
        for (int i = 0; i < 6000; ++i) {
            domain::Content content;
            content.title = QStringLiteral("Article %1").arg(i);
            content.body = QStringLiteral("Number %1 says that %2 is nothing like %3 at all.")
                               .arg(i)
                               .arg(i * 7919)
                               .arg(i * 104729);
            must(storage::ContentRepository(c).insert(content));
        }
        return {};
    }));
    EXPECT_EQ(must(analysis.enqueue()), 6000);
    const AnalysisProgress progress = must(analysis.run({}));
    EXPECT_EQ(progress.done, 6000);
    EXPECT_TRUE(must(storage::DuplicateRepository(reader()).pending({}, 1)).empty());
}

} // namespace moderato::usecases
