#include "core/usecases/ExpressionScores.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>

namespace moderato::usecases {

namespace {

/// The 97.5 % point of Student's t.
double studentT(int degrees) {
    constexpr std::array table{12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
                               2.201,  2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
                               2.080,  2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042};
    if (degrees <= int(table.size())) {
        return table[std::size_t(degrees - 1)];
    }
    constexpr double normal = 1.960, slope = 2.4; // Within 0.002 of the true value above 30.
    return normal + slope / degrees;
}

void addFeatureShares(domain::ExpressionAggregate& result, const std::vector<domain::ReaderSession>& sessions,
                      const domain::ExpressionSet& set) {
    QHash<QString, int> counts;
    for (const domain::ReaderSession& session : sessions) {
        for (const QString& feature : QSet<QString>(session.features.begin(), session.features.end())) {
            ++counts[feature];
        }
    }
    for (const QString& feature : set.positive) {
        result.features.push_back({feature, counts.value(feature), true});
    }
    for (const QString& feature : set.negative) {
        result.features.push_back({feature, counts.value(feature), false});
    }
}

} // namespace

int matchResult(const QStringList& features, const domain::ExpressionSet& set) {
    int result = 0;
    for (const QString& feature : QSet<QString>(features.begin(), features.end())) {
        result += int(set.positive.contains(feature)) - int(set.negative.contains(feature));
    }
    return result;
}

domain::ExpressionAggregate aggregate(const std::vector<domain::ReaderSession>& sessions,
                                      const domain::ExpressionSet& set, int threshold) {
    domain::ExpressionAggregate result;
    result.readers = int(sessions.size());
    if (sessions.empty()) {
        return result;
    }
    double sum = 0;
    for (const domain::ReaderSession& session : sessions) {
        sum += session.matchResult;
        ++result.results[session.matchResult];
        result.below += int(session.matchResult < threshold);
    }
    result.mean = sum / result.readers;
    double squares = 0;
    for (const domain::ReaderSession& session : sessions) {
        squares += (session.matchResult - result.mean) * (session.matchResult - result.mean);
    }
    double half = 0;
    if (result.readers > 1) {
        half = studentT(result.readers - 1) * std::sqrt(squares / (result.readers - 1) / result.readers);
    }
    result.low = result.mean - half;
    result.high = result.mean + half;
    addFeatureShares(result, sessions, set);
    return result;
}

domain::ExpressionFinding findingOf(const domain::ExpressionAggregate& aggregate,
                                    const ExpressionRules& rules) {
    if (aggregate.readers < std::max(1, rules.minimumReaders)) {
        return domain::ExpressionFinding::NotEnough;
    }
    const bool byCount = rules.countBelow > 0 && aggregate.below >= rules.countBelow;
    return byCount || aggregate.below >= rules.shareBelow * aggregate.readers
               ? domain::ExpressionFinding::DoesNotBelong
               : domain::ExpressionFinding::Belongs;
}

} // namespace moderato::usecases
