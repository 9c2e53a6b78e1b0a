#include "core/ml/private/Experts.h"
#include "core/ml/private/TaskNetwork.h"

#include <vector>

namespace moderato::ml {
namespace {

/// What S1.9 is compared with: every tower sees the same vector.
class SharedBottom final : public TaskNetwork {
public:
    explicit SharedBottom(const TaskShape& shape)
        : bottom_{"bottom", 1, shape.in, shape.experts * shape.expertHidden,
                  shape.experts * shape.expertSize} {
        for (std::int64_t task = 0; task < shape.tasks; ++task) {
            towers_.push_back({"tower" + std::to_string(task), bottom_.size, shape.towerSize});
        }
    }

    void addParameters(Parameters& parameters, Random& random) const override {
        bottom_.addParameters(parameters, random);
        for (const Tower& tower : towers_) {
            tower.addParameters(parameters, random);
        }
    }

    at::Tensor logits(const Parameters& parameters, const at::Tensor& x,
                      const Hiding& hiding) const override {
        const at::Tensor shared = bottom_(parameters, x, hiding).squeeze(1);
        std::vector<at::Tensor> result;
        for (const Tower& tower : towers_) {
            result.push_back(tower(parameters, shared, hiding));
        }
        return at::cat(result, 1);
    }

private:
    Experts bottom_;
    std::vector<Tower> towers_;
};

} // namespace

std::unique_ptr<TaskNetwork> makeSharedBottom(const TaskShape& shape) {
    return std::make_unique<SharedBottom>(shape);
}

} // namespace moderato::ml
