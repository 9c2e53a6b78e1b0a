#pragma once

#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/domain/Content.h"

#include <QString>

#include <optional>
#include <vector>

namespace moderato::storage {
class Library;
}

namespace moderato::usecases {

class ModelService;

/// What an annotator should look at next, and why: in the order of what is expected to be learned from it.
class NextItems {
public:
    /// Mixed: all of them, taken in turn, with gold items between.
    enum class Strategy { Uncertain, Diverse, Disagreement, Gain, Random, Mixed };

    NextItems(storage::Library& library, ModelService& models)
        : library_(library)
        , models_(models) {}

    enum class Reason { Uncertain, NewCluster, Disagreement, Gain, Random, Gold };
    struct Item {
        domain::ContentId content;
        QString title;
        domain::ContentKind kind = domain::ContentKind::Article;
        Reason reason = Reason::Random;
        double score = 0; ///< Of its strategy: entropy in bits, distance, 1 − overlap, gain; random: 0.
        QString why;      ///< A sentence with the number behind it.
    };

    struct Order {
        std::vector<Item> items;
        qint64 looked = 0; ///< Items that were compared.
        QString notice;    ///< What could not be taken into account, for people; empty: nothing.
    };
    /// Items without topics (disagreement: those too that others have answered), the most telling first, none
    /// that `person` has answered. Looks at 20,000 items at most and at the content vectors of 3,000; takes a
    /// second or two, so run it on a worker.
    Result<Order> order(Strategy strategy, int limit, const QString& person, const JobContext& context) const;

private:
    storage::Library& library_;
    ModelService& models_;
};

QString toCode(NextItems::Strategy strategy); ///< "uncertain", "diverse", "disagreement", "gain", …
std::optional<NextItems::Strategy> nextStrategyFromCode(QStringView code);
QString toCode(NextItems::Reason reason); ///< "uncertain", "new_cluster", "disagreement", "gain", …

} // namespace moderato::usecases
