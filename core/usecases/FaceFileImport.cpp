#include "core/storage/Library.h"
#include "core/storage/ReaderRepository.h"
#include "core/usecases/DefaultTaxonomy.h"
#include "core/usecases/ExpressionMapping.h"
#include "core/usecases/ItemClip.h"
#include "core/usecases/MatchExpressions.h"
#include "core/usecases/ResourceFolder.h"

#include <QCoreApplication>

#include <algorithm>

namespace moderato::usecases {

using domain::ReaderSession;
using storage::Connection;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(FaceFileImport)
};

std::vector<domain::ExpressionStretch> trackOf(const ExpressionFindings& findings,
                                               std::chrono::milliseconds bin) {
    std::vector<domain::ExpressionStretch> track;
    for (const FeatureFinding& finding : findings.features) {
        for (std::size_t i = 0; i < finding.track.size(); ++i) {
            const FeatureBin& one = finding.track[i];
            if (one.usable > 0) {
                track.push_back({finding.feature, qint64(i) * std::chrono::microseconds(bin).count(),
                                 double(one.with) / one.usable});
            }
        }
    }
    return track;
}

ReaderSession sessionOf(const MatchExpressions::FaceFile& file, const ExpressionFindings& findings,
                        const QString& category, const domain::ExpressionSet& set, Timestamp now) {
    ReaderSession session;
    session.content = file.item;
    session.reader = file.reader;
    session.category = category;
    session.features = findings.present();
    session.matchResult = matchResult(session.features, set);
    session.startedAt = now;
    session.source = interchange::formatCode(findings.layout.format);
    session.faceShare = 1 - findings.shareWithoutFace();
    for (const FeatureFinding& finding : findings.features) {
        if (!finding.told) {
            session.untold << finding.feature;
        }
    }
    return session;
}

/// → whether it is new
Result<bool> store(Connection& connection, const ReaderSession& session,
                   const std::vector<domain::ExpressionStretch>& track) {
    storage::ReaderRepository readers(connection);
    const auto known = readers.sessions(session.content, session.reader);
    if (!known.ok()) {
        return known.error();
    }
    const bool isKnown = std::any_of(known->begin(), known->end(), [&](const ReaderSession& other) {
        return other.source == session.source && other.category == session.category &&
               other.features == session.features && other.faceShare == session.faceShare;
    });
    if (isKnown) {
        return false;
    }
    const auto id = readers.add(session);
    if (!id.ok()) {
        return id.error();
    }
    const Status added = readers.addTrack(*id, track);
    return added.ok() ? Result(true) : Result<bool>(added.error());
}

Result<domain::ExpressionSet> setFor(Connection& connection, const QString& category) {
    const auto set = storage::ReaderRepository(connection).set(category);
    if (!set.ok()) {
        return set.error();
    }
    if (*set) {
        return **set;
    }
    return Error::invalid(
        category.isEmpty()
            ? Text::tr("The item has no category, so there is nothing to match with.")
            : Text::tr("The category “%1” has no expression set, so there is nothing to match with.")
                  .arg(category));
}

Result<ExpressionFindings> findingsOf(const MatchExpressions::FaceFile& file, const QString& libraryFolder,
                                      const ExpressionClip& clip, const JobContext& context) {
    const auto features = expressionFeatures(resourceFolder());
    if (!features.ok()) {
        return features.error();
    }
    const auto mapping = expressionMapping(resourceFolder(), file.mapping, libraryFolder);
    if (!mapping.ok()) {
        return mapping.error();
    }
    interchange::ExpressionOptions reading;
    reading.format = file.format;
    reading.framesPerSecond = clip.framesPerSecond;
    auto findings = importExpressions(file.path, reading, *mapping, *features, file.options, clip, context);
    if (findings.ok() && findings->usable == 0) {
        return Error::invalid(Text::tr("No frame of %1 shows a face that can be used.").arg(file.path));
    }
    return findings;
}

struct Matching {
    QString category;
    domain::ExpressionSet set;
};

/// What the item's readers are matched with now.
Result<Matching> matchingOf(Connection& connection, domain::ContentId item) {
    auto category = categoryThatHolds(connection, item);
    if (!category.ok()) {
        return category.error();
    }
    auto set = setFor(connection, *category);
    if (!set.ok()) {
        return set.error();
    }
    return Matching{std::move(*category), std::move(*set)};
}

} // namespace

Result<MatchExpressions::FaceSession> MatchExpressions::examineFaceFile(const FaceFile& file,
                                                                        const JobContext& context) const {
    Connection& reading = library_.reader();
    const auto matching = matchingOf(reading, file.item);
    if (!matching.ok()) {
        return matching.error();
    }
    const auto clip = clipOf(reading, file.item);
    if (!clip.ok()) {
        return clip.error();
    }
    auto findings = findingsOf(file, library_.folder(), *clip, context);
    if (!findings.ok()) {
        return findings.error();
    }
    FaceSession examined;
    examined.findings = std::move(*findings);
    examined.category = matching->category;
    examined.matchResult = matchResult(examined.findings.present(), matching->set);
    return examined;
}

Result<MatchExpressions::FaceSession> MatchExpressions::storeFaceFile(const FaceFile& file,
                                                                      FaceSession examined,
                                                                      const JobContext& context,
                                                                      const ExpressionRules& rules) {
    if (file.reader.trimmed().isEmpty()) {
        return Error::invalid(Text::tr("Say whose face it is: a pseudonym of the reader."));
    }
    const Status stored = library_.writeAndWait([&](Connection& connection) -> Status {
        const auto matching = matchingOf(connection, file.item);
        if (!matching.ok()) {
            return matching.error();
        }
        const ReaderSession session =
            sessionOf(file, examined.findings, matching->category, matching->set, clock_.now());
        examined.category = matching->category;
        examined.matchResult = session.matchResult;
        const auto added = store(connection, session, trackOf(examined.findings, file.options.bin));
        if (!added.ok()) {
            return added.error();
        }
        examined.isAccepted = true;
        examined.isNew = *added;
        ExpressionFlags flags(connection, clock_.now(), rules);
        if (const auto weighed = flags.weigh(false, context); !weighed.ok()) {
            return weighed.error();
        }
        const auto judged = flags.judge(file.item);
        examined.isFlagged = judged.ok() && *judged;
        return judged.ok() ? Status() : Status(judged.error());
    });
    return stored.ok() ? Result(std::move(examined)) : Result<FaceSession>(stored.error());
}

Result<MatchExpressions::FaceSession> MatchExpressions::importFaceFile(const FaceFile& file,
                                                                       const JobContext& context,
                                                                       const ExpressionRules& rules) {
    if (file.reader.trimmed().isEmpty()) {
        return Error::invalid(Text::tr("Say whose face it is: a pseudonym of the reader."));
    }
    auto examined = examineFaceFile(file, context);
    const bool goesOn = examined.ok() && (file.acceptAnyway || examined->findings.alignment.verdict ==
                                                                   ExpressionAlignment::Verdict::Fits);
    return goesOn ? storeFaceFile(file, std::move(*examined), context, rules) : examined;
}

} // namespace moderato::usecases
