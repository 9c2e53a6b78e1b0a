#include "core/usecases/AgreementFigures.h"

#include <QHash>

#include <limits>

namespace moderato::usecases {

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

qsizetype shared(const LabelSet& a, const LabelSet& b) {
    qsizetype n = 0;
    for (const QString& label : a) {
        n += b.contains(label) ? 1 : 0;
    }
    return n;
}

} // namespace

double nominalDistance(const LabelSet& a, const LabelSet& b) {
    return a == b ? 0 : 1;
}

double jaccardDistance(const LabelSet& a, const LabelSet& b) {
    const qsizetype both = shared(a, b);
    const qsizetype either = a.size() + b.size() - both;
    return either == 0 ? 0 : 1 - double(both) / double(either);
}

double masiDistance(const LabelSet& a, const LabelSet& b) {
    if (a == b) {
        return 0;
    }
    const qsizetype both = shared(a, b);
    if (both == 0) {
        return 1;
    }
    const double monotonicity = both == a.size() || both == b.size() ? 2.0 / 3 : 1.0 / 3;
    return 1 - (1 - jaccardDistance(a, b)) * monotonicity;
}

double cohenKappa(std::span<const std::pair<QString, QString>> labels) {
    if (labels.empty()) {
        return undefined;
    }
    const double n = double(labels.size());
    double agreed = 0;
    QHash<QString, std::pair<double, double>> counts;
    for (const auto& [a, b] : labels) {
        agreed += a == b ? 1 : 0;
        counts[a].first += 1;
        counts[b].second += 1;
    }
    double chance = 0;
    for (const auto& [first, second] : std::as_const(counts)) {
        chance += (first / n) * (second / n);
    }
    return chance >= 1 ? undefined : (agreed / n - chance) / (1 - chance);
}

double krippendorffAlpha(std::span<const std::vector<LabelSet>> units, const LabelDistance& distance) {
    // Equal sets are counted together: few distinct ones occur, however many items there are.
    std::vector<LabelSet> distinct;
    std::vector<double> totals;
    const auto placeOf = [&](const LabelSet& labels) {
        for (std::size_t i = 0; i < distinct.size(); ++i) {
            if (distinct[i] == labels) {
                return i;
            }
        }
        distinct.push_back(labels);
        totals.push_back(0);
        return distinct.size() - 1;
    };
    double pairable = 0;
    double observed = 0;
    for (const std::vector<LabelSet>& unit : units) {
        if (unit.size() < 2) {
            continue;
        }
        pairable += double(unit.size());
        double differing = 0;
        for (std::size_t i = 0; i < unit.size(); ++i) {
            const std::size_t place = placeOf(unit[i]);
            totals[place] += 1;
            for (std::size_t j = i + 1; j < unit.size(); ++j) {
                differing += 2 * distance(unit[i], unit[j]);
            }
        }
        observed += differing / double(unit.size() - 1);
    }
    double expected = 0;
    for (std::size_t i = 0; i < distinct.size(); ++i) {
        for (std::size_t j = i + 1; j < distinct.size(); ++j) {
            expected += 2 * totals[i] * totals[j] * distance(distinct[i], distinct[j]);
        }
    }
    if (pairable < 2 || expected == 0) {
        return undefined;
    }
    return 1 - (observed / pairable) / (expected / (pairable * (pairable - 1)));
}

} // namespace moderato::usecases
