#include "core/usecases/TopicChooser.h"

#include "core/storage/Library.h"
#include "core/storage/TopicRepository.h"

namespace moderato::usecases {

Result<std::vector<domain::Topic>> TopicChooser::complete(const QString& typed, int limit) const {
    return storage::TopicRepository(library_.reader()).complete(typed, limit);
}

} // namespace moderato::usecases
