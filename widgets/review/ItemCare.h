#pragma once

#include "core/usecases/ItemReader.h"
#include "widgets/common/CareSettings.h"

namespace moderato::widgets {

/// What care goes by in an item.
CareTraits traitsOf(const usecases::ItemView& item);
/// As the person who works here wants it. Any thread.
CareEffect careOf(const usecases::ItemView& item);

} // namespace moderato::widgets
