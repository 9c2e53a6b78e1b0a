#include "core/storage/Library.h"
#include "core/usecases/DefaultTaxonomy.h"
#include "core/usecases/ExpressionMapping.h"
#include "core/usecases/FaceSessions.h"
#include "core/usecases/ItemClip.h"
#include "core/usecases/MatchExpressions.h"
#include "core/usecases/ResourceFolder.h"

#include <QCoreApplication>

namespace moderato::usecases {

using domain::ReaderSession;
using storage::Connection;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(FaceFileImport)
};

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
    auto set = setToMatch(connection, *category);
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
    const auto matching = matchingOf(library_.reader(), file.item);
    if (!matching.ok()) {
        return matching.error();
    }
    const ReaderSession session =
        sessionOf(file, examined.findings, matching->category, matching->set, clock_.now());
    const auto stored = storeFaceSession(library_, clock_,
                                         {.session = session,
                                          .track = trackOf(examined.findings.features, file.options.bin),
                                          .leaveOutKnown = true},
                                         rules, context);
    if (!stored.ok()) {
        return stored.error();
    }
    examined.category = matching->category;
    examined.matchResult = session.matchResult;
    examined.isAccepted = true;
    examined.isNew = stored->isNew;
    examined.isFlagged = stored->isFlagged;
    return examined;
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
