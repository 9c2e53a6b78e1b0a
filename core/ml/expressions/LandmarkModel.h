#pragma once

#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/ml/ModelFile.h"
#include "core/ml/TrainingReport.h"
#include "core/ml/expressions/AlignedFace.h"

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace moderato::ml {

/// Finds the points of a face in a grey patch of landmarkPatchSize² around it. Immutable, any thread.
class LandmarkModel {
public:
    struct State;
    struct Found {
        FaceLandmarks points; ///< In the patch's pixels.
        float presence = 0;   ///< 0 to 1: how surely there is a face at all.
    };

    explicit LandmarkModel(std::unique_ptr<const State> state);
    ~LandmarkModel();

    static Result<std::shared_ptr<const LandmarkModel>> load(const QString& folder);
    Status save(const QString& folder, const ManifestExtras& extras) const;
    const Manifest& manifest() const;

    /// InvalidInput for a patch of another size.
    Result<Found> find(std::span<const std::uint8_t> patch) const;

private:
    std::unique_ptr<const State> state_;
};

struct LandmarkExample {
    std::vector<std::uint8_t> patch;
    FaceLandmarks points;
    bool isFace = true;
};

struct LandmarkTrainingOptions {
    int rounds = 8;
    int batch = 64;
    double rate = 2e-3;
    double weightDecay = 0.01;
    std::uint64_t seed = 1;
};

/// `draw` makes an example by its number anew each round, so that no face is seen at the same place twice.
Result<std::shared_ptr<const LandmarkModel>>
trainLandmarks(std::size_t examples, const std::function<LandmarkExample(std::size_t)>& draw,
               const LandmarkTrainingOptions& options, const JobContext& job = {},
               const std::function<void(const Round&)>& onRound = {});

} // namespace moderato::ml
