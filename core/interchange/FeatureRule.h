#pragma once

#include "core/base/Result.h"

#include <QStringList>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace moderato::interchange {

/// When a feature of S4.1 is present, as a small expression over a program's signals:
///     AU25_r >= 1 and max(AU10_r, AU12_r, AU20_r) >= 1
/// It knows numbers, signals, + - *, max, min, mean, the comparisons >= > <= <, and, or, not and brackets. An
/// immutable value.
class FeatureRule {
public:
    /// An error's message says what is wrong with the text and where. Names outside `signalNames` are wrong.
    static Result<FeatureRule> parse(const QString& text, const QStringList& signalNames);

    const QString& text() const { return text_; }
    /// The signals that it looks at, each once.
    QStringList signalsUsed() const;

    /// `places` gives for each of `signalsUsed` where its value stands. A value that is NaN is none: max, min
    /// and mean leave it out, and what then cannot be said is nothing.
    std::optional<bool> holds(std::span<const float> values, std::span<const int> places) const;

    struct Node;

private:
    FeatureRule() = default;

    QString text_;
    QStringList used_;
    std::shared_ptr<const Node> root_;
};

} // namespace moderato::interchange
