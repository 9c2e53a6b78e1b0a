#pragma once

#include "core/base/Result.h"
#include "core/domain/Topic.h"
#include "core/usecases/TopicIndex.h"

#include <memory>
#include <mutex>
#include <vector>

namespace moderato::storage {
class Library;
}

namespace moderato::usecases {

/// Finds topics as one types after "#" (S0.10), in a copy of the topic set that is kept in memory and read
/// anew when topics are made or changed (at the latest after some seconds, for the counts). Any thread.
class TopicChooser {
public:
    explicit TopicChooser(storage::Library& library);
    ~TopicChooser();

    /// The best first, as TopicIndex::find orders them.
    Result<std::vector<TopicIndex::Found>> find(const QString& typed, int limit, const QString& person) const;
    /// The same without a person.
    Result<std::vector<domain::Topic>> complete(const QString& typed, int limit) const;
    /// Reads the topic set, so that the first key does not wait for it.
    Status warm() const;

private:
    struct Copy;
    Result<std::shared_ptr<const TopicIndex>> index() const;

    storage::Library& library_;
    mutable std::mutex mutex_;
    mutable std::unique_ptr<Copy> copy_;
};

} // namespace moderato::usecases
