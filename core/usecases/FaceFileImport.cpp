#include "core/storage/Library.h"
#include "core/storage/MediaFileRepository.h"
#include "core/storage/ReaderRepository.h"
#include "core/usecases/DefaultTaxonomy.h"
#include "core/usecases/ExpressionMapping.h"
#include "core/usecases/MatchExpressions.h"
#include "core/usecases/MediaInfoJson.h"
#include "core/usecases/ResourceFolder.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

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
    const auto set = setFor(reading, *category);
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
    const Status stored = library_.writeAndWait([&](Connection& connection) -> Status {
        const auto added = store(connection, session, trackOf(done.findings, file.options.bin));
        if (!added.ok()) {
            return added.error();
        }
        done.isNew = *added;
        ExpressionFlags flags(connection, clock_.now(), rules);
        if (const auto weighed = flags.weigh(false, context); !weighed.ok()) {
            return weighed.error();
        }
        const auto judged = flags.judge(file.item);
        done.isFlagged = judged.ok() && *judged;
        return judged.ok() ? Status() : Status(judged.error());
    });
    return stored.ok() ? Result(std::move(done)) : Result<FaceSession>(stored.error());
}

} // namespace moderato::usecases
