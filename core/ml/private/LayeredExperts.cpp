#include "core/ml/private/Experts.h"
#include "core/ml/private/TaskNetwork.h"

#include <vector>

namespace moderato::ml {
namespace {

/// In every level a task mixes its own experts and the shared ones; what is shared mixes all of them, and the
/// last level is what the towers see. Each stream reads what it made in the level before.
class LayeredExperts final : public TaskNetwork {
public:
    explicit LayeredExperts(const TaskShape& shape)
        : tasks_(shape.tasks) {
        const std::int64_t shared = shape.sharedExperts(), own = shape.taskExperts;
        std::int64_t in = shape.in;
        for (std::int64_t number = 0; number < shape.levels; ++number) {
            const std::string prefix = "level" + std::to_string(number) + ".";
            const bool last = number + 1 == shape.levels;
            Level level{{prefix + "shared", shared, in, shape.expertHidden, shape.expertSize}, {}, {}};
            for (std::int64_t task = 0; task < tasks_; ++task) {
                const std::string name = prefix + "task" + std::to_string(task);
                level.own.push_back({name, own, in, shape.expertHidden, shape.expertSize});
                level.gates.push_back({name + ".gate", in, own + shared});
            }
            if (!last) {
                level.gates.push_back({prefix + "shared.gate", in, tasks_ * own + shared});
            }
            levels_.push_back(std::move(level));
            in = shape.expertSize;
        }
        for (std::int64_t task = 0; task < tasks_; ++task) {
            towers_.push_back({"tower" + std::to_string(task), shape.expertSize, shape.towerSize});
        }
    }

    void addParameters(Parameters& parameters, Random& random) const override {
        for (const Level& level : levels_) {
            level.shared.addParameters(parameters, random);
            for (const Experts& own : level.own) {
                own.addParameters(parameters, random);
            }
            for (const ExpertGate& gate : level.gates) {
                gate.addParameters(parameters, random);
            }
        }
        for (const Tower& tower : towers_) {
            tower.addParameters(parameters, random);
        }
    }

    at::Tensor logits(const Parameters& parameters, const at::Tensor& x,
                      const Hiding& hiding) const override {
        // One stream a task, and the shared one last.
        std::vector<at::Tensor> streams(std::size_t(tasks_) + 1, x);
        for (const Level& level : levels_) {
            std::vector<at::Tensor> experts;
            for (std::size_t task = 0; task < level.own.size(); ++task) {
                experts.push_back(level.own[task](parameters, streams[task], hiding));
            }
            experts.push_back(level.shared(parameters, streams.back(), hiding));
            std::vector<at::Tensor> next;
            for (std::size_t stream = 0; stream < level.gates.size(); ++stream) {
                const at::Tensor seen = stream < level.own.size()
                                            ? at::cat({experts[stream], experts.back()}, 1)
                                            : at::cat(experts, 1);
                next.push_back(
                    ExpertGate::mix(level.gates[stream].weights(parameters, streams[stream]), seen));
            }
            streams = std::move(next);
        }
        std::vector<at::Tensor> result;
        for (std::size_t task = 0; task < towers_.size(); ++task) {
            result.push_back(towers_[task](parameters, streams[task], hiding));
        }
        return at::cat(result, 1);
    }

private:
    struct Level {
        Experts shared;
        std::vector<Experts> own;      ///< By task.
        std::vector<ExpertGate> gates; ///< By stream.
    };

    std::int64_t tasks_;
    std::vector<Level> levels_;
    std::vector<Tower> towers_;
};

} // namespace

std::unique_ptr<TaskNetwork> makeLayeredExperts(const TaskShape& shape) {
    return std::make_unique<LayeredExperts>(shape);
}

} // namespace moderato::ml
