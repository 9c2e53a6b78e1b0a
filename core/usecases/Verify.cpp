#include "core/usecases/Verify.h"

#include "core/storage/DecisionRepository.h"
#include "core/storage/Library.h"

namespace moderato::usecases {

Result<ChainReport> verify(storage::Library& library, const JobContext& context) {
    const auto found = storage::DecisionRepository(library.reader()).verify(context);
    if (!found.ok()) {
        return found.error();
    }
    return ChainReport{found->decisions, found->ok, found->firstBroken, found->what};
}

} // namespace moderato::usecases
