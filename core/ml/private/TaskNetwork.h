#pragma once

#include "core/ml/private/Layers.h"
#include "core/ml/quality/QualityOptions.h"

#include <memory>

namespace moderato::ml {

/// Sizes of the networks that several tasks share (S1.9).
struct TaskShape {
    TaskSharing sharing = TaskSharing::MultiGate;
    std::int64_t in = 0, tasks = 1;
    std::int64_t experts = 8, expertHidden = 0, expertSize = 32, towerSize = 32;
    std::int64_t taskExperts = 1, levels = 1; ///< Of layered experts.

    /// Layered: those that all tasks share.
    std::int64_t sharedExperts() const { return std::max<std::int64_t>(1, experts - tasks * taskExperts); }
};

/// From what the feature sub-networks say of an item to its tasks. A value: the weights are `Parameters`.
class TaskNetwork {
public:
    virtual ~TaskNetwork() = default;

    virtual void addParameters(Parameters& parameters, Random& random) const = 0;
    /// x [items, in] → [items, tasks], the log odds of the positive labels
    virtual at::Tensor logits(const Parameters& parameters, const at::Tensor& x,
                              const Hiding& hiding) const = 0;
};

/// One bottom under all towers, as wide as all experts together.
std::unique_ptr<TaskNetwork> makeSharedBottom(const TaskShape& shape);
/// Multi-gate mixture of experts: a gate a task; or one gate for all of them.
std::unique_ptr<TaskNetwork> makeGatedExperts(const TaskShape& shape);
/// Progressive layered extraction (Tang et al. 2020): some experts are a task's own.
std::unique_ptr<TaskNetwork> makeLayeredExperts(const TaskShape& shape);

/// By `shape.sharing`. Twins: a mixture with the one task that it is made for.
std::unique_ptr<TaskNetwork> makeTaskNetwork(const TaskShape& shape);

} // namespace moderato::ml
