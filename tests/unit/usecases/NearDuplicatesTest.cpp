#include "core/usecases/NearDuplicates.h"

#include "core/domain/Category.h"
#include "core/storage/AnalysisRepository.h"
#include "core/storage/CategoryRepository.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/DecisionRepository.h"
#include "core/storage/FlagRepository.h"
#include "core/storage/MediaFileRepository.h"
#include "core/storage/ReviewQueueRepository.h"
#include "core/storage/TrainingRepository.h"
#include "core/usecases/ItemTraits.h"
#include "core/usecases/MediaExtractor.h"
#include "core/usecases/Verify.h"
#include "tests/support/StorageFixture.h"

#include <QFile>

#include <random>

namespace moderato::usecases {

using domain::ContentId;
using features::PdqHash;
using storage::Connection;
using storage::must;
using Kind = domain::Decision::Kind;

class NearDuplicatesTest : public storage::StorageTest {
protected:
    template <class F> auto write(F f) { return must(library->writeAndWait(std::move(f))); }

    NearDuplicatesTest() {
        for (const char* code : {"food", "fun"}) {
            domain::Category category;
            category.code = category.nameEn = QString::fromLatin1(code);
            write([&](Connection& c) { return storage::CategoryRepository(c).save(category); });
        }
    }
    PdqHash randomHash() { return {{random_(), random_(), random_(), random_()}}; }
    static PdqHash changed(PdqHash hash, int bits) {
        for (int i = 0; i < bits; ++i) {
            hash.words[std::size_t(i / 64)] ^= 1ULL << (i % 64);
        }
        return hash;
    }

    void markDone(ContentId id) {
        write([&](Connection& c) -> Status {
            must(storage::AnalysisRepository(c).enqueue(extractorVersion, id, 1, clock.now()));
            return storage::AnalysisRepository(c).finish(id, {}, clock.now());
        });
    }
    /// An analysed item with one picture.
    ContentId addPicture(const PdqHash& hash, const QString& category = {}) {
        const int number = ++pictures_;
        domain::Content content;
        content.kind = domain::ContentKind::Pictures;
        content.title = QStringLiteral("picture %1").arg(number);
        content.givenCategory = category;
        content.importedAt = clock.now();
        const QByteArray sum = QByteArray::number(number).rightJustified(64, '0');
        content.images.push_back({QStringLiteral("/nowhere"), sum, 1});
        const ContentId id = add(content);
        storage::StoredFile file;
        file.sha256 = sum;
        file.extractor = extractorVersion;
        file.medium = QStringLiteral("picture");
        file.probe = "{}";
        storage::StoredPicture picture{100, toBytes(hash), toBytes(hash).repeated(8)};
        write([&](Connection& c) -> Status {
            storage::MediaFileRepository media(c);
            return media.link(id, 1, must(media.save(file, {}, picture)));
        });
        markDone(id);
        return id;
    }
    ContentId addText(const QString& title, const QString& body) {
        const ContentId id = addArticle(title, body);
        const auto sketch = features::minHash(title + QLatin1Char('\n') + body);
        write(
            [&](Connection& c) { return storage::DuplicateRepository(c).saveSketch(id, toStored(sketch)); });
        markDone(id);
        return id;
    }
    std::vector<ContentId> members(ContentId id) {
        std::vector<ContentId> ids;
        for (const NearDuplicate& member : must(duplicates.of(id)).members) {
            ids.push_back(member.content);
        }
        return ids;
    }
    domain::Decision decideOn(ContentId id, Kind kind, const QString& category, const QString& reason = {}) {
        DecisionDraft draft;
        draft.content = id;
        draft.kind = kind;
        draft.category = category;
        draft.reason = reason;
        draft.person = QStringLiteral("ann");
        return must(decide.decide(draft).takeResult());
    }
    QString listFile(const QByteArray& content) {
        const QString path = folder.filePath(QStringLiteral("list.txt"));
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
        return path;
    }

    NearDuplicates duplicates{*library, clock};
    Decide decide{*library, clock};

private:
    std::mt19937_64 random_{42};
    int pictures_ = 0;
};

TEST_F(NearDuplicatesTest, GroupsGrowWithWhatIsAnalysedLater) {
    const PdqHash hash = randomHash();
    const ContentId first = addPicture(hash);
    const ContentId other = addPicture(randomHash());
    EXPECT_FALSE(must(duplicates.of(first)).isAnalysed);
    EXPECT_EQ(must(duplicates.update({})), 0);
    EXPECT_TRUE(must(duplicates.of(first)).isAnalysed);
    EXPECT_TRUE(members(first).empty());
    const ContentId near = addPicture(changed(hash, 10));
    EXPECT_EQ(must(duplicates.update({})), 1);
    EXPECT_EQ(members(first), std::vector{near});
    EXPECT_EQ(members(near), std::vector{first});
    EXPECT_TRUE(members(other).empty());
    const auto view = must(duplicates.of(near));
    EXPECT_EQ(view.members[0].distance, 10);
    EXPECT_EQ(view.members[0].medium, NearDuplicate::Medium::Picture);
    const std::vector<std::vector<ContentId>> groups{{first, near}};
    EXPECT_EQ(must(duplicates.groups({}, 10)), groups);
}

TEST_F(NearDuplicatesTest, AChainOfSmallChangesTiesNothingTogether) {
    const PdqHash hash = randomHash();
    const ContentId a = addPicture(hash);
    const ContentId b = addPicture(changed(hash, 25));
    const ContentId c = addPicture(changed(hash, 50));
    must(duplicates.update({}));
    EXPECT_EQ(members(a), std::vector{b});
    EXPECT_TRUE(members(c).empty()) << "it is like b, but not like the group's first";
}

TEST_F(NearDuplicatesTest, TextsWithSmallChangesAreFound) {
    const QString text =
        QStringLiteral("The harbour was quiet when the ferry came in, and nobody but the old "
                       "keeper saw the three men who left it by the rear ramp. ")
            .repeated(2) +
        QStringLiteral("They asked him for the way to the station, paid with a coin he had "
                       "not seen in years, and walked off into the rain without a word.");
    const ContentId first = addText(QStringLiteral("A quiet harbour"), text);
    QString edited = text;
    edited.replace(QStringLiteral("nobody"), QStringLiteral("no one"));
    const ContentId second = addText(QStringLiteral("A quiet harbour!"), edited);
    const ContentId third = addText(QStringLiteral("Noodles"),
                                    QStringLiteral("Boil the noodles, fry the garlic, add soy sauce and "
                                                   "spring onions, and serve it all while it is hot."));
    const ContentId shortOne = addText(QStringLiteral("Hm"), {});
    const ContentId same = addText(QStringLiteral("Hm."), {});
    EXPECT_EQ(must(duplicates.update({})), 1);
    EXPECT_EQ(members(first), std::vector{second});
    EXPECT_GE(must(duplicates.of(first)).members[0].similarity, 0.8);
    EXPECT_TRUE(members(third).empty());
    EXPECT_TRUE(members(shortOne).empty()) << "too short to say anything";
    EXPECT_TRUE(members(same).empty());
}

TEST_F(NearDuplicatesTest, ADecisionIsCopiedToUndecidedMembersAsDecisionsOfTheirOwn) {
    const PdqHash hash = randomHash();
    const ContentId a = addPicture(hash, QStringLiteral("food"));
    const ContentId b = addPicture(changed(hash, 4), QStringLiteral("food"));
    const ContentId c = addPicture(changed(hash, 6), QStringLiteral("fun"));
    const ContentId decided = addPicture(changed(hash, 8), QStringLiteral("fun"));
    const ContentId exception = addPicture(changed(hash, 10), QStringLiteral("food"));
    must(duplicates.update({}));
    must(duplicates.setException(exception, true));
    decideOn(decided, Kind::Confirm, QStringLiteral("fun"));
    EXPECT_EQ(duplicates.decideAlike(a, QStringLiteral("bob")).error().kind, Error::Kind::InvalidInput);
    const auto source = decideOn(a, Kind::Confirm, QStringLiteral("food"));

    EXPECT_EQ(must(duplicates.decideAlike(a, QStringLiteral("bob"))), (std::vector{b, c}));
    storage::DecisionRepository decisions(reader());
    const auto onB = must(decisions.effective(b));
    ASSERT_TRUE(onB);
    EXPECT_EQ(onB->kind, Kind::Confirm);
    EXPECT_EQ(onB->person, QStringLiteral("bob"));
    EXPECT_TRUE(onB->note.contains(QString::number(source.id.value))) << onB->note.toStdString();
    EXPECT_EQ(must(decisions.effective(c))->kind, Kind::Correct) << "it was given another category";
    EXPECT_EQ(must(decisions.effective(decided))->category, QStringLiteral("fun"));
    EXPECT_FALSE(must(decisions.effective(exception)));
    EXPECT_TRUE(must(verify(*library, {})).ok);
    EXPECT_TRUE(must(duplicates.decideAlike(a, QStringLiteral("bob"))).empty());

    // Each is undone as usual.
    must(decide.undo(QStringLiteral("bob")).takeResult());
    EXPECT_FALSE(must(decisions.effective(c)));
    EXPECT_TRUE(must(decisions.effective(b)));
    EXPECT_EQ(must(duplicates.decideAlike(a, QStringLiteral("bob"))), std::vector{c});
}

TEST_F(NearDuplicatesTest, ADisallowedItemTakesItsCopiesAlong) {
    const PdqHash hash = randomHash();
    const ContentId a = addPicture(hash);
    const ContentId b = addPicture(hash);
    must(duplicates.update({}));
    decideOn(a, Kind::Disallow, {}, QStringLiteral("vulgar"));
    EXPECT_EQ(must(duplicates.decideAlike(a, QStringLiteral("ann"))), std::vector{b});
    EXPECT_EQ(must(storage::ContentRepository(reader()).find(b)).state, domain::RecommendationState::Dropped);
    const auto view = must(duplicates.of(a));
    EXPECT_EQ(view.members[0].state, domain::RecommendationState::Dropped);
}

TEST_F(NearDuplicatesTest, ExceptionsStayAndCanBeTakenBack) {
    const PdqHash hash = randomHash();
    const ContentId a = addPicture(hash);
    const ContentId b = addPicture(hash);
    must(duplicates.update({}));
    must(duplicates.setException(b, true));
    EXPECT_TRUE(must(duplicates.of(a)).members[0].isException);
    decideOn(b, Kind::Confirm, QStringLiteral("fun"));
    EXPECT_FALSE(duplicates.decideAlike(b, QStringLiteral("ann")).ok());
    must(duplicates.setException(b, false));
    EXPECT_FALSE(must(duplicates.of(a)).members[0].isException);
    EXPECT_EQ(must(duplicates.decideAlike(b, QStringLiteral("ann"))), std::vector{a});
}

TEST_F(NearDuplicatesTest, KnownHashesFlagWhatMatchesThem) {
    const PdqHash hash = randomHash();
    const ContentId item = addPicture(hash);
    const ContentId other = addPicture(randomHash());
    const QByteArray list = "# a comment\n" + randomHash().toHex() + "\n" + changed(hash, 20).toHex() +
                            ",\"the \"\"label\"\", with a comma\"\nno hash at all\n" +
                            randomHash().toHex().left(63) + "\n";
    const auto report = must(duplicates.importHashes(listFile(list), QStringLiteral("partners"), {}));
    EXPECT_EQ(report.hashes, 2);
    EXPECT_EQ(report.matches, 1);
    ASSERT_EQ(report.problems.size(), 2);
    EXPECT_TRUE(report.problems[0].contains(QStringLiteral("4")));
    const auto known = must(duplicates.of(item)).known;
    ASSERT_EQ(known.size(), 1U);
    EXPECT_EQ(known[0].list, QStringLiteral("partners"));
    EXPECT_EQ(known[0].label, QStringLiteral("the \"label\", with a comma"));
    EXPECT_EQ(known[0].distance, 20);
    EXPECT_TRUE(must(duplicates.of(other)).known.empty());
    const auto flags = must(storage::FlagRepository(reader()).of(item));
    ASSERT_EQ(flags.size(), 1U);
    EXPECT_EQ(flags[0].rule, QStringLiteral("known-hash"));
    const auto next = must(storage::ReviewQueueRepository(reader()).next({}, {}));
    ASSERT_TRUE(next);
    EXPECT_EQ(next->item.content, item);
    EXPECT_EQ(next->item.reason, domain::ReviewItem::Reason::Flagged);

    // A verdict holds against the same list taken in again.
    decideOn(item, Kind::Confirm, QStringLiteral("fun"));
    must(duplicates.importHashes(listFile(list), QStringLiteral("partners"), {}));
    EXPECT_EQ(must(storage::ReviewQueueRepository(reader()).find(item))->state,
              domain::ReviewItem::State::Decided);
    ASSERT_EQ(must(duplicates.hashLists()).size(), 1U);
    must(duplicates.removeHashList(QStringLiteral("partners")));
    EXPECT_TRUE(must(duplicates.of(item)).known.empty());
    EXPECT_EQ(duplicates.removeHashList(QStringLiteral("partners")).error().kind, Error::Kind::NotFound);
}

TEST_F(NearDuplicatesTest, WhatIsAnalysedLaterIsMatchedToo) {
    const PdqHash hash = randomHash();
    must(duplicates.importHashes(listFile(hash.toHex() + '\n'), {}, {}));
    const ContentId item = addPicture(changed(hash, 3));
    must(duplicates.update({}));
    const auto known = must(duplicates.of(item)).known;
    ASSERT_EQ(known.size(), 1U);
    EXPECT_EQ(known[0].list, QStringLiteral("list")) << "the file's name";
}

TEST_F(NearDuplicatesTest, TablesWithAHeaderAreUnderstood) {
    const PdqHash hash = randomHash();
    const ContentId item = addPicture(hash);
    const QByteArray table = "id,signal_type,hash,tags\n7,pdq," + hash.toHex().toUpper() +
                             ",bad stuff\n8,video_md5,d41d8cd98f00b204e9800998ecf8427e,x\n";
    const auto report = must(duplicates.importHashes(listFile(table), QStringLiteral("t"), {}));
    EXPECT_EQ(report.hashes, 1);
    EXPECT_TRUE(report.problems.isEmpty()) << report.problems.join(u' ').toStdString();
    EXPECT_EQ(must(duplicates.of(item)).known[0].label, QStringLiteral("bad stuff"));
}

TEST_F(NearDuplicatesTest, AFileWithoutHashesIsRefused) {
    EXPECT_FALSE(duplicates.importHashes(listFile("hello\n"), QStringLiteral("x"), {}).ok());
    EXPECT_FALSE(duplicates.importHashes(folder.filePath(QStringLiteral("none")), {}, {}).ok());
    EXPECT_TRUE(must(duplicates.hashLists()).empty());
}

} // namespace moderato::usecases
