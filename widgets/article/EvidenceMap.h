#pragma once

#include <QString>

#include <vector>

namespace moderato::widgets {

/// Where each character of a plain text stands in a shown document whose text has other spaces, picture marks
/// and additions in it: walks both, skipping what only one has. −1: not shown.
std::vector<int> mapOffsets(const QString& plain, const QString& shown, int shownFrom = 0);

} // namespace moderato::widgets
