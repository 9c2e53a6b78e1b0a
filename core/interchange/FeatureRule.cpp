#include "core/interchange/FeatureRule.h"

#include "core/interchange/private/RuleParser.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace moderato::interchange {

namespace {

using Node = FeatureRule::Node;

struct Values {
    std::span<const float> values;
    std::span<const int> places;
};

double numberOf(const Node& node, const Values& values);

/// Over the parts that have a value; NaN where none has.
double combined(const Node& node, const Values& values) {
    double result = std::numeric_limits<double>::quiet_NaN();
    int count = 0;
    for (const Node& part : node.parts) {
        const double value = numberOf(part, values);
        if (std::isnan(value)) {
            continue;
        }
        if (count++ == 0) {
            result = value;
        } else if (node.kind == Node::Kind::Max) {
            result = std::max(result, value);
        } else if (node.kind == Node::Kind::Min) {
            result = std::min(result, value);
        } else {
            result += value;
        }
    }
    return node.kind == Node::Kind::Mean && count > 0 ? result / count : result;
}

double numberOf(const Node& node, const Values& values) {
    switch (node.kind) {
    case Node::Kind::Number:
        return node.number;
    case Node::Kind::Signal:
        return double(values.values[std::size_t(values.places[std::size_t(node.signal)])]);
    case Node::Kind::Add:
        return numberOf(node.parts[0], values) + numberOf(node.parts[1], values);
    case Node::Kind::Subtract:
        return numberOf(node.parts[0], values) - numberOf(node.parts[1], values);
    case Node::Kind::Multiply:
        return numberOf(node.parts[0], values) * numberOf(node.parts[1], values);
    default:
        return combined(node, values);
    }
}

bool compare(Node::Kind kind, double left, double right) {
    switch (kind) {
    case Node::Kind::AtLeast:
        return left >= right;
    case Node::Kind::Above:
        return left > right;
    case Node::Kind::AtMost:
        return left <= right;
    default:
        return left < right;
    }
}

std::optional<bool> conditionOf(const Node& node, const Values& values) {
    if (node.kind == Node::Kind::Not) {
        const auto part = conditionOf(node.parts[0], values);
        return part ? std::optional(!*part) : std::nullopt;
    }
    if (node.kind == Node::Kind::And || node.kind == Node::Kind::Or) {
        const bool decides = node.kind == Node::Kind::Or;
        const auto left = conditionOf(node.parts[0], values);
        const auto right = conditionOf(node.parts[1], values);
        if (left == decides || right == decides) {
            return decides;
        }
        return left && right ? std::optional(!decides) : std::nullopt;
    }
    const double left = numberOf(node.parts[0], values);
    const double right = numberOf(node.parts[1], values);
    return std::isnan(left) || std::isnan(right) ? std::nullopt
                                                 : std::optional(compare(node.kind, left, right));
}

} // namespace

Result<FeatureRule> FeatureRule::parse(const QString& text, const QStringList& signalNames) {
    RuleParser parser(text, signalNames);
    Result<Node> root = parser.parse();
    if (!root) {
        return root.error();
    }
    FeatureRule rule;
    rule.text_ = text.simplified();
    rule.used_ = parser.used();
    rule.root_ = std::make_shared<const Node>(*std::move(root));
    return rule;
}

QStringList FeatureRule::signalsUsed() const {
    return used_;
}

std::optional<bool> FeatureRule::holds(std::span<const float> values, std::span<const int> places) const {
    return conditionOf(*root_, {values, places});
}

} // namespace moderato::interchange
