#include "core/usecases/ExpressionEvidence.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace moderato::usecases {

using domain::ExpressionEvidence;
using domain::ExpressionFinding;

namespace {

constexpr int mostRounds = 200;
constexpr double settled = 1e-6; ///< Change of the rates after which they are taken as found.
constexpr double surest = 1e-3;  ///< No rate is nearer to 0 or 1.

double clamped(double rate) {
    return std::clamp(rate, surest, 1 - surest);
}

double logistic(double x) {
    return 1 / (1 + std::exp(-x));
}

/// Counts of results, split by how likely their item does not belong.
struct Counts {
    double against = 0, all = 0;

    void add(double share, bool isAgainst) {
        all += share;
        against += isAgainst ? share : 0;
    }
    double rate(double prior, double weight) const {
        return clamped((against + prior * weight) / (all + weight));
    }
};

struct Split {
    Counts whereWrong, whereRight;
};

std::vector<double> ratiosOf(std::span<const ReaderResult> results, std::size_t items,
                             const Reliability& reliability) {
    std::vector<double> ratios(items, 0);
    for (const ReaderResult& result : results) {
        ratios[result.item] += reliability.readers[result.reader].evidence(result.against);
    }
    return ratios;
}

/// How likely each item does not belong.
std::vector<double> beliefs(std::span<const ReaderResult> results,
                            std::span<const std::optional<bool>> verdicts, const Reliability& reliability) {
    std::vector<double> likely = ratiosOf(results, verdicts.size(), reliability);
    const double prior = std::log(reliability.wrong / (1 - reliability.wrong));
    for (std::size_t item = 0; item < likely.size(); ++item) {
        likely[item] = verdicts[item] ? double(*verdicts[item]) : logistic(prior + likely[item]);
    }
    return likely;
}

/// → the largest change of a rate
double maximise(std::span<const ReaderResult> results, const std::vector<double>& likely,
                const std::vector<bool>& read, Reliability& reliability, const EvidenceOptions& options) {
    Split all;
    std::vector<Split> readers(reliability.readers.size());
    for (const ReaderResult& result : results) {
        const double wrong = likely[result.item];
        for (Split* split : {&all, &readers[result.reader]}) {
            split->whereWrong.add(wrong, result.against);
            split->whereRight.add(1 - wrong, result.against);
        }
    }
    const ReaderRates before = reliability.all;
    reliability.all.whereRight =
        clamped(all.whereRight.all > 0 ? all.whereRight.against / all.whereRight.all : before.whereRight);
    const double mirrored = std::max(1 - reliability.all.whereRight, reliability.all.whereRight);
    reliability.all.whereWrong =
        std::max(all.whereWrong.rate(mirrored, options.symmetryWeight), reliability.all.whereRight);
    for (std::size_t i = 0; i < readers.size(); ++i) {
        reliability.readers[i] = {
            readers[i].whereWrong.rate(reliability.all.whereWrong, options.readerWeight),
            readers[i].whereRight.rate(reliability.all.whereRight, options.readerWeight)};
    }
    double sum = 0, count = 0;
    for (std::size_t item = 0; item < likely.size(); ++item) {
        sum += read[item] ? likely[item] : 0;
        count += double(read[item]);
    }
    reliability.wrong =
        clamped((sum + options.expected * options.expectedWeight) / (count + options.expectedWeight));
    return std::max(std::abs(before.whereRight - reliability.all.whereRight),
                    std::abs(before.whereWrong - reliability.all.whereWrong));
}

/// Of the results, with the rates common to all readers.
double logLikelihoodGain(std::span<const ReaderResult> results, std::span<const std::optional<bool>> verdicts,
                         const Reliability& reliability) {
    std::vector<double> wrong(verdicts.size(), 0), right(verdicts.size(), 0), one(verdicts.size(), 0);
    double against = 0;
    for (const ReaderResult& result : results) {
        against += double(result.against);
    }
    const double rate = clamped(against / double(std::max<std::size_t>(1, results.size())));
    const auto logOf = [](double p, bool isAgainst) { return std::log(isAgainst ? p : 1 - p); };
    for (const ReaderResult& result : results) {
        wrong[result.item] += logOf(reliability.all.whereWrong, result.against);
        right[result.item] += logOf(reliability.all.whereRight, result.against);
        one[result.item] += logOf(rate, result.against);
    }
    double gain = 0;
    for (std::size_t item = 0; item < verdicts.size(); ++item) {
        const double a = wrong[item] + std::log(reliability.wrong),
                     b = right[item] + std::log(1 - reliability.wrong);
        const double most = std::max(a, b);
        const double mixed = verdicts[item] ? (*verdicts[item] ? wrong[item] : right[item])
                                            : most + std::log(std::exp(a - most) + std::exp(b - most));
        gain += mixed - one[item];
    }
    return gain;
}

} // namespace

double ReaderRates::evidence(bool against) const {
    return against ? std::log(whereWrong / whereRight) : std::log((1 - whereWrong) / (1 - whereRight));
}

double ReaderRates::information() const {
    return whereWrong * evidence(true) + (1 - whereWrong) * evidence(false);
}

Reliability estimateReliability(std::span<const ReaderResult> results,
                                std::span<const std::optional<bool>> verdicts, std::size_t readers,
                                const EvidenceOptions& options) {
    std::vector<bool> read(verdicts.size(), false);
    double against = 0;
    for (const ReaderResult& result : results) {
        read[result.item] = true;
        against += double(result.against);
    }
    Reliability found;
    const double rate = clamped(results.empty() ? 0.5 : against / double(results.size()));
    found.wrong = options.expected;
    found.all = {std::max(1 - rate, rate), rate};
    found.readers.assign(readers, found.all);
    for (int round = 0; round < mostRounds; ++round) {
        const auto likely = beliefs(results, verdicts, found);
        if (maximise(results, likely, read, found, options) < settled) {
            break;
        }
    }
    found.gain = logLikelihoodGain(results, verdicts, found);
    found.known = found.gain >= options.leastGain && found.all.whereWrong > found.all.whereRight;
    return found;
}

std::vector<ExpressionEvidence> weighEvidence(std::span<const ReaderResult> results,
                                              std::span<const std::optional<bool>> verdicts,
                                              const Reliability& reliability,
                                              const EvidenceOptions& options) {
    const std::vector<double> ratios = ratiosOf(results, verdicts.size(), reliability);
    std::vector<ExpressionEvidence> found(verdicts.size());
    for (const ReaderResult& result : results) {
        ++found[result.item].readers;
    }
    std::vector<std::size_t> open; // Those that the bound goes over.
    for (std::size_t item = 0; item < found.size(); ++item) {
        found[item].logRatio = ratios[item];
        if (verdicts[item]) {
            found[item].finding =
                *verdicts[item] ? ExpressionFinding::DoesNotBelong : ExpressionFinding::Belongs;
        } else if (found[item].readers > 0) {
            open.push_back(item);
        }
    }
    if (!reliability.known) {
        return found;
    }
    std::sort(open.begin(), open.end(), [&](std::size_t a, std::size_t b) { return ratios[a] > ratios[b]; });
    const auto boundOf = [&](std::size_t rank) { // rank from 1
        return std::log(double(open.size()) / (options.falseDiscoveries * double(rank)));
    };
    std::size_t rejected = 0;
    for (std::size_t rank = 1; rank <= open.size(); ++rank) {
        rejected = ratios[open[rank - 1]] >= boundOf(rank) ? rank : rejected;
    }
    const double lower = std::log(options.missed);
    const double information = reliability.all.information();
    for (std::size_t i = 0; i < open.size(); ++i) {
        ExpressionEvidence& item = found[open[i]];
        if (i < rejected) {
            item.finding = ExpressionFinding::DoesNotBelong;
        } else if (item.logRatio <= lower) {
            item.finding = ExpressionFinding::Belongs;
        } else if (information > 0) {
            const double distance =
                item.logRatio > 0 ? boundOf(rejected + 1) - item.logRatio : item.logRatio - lower;
            item.readersToGo = int(std::ceil(distance / information));
        }
    }
    return found;
}

} // namespace moderato::usecases
