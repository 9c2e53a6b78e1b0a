#pragma once

#include <QSet>
#include <QString>

#include <functional>
#include <span>
#include <utility>
#include <vector>

namespace moderato::usecases {

/// What one annotator said: a set of labels. A single label is a set of one.
using LabelSet = QSet<QString>;

/// 0: the same, 1: nothing in common.
using LabelDistance = std::function<double(const LabelSet&, const LabelSet&)>;

/// 0 where the sets are equal, else 1.
double nominalDistance(const LabelSet& a, const LabelSet& b);
/// 1 − |A ∩ B| / |A ∪ B|; two empty sets are the same.
double jaccardDistance(const LabelSet& a, const LabelSet& b);
/// MASI (Passonneau 2006): 1 − Jaccard · m, where m is 1 for equal sets, 2/3 where one holds the other, 1/3
/// where they overlap, and 0 else.
double masiDistance(const LabelSet& a, const LabelSet& b);

/// Cohen's kappa of two annotators over the items that both labelled (Cohen 1960): (p_o − p_e) / (1 − p_e).
/// NaN without items, and where chance alone would agree on everything.
double cohenKappa(std::span<const std::pair<QString, QString>> labels);

/// Krippendorff's alpha over units with any number of annotators each (Krippendorff 2011): 1 − D_o / D_e.
/// Units with fewer than two do not count. NaN where there is nothing to compare, or where no labels differ.
double krippendorffAlpha(std::span<const std::vector<LabelSet>> units, const LabelDistance& distance);

} // namespace moderato::usecases
