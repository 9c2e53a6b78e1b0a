#pragma once

#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/domain/Ids.h"
#include "core/usecases/QualityFacts.h"
#include "core/usecases/TagFeatures.h"

#include <QCryptographicHash>
#include <QSaveFile>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace moderato::usecases {

/// One example of a frozen data set: the text a model reads and what is right.
struct TrainingLine {
    domain::ContentId content; ///< Not valid for lines that came from a file.
    QString title;
    QString body;
    QString category;
    QStringList topics;
    bool heldOut = false;                  ///< Only scored, never learned.
    std::vector<FeatureSource> media = {}; ///< In a frozen set their SHA-256 alone, where a model reads them.
    std::optional<QualityFacts> quality = {}; ///< Of what a quality model learns from.

    bool operator==(const TrainingLine&) const = default;
};

/// A data set as it was used, for good: JSONL named by its SHA-256. One thread.
struct FrozenDataSet {
    QString path;
    QByteArray sha256;
    qint64 examples = 0; ///< To learn from.
    qint64 heldOut = 0;
};

class TrainingFileWriter {
public:
    /// `folder` is made where it does not exist.
    static Result<std::unique_ptr<TrainingFileWriter>> open(const QString& folder);

    Status add(const TrainingLine& line);
    /// Gives the file its name; the same lines again give the same file.
    Result<FrozenDataSet> finish();

private:
    explicit TrainingFileWriter(const QString& folder);

    QString folder_;
    QSaveFile file_;
    QCryptographicHash hash_{QCryptographicHash::Sha256};
    FrozenDataSet set_;
};

Result<std::vector<TrainingLine>> readTrainingFile(const QString& path, const JobContext& context);

/// Whether an item is held out: decided by what it is and nothing else, so that it stays on its side in every
/// data set.
bool isHeldOut(QByteArrayView fingerprint, double share);

} // namespace moderato::usecases
