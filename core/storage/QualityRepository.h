#pragma once

#include "core/base/Result.h"
#include "core/domain/QualityLabel.h"

#include <QStringList>

#include <vector>

namespace moderato::storage {

class Connection;

/// Quality labels (S1.2, S1.3) and low-quality marks (S1.13): two types that share nothing.
class QualityRepository {
public:
    explicit QualityRepository(Connection& connection)
        : connection_(connection) {}

    /// Replaces the label of the same item, task and origin.
    Status save(const domain::QualityLabel& label);
    Result<std::vector<domain::QualityLabel>> labels(domain::ContentId content);
    Status remove(domain::ContentId content, const QString& task, domain::QualityLabel::Origin origin);
    Status removeAll(domain::QualityLabel::Origin origin);

    /// All labels that people gave or that were passed on.
    Result<std::vector<domain::QualityLabel>> labelsOfPeople();
    struct Published {
        domain::ContentId content;
        Timestamp at; ///< When it was published, else first consumed, else imported.
        QByteArray fingerprint;
    };
    Result<std::vector<Published>> published();

    Status mark(const domain::LowQualityMark& mark);
    /// Takes back the marks that a decision made (undo).
    Status unmark(domain::DecisionId decision);
    Result<std::vector<domain::LowQualityMark>> marks(domain::ContentId content);
    struct Judged {
        domain::ContentId content;
        QStringList marks; ///< By code; empty: a person decided and marked nothing.
    };
    /// All items that a person decided.
    Result<std::vector<Judged>> judged();

private:
    Connection& connection_;
};

} // namespace moderato::storage
