#pragma once

#include "core/ml/private/QualityLoss.h"
#include "core/ml/private/QualityState.h"
#include "core/ml/private/TrainingSet.h"
#include "core/ml/quality/QualityTrainer.h"

#include <optional>

namespace moderato::ml {

/// Trains one network: all tasks together, or one twin.
class QualityPartTraining {
public:
    /// What all parts share. The references must live as long.
    struct Common {
        const QualityTrainingOptions& options;
        const QualityData& data;
        const Split& split;
        int ngrams = 0;
        const JobContext& job;
    };

    /// `known`: the part of a model that training continues from, or null. `number`: of the part, from 0.
    QualityPartTraining(const Common& common, QualityShape shape, std::vector<int> tasks, LabelTensors labels,
                        const QualityPart* known, int number);

    /// `checkpoint`: a file, or empty; `fingerprint` says what it belongs to. `rounds`: after so many it
    /// ends, at steps as small as if it went on.
    Result<QualityPart> run(const QString& checkpoint, const QByteArray& fingerprint, qint64 allParts,
                            int rounds, const std::function<void(const Round&)>& onRound);
    const std::vector<Round>& rounds() const { return rounds_; }
    int bestRound() const { return bestRound_; } ///< Of this part, from 1.

private:
    /// The n-grams of a batch: of title, body and tags, and of the sentences' words.
    static constexpr std::size_t textKinds = fieldCount + 1;
    using TextBatches = std::array<SparseBatch, textKinds>;

    void begin(const QualityPart* known);
    QualityBatch batch(std::span<const int> rows, double hidden, Random* random, TextBatches& texts) const;
    double step(std::span<const int> rows, double rate, Random& random);
    Result<double> round(int number, qint64 allParts);
    double heldOutScore() const;
    void keepBest();
    Status save(const QString& file, const QByteArray& fingerprint, bool finished) const;
    /// False: there is nothing to go on from.
    bool resume(const QString& file, const QByteArray& fingerprint, bool& finished);

    const Common common_;
    const int number_;
    const std::vector<int> tasks_;
    const LabelTensors labels_;
    QualityLoss loss_;
    QualityNetwork network_;
    RowTable words_;
    std::optional<Adam> adam_;
    QualityPart best_;
    std::vector<Round> rounds_;
    int bestRound_ = 0;
};

} // namespace moderato::ml
