#pragma once

#include "core/base/Clock.h"
#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/domain/Ids.h"
#include "core/usecases/ExpressionScores.h"
#include "core/usecases/FaceWatch.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace moderato::storage {
class Library;
}

namespace moderato::usecases {

/// One item as reader mode shows it, and what is measured in front of it.
struct ReaderTask {
    domain::ContentId content;
    QString title;
    QString category;
    QStringList features; ///< Those of the category's sets, as the library has them now (S4.3).
    QString problem;      ///< Why nothing is measured; empty: something is.
};

/// The rules of reader mode (S4.3, S4.9): off until a person turns it on; only for a reader with a pseudonym;
/// never for people at work (EU AI Act, Article 5(1)(f)). Blocks for indexed reads; any thread.
class ReaderMode {
public:
    ReaderMode(storage::Library& library, const Clock& clock)
        : library_(library)
        , clock_(clock) {}

    /// A setting of the library, off to begin with.
    Result<bool> isOn() const;
    Status setOn(bool on);

    struct Start {
        QString reader;        ///< A pseudonym.
        QStringList signedIn;  ///< Reviewers, annotators, analysts and leads, in any window (AtWork).
        QStringList namesHere; ///< Names that belong to this account: of the settings, of the log-in.
    };
    /// Whether the camera may look at this reader now; the sentence says why not and what to do. Unsupported:
    /// turned off; Conflict: somebody is signed in; InvalidInput: no pseudonym, or the name of somebody who
    /// works here.
    Status mayStart(const Start& start) const;
    /// Conflict: these are signed in.
    static Error signedIn(const QStringList& people);

    Result<ReaderTask> task(domain::ContentId item) const;
    /// What this reader has not seen and whose category has a set, the newest first.
    Result<std::vector<domain::ContentId>> itemsFor(const QString& reader, int most) const;

    struct Session {
        domain::ContentId item;
        QString reader;
        QString category; ///< Of the task: it may have changed meanwhile.
        QString source;   ///< "camera", "clip".
        Timestamp startedAt;
        FaceMeasurement measured;
        std::chrono::milliseconds bin = FaceWatch::Options().bin;
    };
    struct Stored {
        QStringList features; ///< That were present.
        int matchResult = 0;
        double withoutFace = 0; ///< Share of the frames.
        bool isFlagged = false;
    };
    /// One session a reader and item, by the path that imports take: match result, curve, flags. Unsupported:
    /// the face was seen too little, nothing was stored.
    Result<Stored> store(const Session& session, const JobContext& context,
                         const ExpressionRules& rules = {});

    /// Frames with a face that it takes at least.
    static constexpr int fewestFrames = 5;

private:
    storage::Library& library_;
    const Clock& clock_;
};

} // namespace moderato::usecases
