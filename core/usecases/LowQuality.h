#pragma once

#include "core/domain/QualityLabel.h"

#include <optional>

namespace moderato::usecases {

/// The tier of a reason that is a mark of low quality (S1.13); nothing: it is none ("other").
std::optional<domain::LowQualityMark::Tier> lowQualityTier(const QString& reason);

} // namespace moderato::usecases
