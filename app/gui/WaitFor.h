#pragma once

#include <functional>

namespace moderato {

/// Lets the window work until the condition holds. → false: it did not within so many seconds
bool waitFor(const std::function<bool()>& condition, int seconds = 20);

} // namespace moderato
