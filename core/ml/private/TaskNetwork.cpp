#include "core/ml/private/TaskNetwork.h"

namespace moderato::ml {

std::unique_ptr<TaskNetwork> makeTaskNetwork(const TaskShape& shape) {
    switch (shape.sharing) {
    case TaskSharing::SharedBottom:
        return makeSharedBottom(shape);
    case TaskSharing::Layered:
        return makeLayeredExperts(shape);
    case TaskSharing::OneGate:
    case TaskSharing::MultiGate:
    case TaskSharing::Twins:
        break;
    }
    return makeGatedExperts(shape);
}

} // namespace moderato::ml
