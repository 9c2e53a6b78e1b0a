#include "core/ml/private/Experts.h"
#include "core/ml/private/TaskNetwork.h"

#include <vector>

namespace moderato::ml {
namespace {

/// y_k = h_k( Σ_i softmax(W_gk x)_i · f_i(x) ): all tasks share the experts; each has its gate, or all have
/// one (S1.9).
class GatedExperts final : public TaskNetwork {
public:
    explicit GatedExperts(const TaskShape& shape)
        : experts_{"experts", shape.experts, shape.in, shape.expertHidden, shape.expertSize} {
        for (std::int64_t task = 0; task < shape.tasks; ++task) {
            if (task == 0 || shape.sharing != TaskSharing::OneGate) {
                gates_.push_back({"gate" + std::to_string(task), shape.in, shape.experts});
            }
            towers_.push_back({"tower" + std::to_string(task), shape.expertSize, shape.towerSize});
        }
    }

    void addParameters(Parameters& parameters, Random& random) const override {
        experts_.addParameters(parameters, random);
        for (const ExpertGate& gate : gates_) {
            gate.addParameters(parameters, random);
        }
        for (const Tower& tower : towers_) {
            tower.addParameters(parameters, random);
        }
    }

    at::Tensor logits(const Parameters& parameters, const at::Tensor& x,
                      const Hiding& hiding) const override {
        const at::Tensor experts = experts_(parameters, x, hiding);
        std::vector<at::Tensor> mixed, result;
        for (const ExpertGate& gate : gates_) {
            mixed.push_back(ExpertGate::mix(gate.weights(parameters, x), experts));
        }
        for (std::size_t task = 0; task < towers_.size(); ++task) {
            result.push_back(towers_[task](parameters, mixed[std::min(task, mixed.size() - 1)], hiding));
        }
        return at::cat(result, 1);
    }

private:
    Experts experts_;
    std::vector<ExpertGate> gates_;
    std::vector<Tower> towers_;
};

} // namespace

std::unique_ptr<TaskNetwork> makeGatedExperts(const TaskShape& shape) {
    return std::make_unique<GatedExperts>(shape);
}

} // namespace moderato::ml
