#pragma once

#include "core/base/Clock.h"
#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/domain/Content.h"
#include "core/domain/QualityLabel.h"
#include "core/domain/QualityVerdict.h"

#include <array>
#include <map>
#include <optional>
#include <vector>

namespace moderato::storage {
class Connection;
class Library;
} // namespace moderato::storage

namespace moderato::usecases {

/// How consumption becomes labels (S1.2), and an item's tasks a verdict (S1.11).
struct QualityRules {
    enum class Reference { Mean, Median };

    qint64 minimumImpressions = 100; ///< Items with fewer get no label.
    Reference reference = Reference::Mean;
    /// Degrees at which one level ends and the next begins, rising; empty: above and below the reference are
    /// all.
    std::vector<double> levels = {};
    /// An item's verdict is positive when more than this share of its tasks are; 0 up to below 1.
    double verdictShare = domain::defaultVerdictShare;

    bool operator==(const QualityRules&) const = default;
};

/// How the labels of one task lie.
struct QualityTaskSummary {
    static constexpr int bins = 10;

    qint64 positive = 0, negative = 0;
    std::vector<qint64> levels = {}; ///< Labels by level, the lowest first; empty where the rules name none.
    std::vector<double> boundaries = {}; ///< Where one level ends and the next begins; one fewer.
    /// Labels by degree, in equal steps from `from` to `to`; the few beyond stand at the ends.
    std::array<qint64, bins> degrees{};
    double from = 0, to = 100; ///< Where nearly all degrees lie, in round numbers.
    /// Lowest and highest reference of the windows, 0…100; equal where there is one window.
    double lowestReference = 0, highestReference = 0;
};

/// The tasks that labels are made for: "clicks", "dwell", "likes", "dislikes", "comments", "shares".
constexpr std::size_t qualityTaskCount = 6;
QString qualityTask(std::size_t task);

/// The figure of a task before it is a degree: a share of the impressions (of the views where there are
/// none), for "dwell" milliseconds a click (a view). Nothing where it is not known or the item was shown too
/// rarely.
std::optional<double> rawFigure(const domain::ConsumptionFigures& figures, std::size_t task,
                                const QualityRules& rules);
/// 0…100, grows with quality: 100 times the share; for dislikes 100 less that; for dwell time t it is
/// 100·t/(t + 30 s), so that an hour is better than a minute and never out of range.
double degreeOf(double raw, std::size_t task);

/// The interval that a degree lies in: 0 below the first boundary, up to as many as there are (S1.2).
std::size_t levelOf(double degree, const std::vector<double>& boundaries);
/// Rising and between 0 and 100.
bool areLevels(const std::vector<double>& boundaries);

/// The library's rules.
Result<QualityRules> qualityRules(storage::Connection& reader);

/// What people did with an item.
struct ConsumedItem {
    domain::ContentId content;
    domain::ConsumptionFigures figures;
};
/// The labels of these items among themselves: of an item with several windows the last one counts, and the
/// reference of a window is that of these items alone, so that training and verification each have their own
/// (S1.2).
std::vector<domain::QualityLabel> labelsAmong(const std::vector<ConsumedItem>& items,
                                              const QualityRules& rules, Timestamp now);

/// Labels content by how people consumed it, against the other items of the same window: above the reference
/// positive, below it negative, at it nothing. The reference is the degree of the mean (or median) of the raw
/// figures.
class QualityLabels {
public:
    QualityLabels(storage::Library& library, const Clock& clock)
        : library_(library)
        , clock_(clock) {}

    /// The library's own rules, which an import uses too.
    Result<QualityRules> rules() const;
    Status setRules(const QualityRules& rules);

    /// Brings all labels of this origin up to date, by these rules or else by the library's; writes only
    /// those that change. Blocks. → labels that changed
    Result<qint64> recompute(const JobContext& context, const std::optional<QualityRules>& rules = {});

    /// The labels that consumption made, by task; tasks without any are left out.
    Result<std::map<QString, QualityTaskSummary>> summary() const;

private:
    storage::Library& library_;
    const Clock& clock_;
};

} // namespace moderato::usecases
