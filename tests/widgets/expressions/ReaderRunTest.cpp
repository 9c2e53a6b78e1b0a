#include "tests/widgets/expressions/ReaderStandIns.h"

namespace moderato::widgets {
namespace {

using Stage = ReaderRun::Stage;

class ReaderRunTest : public testing::Test {
protected:
    void open(std::vector<domain::ContentId> items = threeItems()) {
        run = std::make_unique<ReaderRun>(library.services(), std::make_unique<CameraInHand>(camera),
                                          QStringLiteral("r1"), std::move(items));
        run->begin();
        ASSERT_TRUE(waitFor([this] { return run->stage() != Stage::Checking; }));
    }
    /// To the first item, with the camera on.
    void read() {
        open();
        run->agree(false);
        ASSERT_TRUE(waitFor([this] { return run->stage() == Stage::Reading; }));
        run->setPlace({}, true);
    }
    void take(int frames) {
        for (int i = 0; i < frames; ++i) {
            const qint64 before = run->watched().frames;
            camera.take();
            ASSERT_TRUE(waitFor([&] { return run->watched().frames > before; }));
        }
    }

    ReaderLibrary library;
    Camera camera;
    std::unique_ptr<ReaderRun> run;
};

TEST_F(ReaderRunTest, NothingLooksBeforeTheReaderAgrees) {
    open();
    EXPECT_EQ(run->stage(), Stage::Consent);
    EXPECT_EQ(run->features(), (QStringList{"brows_raised", "lips_pressed"}));
    run->next();
    run->endResting();
    run->itemEnded();
    QTest::qWait(50);
    EXPECT_EQ(run->stage(), Stage::Consent);
    EXPECT_EQ(camera.starts, 0);
    EXPECT_EQ(library.opened, 0) << "not even a model is loaded";
    run->agree(true);
    EXPECT_TRUE(waitFor([this] { return camera.runs.load(); }));
    EXPECT_TRUE(run->isCameraOn());
}

TEST_F(ReaderRunTest, WhatIsRefusedDoesNotAskForConsent) {
    library.refuse(Error::invalid(QStringLiteral("Ann works here.")));
    open();
    EXPECT_EQ(run->stage(), Stage::Refused);
    EXPECT_EQ(run->sentence(), "Ann works here.");
    run->agree(false);
    run->readWithoutCamera();
    QTest::qWait(50);
    EXPECT_EQ(run->stage(), Stage::Refused);
    EXPECT_EQ(camera.starts, 0);
}

TEST_F(ReaderRunTest, WhoeverSignsInAfterTheConsentStopsItBeforeTheCamera) {
    open();
    library.refuse(Error{Error::Kind::Conflict, QStringLiteral("Ann is signed in."), {}});
    run->agree(true);
    ASSERT_TRUE(waitFor([this] { return run->stage() == Stage::Stopped; }));
    EXPECT_EQ(run->sentence(), "Ann is signed in.");
    EXPECT_EQ(camera.starts, 0);
}

TEST_F(ReaderRunTest, WhoeverSignsInMeanwhileStopsIt) {
    read();
    library.refuse(Error{Error::Kind::Conflict, QStringLiteral("Ann is signed in."), {}});
    run->checkAgain();
    ASSERT_TRUE(waitFor([this] { return run->stage() == Stage::Stopped; }));
    EXPECT_FALSE(camera.runs);
    EXPECT_TRUE(library.stored.empty());
}

TEST_F(ReaderRunTest, EachItemBecomesOneSession) {
    read();
    for (int item = 0; item < 3; ++item) {
        ASSERT_TRUE(waitFor(
            [&] { return run->stage() == Stage::Reading && run->number() == item && run->isMeasuring(); }));
        run->setPlace(std::chrono::seconds(item), true);
        take(4 + item);
        run->next();
    }
    ASSERT_TRUE(waitFor([this] { return run->stage() == Stage::Finished; }));
    EXPECT_FALSE(camera.runs) << "the camera is off after the last item";
    EXPECT_EQ(camera.starts, 1) << "it is not turned off between the items";
    ASSERT_EQ(library.stored.size(), 3u);
    for (int item = 0; item < 3; ++item) {
        const auto& session = library.stored[std::size_t(item)];
        EXPECT_EQ(session.item.value, item + 1);
        EXPECT_EQ(session.reader, "r1");
        EXPECT_EQ(session.category, "fun");
        EXPECT_EQ(session.source, "camera");
        EXPECT_EQ(session.measured.frames, 4 + item);
        EXPECT_EQ(session.measured.present(), QStringList{"brows_raised"});
        EXPECT_EQ(session.measured.features[0].track.size(), std::size_t(item + 1)) << "placed in the item";
    }
    EXPECT_EQ(run->kept().size(), 3u);
}

TEST_F(ReaderRunTest, AStopIsAtOnceAndWhatWasNotFinishedIsGone) {
    read();
    take(10);
    run->stop();
    EXPECT_FALSE(camera.runs) << "off when the call returns";
    EXPECT_FALSE(run->isCameraOn());
    EXPECT_EQ(run->stage(), Stage::Stopped);
    camera.take(); // A frame that was on its way.
    QTest::qWait(50);
    EXPECT_TRUE(library.stored.empty());
    EXPECT_EQ(run->watched().frames, 0);
    run->readWithoutCamera();
    ASSERT_TRUE(waitFor([this] { return run->stage() == Stage::Reading; }));
    run->next();
    ASSERT_TRUE(waitFor([this] { return run->number() == 1; }));
    EXPECT_EQ(camera.starts, 1);
    EXPECT_TRUE(library.stored.empty());
}

TEST_F(ReaderRunTest, AStopWhileTheCameraIsBeingStartedKeepsItOff) {
    open();
    run->agree(true);
    run->stop();
    QTest::qWait(100);
    EXPECT_EQ(run->stage(), Stage::Stopped);
    EXPECT_EQ(camera.starts, 0);
}

TEST_F(ReaderRunTest, TheCalmPageComesFirstAndIsNoItem) {
    open();
    run->agree(true);
    ASSERT_TRUE(waitFor([this] { return run->stage() == Stage::Resting; }));
    take(6);
    EXPECT_GT(run->watched().resting, 0);
    run->endResting();
    ASSERT_TRUE(waitFor([this] { return run->stage() == Stage::Reading; }));
    run->setPlace({}, true);
    take(5);
    run->next();
    ASSERT_TRUE(waitFor([this] { return run->kept().size() == 1; }));
    EXPECT_TRUE(library.stored[0].measured.withResting);
    EXPECT_EQ(library.stored[0].measured.frames, 5);
}

TEST_F(ReaderRunTest, AStandingVideoIsNotMeasuredAndItsEndTurnsTheCameraOff) {
    read();
    run->setPlace(std::chrono::seconds(1), false);
    camera.take();
    QTest::qWait(30);
    EXPECT_EQ(run->watched().frames, 0);
    run->setPlace(std::chrono::seconds(1), true);
    take(5);
    run->itemEnded();
    EXPECT_FALSE(camera.runs);
    ASSERT_TRUE(waitFor([this] { return run->kept().size() == 1; }));
    EXPECT_EQ(run->stage(), Stage::Reading) << "it stays on the screen";
    run->next();
    ASSERT_TRUE(waitFor([this] { return run->number() == 1 && camera.runs; }));
    EXPECT_EQ(library.stored.size(), 1u) << "stored once";
}

TEST_F(ReaderRunTest, WithoutACameraOneCanStillRead) {
    camera.broken = Error::notFound(QStringLiteral("No camera is connected."));
    open();
    run->agree(true);
    ASSERT_TRUE(waitFor([this] { return run->stage() == Stage::Reading; }));
    EXPECT_EQ(run->sentence(), "No camera is connected.");
    EXPECT_FALSE(run->isCameraOn());
    EXPECT_FALSE(run->isMeasuring());
    for (int item = 0; item < 3; ++item) {
        ASSERT_TRUE(
            waitFor([&] { return run->number() == item && run->item()->content.id.value == item + 1; }));
        EXPECT_EQ(run->sentence(), "No camera is connected.");
        run->next();
    }
    ASSERT_TRUE(waitFor([this] { return run->stage() == Stage::Finished; }));
    EXPECT_TRUE(library.stored.empty());
    EXPECT_EQ(camera.starts, 1);
}

TEST_F(ReaderRunTest, ACameraThatFailsMeanwhileLosesTheItemAndGoesOn) {
    read();
    take(10);
    camera.events.failed(Error::io(QStringLiteral("The camera failed.")));
    ASSERT_TRUE(waitFor([this] { return !run->isMeasuring(); }));
    EXPECT_EQ(run->stage(), Stage::Reading);
    EXPECT_FALSE(camera.runs);
    EXPECT_EQ(run->sentence(), "The camera failed.");
    run->next();
    ASSERT_TRUE(waitFor([this] { return run->number() == 1 && run->item()->content.id.value == 2; }));
    EXPECT_TRUE(library.stored.empty());
}

TEST_F(ReaderRunTest, TheCameraIsOffInFrontOfWhatIsNotMeasured) {
    library.withoutSet = {2};
    read();
    take(5);
    run->next();
    ASSERT_TRUE(waitFor([this] {
        return run->stage() == Stage::Reading && !run->isMeasuring() && run->item()->content.id.value == 2;
    }));
    EXPECT_FALSE(camera.runs);
    EXPECT_EQ(run->sentence(), "It has no set.");
    run->next();
    ASSERT_TRUE(waitFor([this] { return run->isMeasuring(); }));
    EXPECT_TRUE(camera.runs);
}

TEST_F(ReaderRunTest, WithdrawingStopsAndDeletes) {
    read();
    take(5);
    run->next();
    ASSERT_TRUE(waitFor([this] { return run->kept().size() == 1 && run->isMeasuring(); }));
    run->withdraw();
    EXPECT_FALSE(camera.runs);
    ASSERT_TRUE(waitFor([this] { return run->stage() == Stage::Withdrawn; }));
    EXPECT_EQ(library.forgotten, 1);
    EXPECT_EQ(run->forgotten(), 1);
    EXPECT_TRUE(run->kept().empty());
}

TEST_F(ReaderRunTest, WithdrawingRightAfterAnItemDeletesThatOneToo) {
    read();
    take(5);
    run->next();     // It is being stored,
    run->withdraw(); // and deleted after that.
    ASSERT_TRUE(waitFor([this] { return run->stage() == Stage::Withdrawn; }));
    EXPECT_EQ(run->forgotten(), 1);
}

TEST_F(ReaderRunTest, GoesWhileTheCameraRuns) {
    read();
    take(3);
    run.reset();
    EXPECT_FALSE(camera.runs);
    EXPECT_TRUE(library.stored.empty());
}

TEST_F(ReaderRunTest, WithoutItemsThereIsNothingToAgreeTo) {
    open({});
    EXPECT_EQ(run->stage(), Stage::Refused);
    EXPECT_FALSE(run->sentence().isEmpty());
}

} // namespace
} // namespace moderato::widgets
