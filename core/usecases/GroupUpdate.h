#pragma once

#include "core/base/Clock.h"
#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/storage/DuplicateRepository.h"
#include "core/usecases/KnownHashes.h"
#include "core/usecases/Resemblance.h"

#include <map>
#include <optional>
#include <vector>

namespace moderato::storage {
class Library;
}

namespace moderato::usecases {

/// One pass over the items that were analysed but are in no group yet: each joins the group whose first
/// member it is most like, or begins one of its own. So every member is like the first, and no chain of small
/// differences ties different things together. Also matches them with the lists of known hashes.
class GroupUpdate {
public:
    GroupUpdate(storage::Library& library, const Clock& clock)
        : library_(library)
        , clock_(clock) {}

    Status run(const JobContext& context);

private:
    struct Item {
        domain::ContentId id;
        Traits traits;
        Traits media;
    };
    Result<std::vector<Item>> read(const std::vector<domain::ContentId>& ids);
    Result<LeaderIndex*> index(NearDuplicate::Medium medium);
    Result<storage::DuplicateRepository::Member> compareMedia(const Item& item);
    Result<storage::DuplicateRepository::Member> compareText(storage::Connection& connection,
                                                             const Item& item);
    Status place(storage::Connection& connection, storage::DuplicateRepository::Member member);
    Status readLists();
    Status matchKnown(const std::vector<Item>& items);
    Status compareBatch(const std::vector<Item>& items);

    storage::Library& library_;
    const Clock& clock_;
    std::map<NearDuplicate::Medium, LeaderIndex> indexes_; ///< Read when the first item needs one.
    std::optional<std::vector<std::pair<qint64, KnownHashList>>> lists_;
};

} // namespace moderato::usecases
