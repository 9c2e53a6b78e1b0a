#pragma once

#include "core/base/Clock.h"
#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/domain/ReaderSession.h"
#include "core/usecases/ExpressionScores.h"
#include "core/usecases/FeatureTally.h"

#include <vector>

namespace moderato::storage {
class Connection;
class Library;
} // namespace moderato::storage

namespace moderato::usecases {

/// What a category should evoke; InvalidInput where it has no set or `category` is empty.
Result<domain::ExpressionSet> setToMatch(storage::Connection& connection, const QString& category);

/// How features go along an item's time, as it is stored.
std::vector<domain::ExpressionStretch> trackOf(const std::vector<FeatureFinding>& features,
                                               std::chrono::milliseconds bin);

/// One reader in front of one item, measured frame by frame.
struct FaceSessionDraft {
    domain::ReaderSession session = {};
    std::vector<domain::ExpressionStretch> track = {};
    bool leaveOutKnown = false; ///< Not stored where the reader has the same session already.
};
struct StoredFaceSession {
    bool isNew = false;
    bool isFlagged = false;
};
/// Stores a session and its curve, and judges the item by the document's rule; the sequential rule's findings
/// are brought up to date. All of it or nothing. Blocks.
Result<StoredFaceSession> storeFaceSession(storage::Library& library, const Clock& clock,
                                           const FaceSessionDraft& draft, const ExpressionRules& rules,
                                           const JobContext& context);

} // namespace moderato::usecases
