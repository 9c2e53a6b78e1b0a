#include "core/usecases/FaceSessions.h"

#include "core/storage/Library.h"
#include "core/storage/ReaderRepository.h"
#include "core/usecases/ExpressionFlags.h"

#include <QCoreApplication>

#include <algorithm>

namespace moderato::usecases {

using domain::ReaderSession;
using storage::Connection;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(FaceSessions)
};

Result<bool> isKnown(Connection& connection, const ReaderSession& session) {
    const auto known = storage::ReaderRepository(connection).sessions(session.content, session.reader);
    if (!known.ok()) {
        return known.error();
    }
    return std::any_of(known->begin(), known->end(), [&](const ReaderSession& other) {
        return other.source == session.source && other.category == session.category &&
               other.features == session.features && other.faceShare == session.faceShare;
    });
}

/// → whether it is new
Result<bool> add(Connection& connection, const FaceSessionDraft& draft) {
    if (draft.leaveOutKnown) {
        const auto known = isKnown(connection, draft.session);
        if (!known.ok() || *known) {
            return known.ok() ? Result(false) : known;
        }
    }
    storage::ReaderRepository readers(connection);
    const auto id = readers.add(draft.session);
    if (!id.ok()) {
        return id.error();
    }
    const Status added = readers.addTrack(*id, draft.track);
    return added.ok() ? Result(true) : Result<bool>(added.error());
}

} // namespace

Result<domain::ExpressionSet> setToMatch(Connection& connection, const QString& category) {
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

std::vector<domain::ExpressionStretch> trackOf(const std::vector<FeatureFinding>& features,
                                               std::chrono::milliseconds bin) {
    std::vector<domain::ExpressionStretch> track;
    for (const FeatureFinding& finding : features) {
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

Result<StoredFaceSession> storeFaceSession(storage::Library& library, const Clock& clock,
                                           const FaceSessionDraft& draft, const ExpressionRules& rules,
                                           const JobContext& context) {
    return library.writeAndWait([&](Connection& connection) -> Result<StoredFaceSession> {
        const auto added = add(connection, draft);
        if (!added.ok()) {
            return added.error();
        }
        ExpressionFlags flags(connection, clock.now(), rules);
        if (const auto weighed = flags.weigh(false, context); !weighed.ok()) {
            return weighed.error();
        }
        const auto judged = flags.judge(draft.session.content);
        return judged.ok() ? Result(StoredFaceSession{*added, *judged})
                           : Result<StoredFaceSession>(judged.error());
    });
}

} // namespace moderato::usecases
