#pragma once

#include "core/base/Result.h"
#include "core/domain/Ids.h"
#include "core/domain/ModelVersion.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace moderato::storage {
class Library;
}

namespace moderato::usecases {

/// How far annotators agree (W2). Figures that are not defined are NaN, shown as "–".
struct AgreementReport {
    struct Pair {
        QString first, second;
        qint64 items = 0;   ///< That both answered.
        double same = 0;    ///< Share of items with the same answer.
        double overlap = 0; ///< Mean Jaccard similarity of their topics; categories: as `same`.
        double kappa = 0;   ///< Cohen's; topics: over item × topic, of the topics that either gave.
    };
    struct Gold {
        QString person;
        qint64 items = 0;   ///< Gold items that the person answered.
        double same = 0;    ///< Share with exactly the known topics.
        double overlap = 0; ///< Mean Jaccard similarity with them.
    };
    struct Dispute {
        domain::ContentId content;
        QString title;
        double overlap = 0;  ///< Mean Jaccard similarity of its annotators.
        QStringList answers; ///< "ann: cooking, soup"
    };
    qint64 items = 0;      ///< With two annotators and more.
    qint64 annotators = 0; ///< Of those items.
    std::vector<Pair> pairs;
    double alphaNominal = 0; ///< Krippendorff's, answers equal or not.
    double alphaJaccard = 0; ///< The same for sets.
    double alphaMasi = 0;
    std::vector<Gold> gold;        ///< Topics only.
    std::vector<Dispute> disputes; ///< The least alike first, at most twenty.
};

/// Reads what annotators said and puts it into figures. Any thread.
class Agreement {
public:
    explicit Agreement(storage::Library& library)
        : library_(library) {}

    /// Topics: the answers of the Annotate page and of `annotate`. Categories: what each person's last
    /// verdict on an item said.
    Result<AgreementReport> report(domain::ModelTask task) const;
    /// One person's agreement with the gold items; items 0: none answered.
    Result<AgreementReport::Gold> gold(const QString& person) const;

private:
    storage::Library& library_;
};

} // namespace moderato::usecases
