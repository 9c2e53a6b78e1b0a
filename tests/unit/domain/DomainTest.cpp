#include "core/base/Hash.h"
#include "core/domain/Category.h"
#include "core/domain/Content.h"
#include "core/domain/Decision.h"
#include "core/domain/Flag.h"

#include <QJsonDocument>

#include <gtest/gtest.h>

using namespace moderato;
using namespace moderato::domain;

namespace {

Content article() {
    Content content;
    content.externalId = QStringLiteral("a1");
    content.title = QStringLiteral("Title");
    content.body = QStringLiteral("Body");
    return content;
}

TEST(Fingerprint, ChangesWithWhatTheItemIs) {
    const QByteArray base = fingerprintOf(article());
    EXPECT_EQ(base.size(), 64);
    EXPECT_EQ(base, fingerprintOf(article()));

    Content other = article();
    other.body = QStringLiteral("Other");
    EXPECT_NE(base, fingerprintOf(other));
    other = article();
    other.externalId = QStringLiteral("a2");
    EXPECT_NE(base, fingerprintOf(other));
    // Where one field ends and the next begins matters.
    other = article();
    other.title = QStringLiteral("TitleB");
    other.body = QStringLiteral("ody");
    EXPECT_NE(base, fingerprintOf(other));
}

TEST(Fingerprint, DoesNotChangeWithWhatPeopleAndPlacesAdd) {
    Content other = article();
    other.givenTopics = {QStringLiteral("x")};
    other.state = RecommendationState::Dropped;
    other.importedAt = fromUnixMs(5);
    EXPECT_EQ(fingerprintOf(article()), fingerprintOf(other));
}

TEST(Fingerprint, ABareMediaFileIsKnownUnderAnotherName) {
    Content clip;
    clip.kind = ContentKind::Video;
    clip.title = QStringLiteral("clip");
    clip.media = MediaFile{QStringLiteral("/a/clip.mp4"), sha256("bytes"), 5};
    Content copy = clip;
    copy.title = QStringLiteral("copy");
    copy.media->path = QStringLiteral("/b/copy.mp4");
    EXPECT_EQ(fingerprintOf(clip), fingerprintOf(copy));
    copy.media->sha256 = sha256("other bytes");
    EXPECT_NE(fingerprintOf(clip), fingerprintOf(copy));

    Content picture;
    picture.kind = ContentKind::Pictures;
    picture.title = QStringLiteral("one name");
    picture.images = {MediaFile{QStringLiteral("/a/p.png"), sha256("pixels"), 6}};
    Content renamed = picture;
    renamed.title = QStringLiteral("another name");
    EXPECT_EQ(fingerprintOf(picture), fingerprintOf(renamed));
}

TEST(Category, CodesComeFromSpellings) {
    EXPECT_EQ(categoryCode(QStringLiteral("Doctor–patient")), QStringLiteral("doctor_patient"));
    EXPECT_EQ(categoryCode(QStringLiteral("  Film & Animation ")), QStringLiteral("film_animation"));
    EXPECT_EQ(categoryCode(QStringLiteral("搞笑")), QStringLiteral("搞笑"));
    EXPECT_EQ(categoryCode(QStringLiteral("…")), QString());
}

template <class T, class From> void roundTrip(std::initializer_list<T> values, From fromCode) {
    for (const T value : values) {
        EXPECT_EQ(fromCode(toCode(value)), value) << qPrintable(toCode(value));
    }
    EXPECT_FALSE(fromCode(QStringLiteral("nonsense")).has_value());
}

TEST(Codes, GoThereAndBack) {
    using Kind = Decision::Kind;
    roundTrip({ContentKind::Article, ContentKind::Video, ContentKind::Pictures}, contentKindFromCode);
    roundTrip({BodyFormat::Plain, BodyFormat::Markdown, BodyFormat::Html}, bodyFormatFromCode);
    roundTrip({RecommendationState::Active, RecommendationState::Suspended, RecommendationState::Dropped},
              recommendationStateFromCode);
    roundTrip({Kind::Confirm, Kind::Correct, Kind::Disallow, Kind::Skip, Kind::Escalate, Kind::SetTopics,
               Kind::Undo},
              decisionKindFromCode);
    using Reason = ReviewItem::Reason;
    roundTrip({Reason::Flagged, Reason::Disagreement, Reason::Uncertain, Reason::RandomSample, Reason::New},
              reviewReasonFromCode);
}

TEST(DecisionChain, EveryFieldIsHashed) {
    Decision decision;
    decision.id = {3};
    decision.content = {9};
    decision.person = QStringLiteral("ann");
    decision.category = QStringLiteral("fun");
    const QByteArray record = decisionRecord(decision);
    EXPECT_TRUE(QJsonDocument::fromJson(record).isObject());

    const auto differs = [&](auto change) {
        Decision changed = decision;
        change(changed);
        return decisionRecord(changed) != record;
    };
    EXPECT_TRUE(differs([](Decision& d) { d.id = {4}; }));
    EXPECT_TRUE(differs([](Decision& d) { d.content = {1}; }));
    EXPECT_TRUE(differs([](Decision& d) { d.kind = Decision::Kind::Skip; }));
    EXPECT_TRUE(differs([](Decision& d) { d.person = QStringLiteral("bob"); }));
    EXPECT_TRUE(differs([](Decision& d) { d.at = fromUnixMs(1); }));
    EXPECT_TRUE(differs([](Decision& d) { d.category = QStringLiteral("food"); }));
    EXPECT_TRUE(differs([](Decision& d) { d.topics = QStringList(); }))
        << "judged as none is not the same as not judged";
    EXPECT_TRUE(differs([](Decision& d) { d.reason = QStringLiteral("vulgar"); }));
    EXPECT_TRUE(differs([](Decision& d) { d.note = QStringLiteral("n"); }));
    EXPECT_TRUE(differs([](Decision& d) { d.queueReason = QStringLiteral("new"); }));
    EXPECT_TRUE(differs([](Decision& d) { d.categoryVersionSeen = QStringLiteral("v"); }));
    EXPECT_TRUE(differs([](Decision& d) { d.topicsVersionSeen = QStringLiteral("v"); }));
    EXPECT_TRUE(differs([](Decision& d) { d.categoryPredicted = QStringLiteral("v"); }));
    EXPECT_TRUE(differs([](Decision& d) { d.msOnScreen = 1; }));
    EXPECT_TRUE(differs([](Decision& d) { d.undoes = {1}; }));
}

TEST(DecisionChain, TheHashIsThatOfThePreviousHashAndTheRecord) {
    const QByteArray record = "{\"id\":1}";
    EXPECT_EQ(decisionHash(firstPreviousHash(), record), sha256(QByteArray(64, '0') + "\n{\"id\":1}"));
    EXPECT_NE(decisionHash(firstPreviousHash(), record), decisionHash(sha256("x"), record));
}

} // namespace
