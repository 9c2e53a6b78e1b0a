#pragma once

#include "core/domain/ReaderSession.h"
#include "core/usecases/ExpressionEvidence.h"

#include <QStringList>

#include <vector>

namespace moderato::usecases {

/// When readers' results say that an item is not what its category says.
struct ExpressionRules {
    int threshold = 0;       ///< A result below it speaks against the category.
    double shareBelow = 0.5; ///< The share of such results that flags the item (the document's rule).
    int countBelow = 0;      ///< Or their number; 0: only the share counts.
    int minimumReaders = 5;
    EvidenceOptions evidence = {}; ///< The sequential rule.
};

/// S4.4: +1 for each distinct feature of the positive set, −1 for each of the negative one.
int matchResult(const QStringList& features, const domain::ExpressionSet& set);

/// S4.5. The interval is that of Student's t; with one reader it is the whole line, given as the mean.
domain::ExpressionAggregate aggregate(const std::vector<domain::ReaderSession>& sessions,
                                      const domain::ExpressionSet& set, int threshold = 0);
/// The document's rule (S4.5): with enough readers an item that they do not speak against counts as confirmed
/// by them.
domain::ExpressionFinding findingOf(const domain::ExpressionAggregate& aggregate,
                                    const ExpressionRules& rules = {});

} // namespace moderato::usecases
