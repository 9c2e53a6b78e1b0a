#pragma once

#include "core/base/Result.h"
#include "core/domain/Topic.h"

#include <vector>

namespace moderato::storage {
class Library;
}

namespace moderato::usecases {

/// Finds topics as one types after "#" (S0.10): prefixes before substrings, much used and recent ones first.
class TopicChooser {
public:
    explicit TopicChooser(storage::Library& library)
        : library_(library) {}

    /// Nothing typed: recent and much used ones. Indexed read; any thread.
    Result<std::vector<domain::Topic>> complete(const QString& typed, int limit) const;

private:
    storage::Library& library_;
};

} // namespace moderato::usecases
