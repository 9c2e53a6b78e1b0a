#pragma once

#include "core/base/Result.h"
#include "core/domain/Content.h"
#include "core/storage/DuplicateRepository.h"
#include "core/storage/MediaFileRepository.h"
#include "core/usecases/Resemblance.h"

#include <optional>
#include <vector>

namespace moderato::storage {
class Connection;
}

namespace moderato::usecases {

/// What an analysed item is compared by, from the database. A video by its frames, pictures by their hashes,
/// an article by its text or, where it has hardly any, by its pictures. Indexed reads.
Result<Traits> traitsOf(storage::Connection& connection, domain::ContentId content);
/// The frames and pictures of an item, whatever it is compared by: for lists of known hashes.
Result<Traits> mediaTraitsOf(storage::Connection& connection, domain::ContentId content);

/// What leads the groups of one medium (videos, pictures).
Result<std::vector<std::pair<domain::ContentId, Traits>>> leaderTraits(storage::Connection& connection,
                                                                       NearDuplicate::Medium medium);

storage::DuplicateRepository::Sketch toStored(const features::MinHash& sketch);
std::optional<features::MinHash> sketchFrom(const storage::DuplicateRepository::Sketch& stored);

NearDuplicate::Medium mediumFromCode(QStringView code);

} // namespace moderato::usecases
