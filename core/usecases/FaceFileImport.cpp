#include "core/storage/Library.h"
#include "core/storage/MediaFileRepository.h"
#include "core/usecases/DefaultTaxonomy.h"
#include "core/usecases/ExpressionMapping.h"
#include "core/usecases/FaceSessions.h"
#include "core/usecases/MatchExpressions.h"
#include "core/usecases/MediaInfoJson.h"
#include "core/usecases/ResourceFolder.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace moderato::usecases {

using domain::ReaderSession;
using storage::Connection;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(FaceFileImport)
};

/// What the analysis knows of an item's video; nothing known where it is none or was not analysed.
Result<ExpressionClip> clipOf(Connection& connection, domain::ContentId item) {
    const auto file = storage::MediaFileRepository(connection).ofItem(item);
    if (!file.ok()) {
        return file.error();
    }
    ExpressionClip clip;
    if (!*file) {
        return clip;
    }
    constexpr double microseconds = 1e6;
    clip.duration = std::chrono::microseconds(qint64((*file)->durationSeconds * microseconds));
    const QJsonObject probe = QJsonDocument::fromJson((*file)->probe).object();
    clip.frames = qint64(probe[QStringLiteral("frame_count")].toDouble());
    for (const QJsonValue& stream : probe[QStringLiteral("streams")].toArray()) {
        const double rate = ratioIn(stream.toObject()[QStringLiteral("frame_rate")].toString());
        clip.framesPerSecond = clip.framesPerSecond > 0 ? clip.framesPerSecond : rate;
    }
    return clip;
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

Result<ExpressionFindings> findingsOf(const MatchExpressions::FaceFile& file, const ExpressionClip& clip,
                                      const JobContext& context) {
    const auto features = expressionFeatures(resourceFolder());
    if (!features.ok()) {
        return features.error();
    }
    const auto mapping = expressionMapping(resourceFolder(), file.mapping);
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

} // namespace

Result<MatchExpressions::FaceSession> MatchExpressions::importFaceFile(const FaceFile& file,
                                                                       const JobContext& context,
                                                                       const ExpressionRules& rules) {
    if (file.reader.trimmed().isEmpty()) {
        return Error::invalid(Text::tr("Say whose face it is: a pseudonym of the reader."));
    }
    Connection& reading = library_.reader();
    const auto category = categoryThatHolds(reading, file.item);
    if (!category.ok()) {
        return category.error();
    }
    const auto set = setToMatch(reading, *category);
    if (!set.ok()) {
        return set.error();
    }
    const auto clip = clipOf(reading, file.item);
    if (!clip.ok()) {
        return clip.error();
    }
    auto findings = findingsOf(file, *clip, context);
    if (!findings.ok()) {
        return findings.error();
    }
    FaceSession done;
    done.findings = std::move(*findings);
    const ReaderSession session = sessionOf(file, done.findings, *category, *set, clock_.now());
    done.matchResult = session.matchResult;
    done.isAccepted =
        file.acceptAnyway || done.findings.alignment.verdict == ExpressionAlignment::Verdict::Fits;
    if (!done.isAccepted) {
        return done;
    }
    const auto stored = storeFaceSession(library_, clock_,
                                         {.session = session,
                                          .track = trackOf(done.findings.features, file.options.bin),
                                          .leaveOutKnown = true},
                                         rules, context);
    if (!stored.ok()) {
        return stored.error();
    }
    done.isNew = stored->isNew;
    done.isFlagged = stored->isFlagged;
    return done;
}

} // namespace moderato::usecases
