#pragma once

#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/ml/tags/TagTrainer.h"
#include "core/usecases/Ingest.h"
#include "core/usecases/TagFeatures.h"
#include "core/usecases/TrainingFile.h"
#include "core/usecases/TrainingJob.h"

namespace moderato::storage {
class Library;
}

namespace moderato::usecases {

/// As freezeDecisions, of items that have media: videos, and articles with their pictures. Reads the media of
/// each into the cache; a file that cannot be read is a problem, and its item is learned from what is left.
/// With `fromTitles` the items that nobody decided follow, with the topics that their titles name (S2.8);
/// none of these is held out. Blocks.
Result<FrozenDataSet> freezeTagDecisions(storage::Library& library, const TagFeatures& features,
                                         double heldOutShare, bool fromTitles,
                                         std::vector<IngestProblem>& problems, const JobContext& context);
/// As freezeFile.
Result<FrozenDataSet> freezeTagFile(storage::Library& library, const TagFeatures& features,
                                    const QString& path, bool fromTitles,
                                    std::vector<IngestProblem>& problems, const JobContext& context);

/// The media of a line, read into the cache; those that cannot be read are taken out of the line.
Status readMediaOf(TrainingLine& line, const TagFeatures& features, TagFeatures::For purpose,
                   std::vector<IngestProblem>& problems, const JobContext& context);

/// What the model reads of a line; media that are not in the cache are missing.
ml::TagItem tagItemOf(const TrainingLine& line, const TagFeatures& features, TagFeatures::For purpose);
ml::TagExample tagExampleOf(const TrainingLine& line, const TagFeatures& features, TagFeatures::For purpose);

/// Trains a tag model on the lines and saves it; runs where no library is open. Blocks.
Result<TrainingResult> trainTagModel(const TrainingJob& job, const std::vector<TrainingLine>& lines,
                                     const JobContext& context, const TrainRun::OnRound& onRound);

} // namespace moderato::usecases
