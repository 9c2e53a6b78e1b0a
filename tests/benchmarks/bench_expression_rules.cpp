// What the document's rule and the sequential one find in a library whose truth is known (S4.5).
//
//     bench_expression_rules [key=value…]
//
// Simulated: items of which a part is misfiled, readers who are right with probability p; p and who is
// misfiled are unknown to the rules. Every reader is one of `pool` people, whose own p lies around it
// (`spread`, standard deviation). The document's rule counts a majority among all readers that it is given;
// the sequential one is asked after every reader and stops. Keys: items=200 wrong=0.05 readers=60 pool=60
// spread=0 runs=20 seed=1 p=0.54,0.60,0.65,0.80 majority=55
#include "core/base/Random.h"
#include "core/usecases/ExpressionEvidence.h"
#include "tests/benchmarks/Arguments.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>

using namespace moderato;
using namespace moderato::usecases;

namespace {

struct Library {
    std::vector<bool> wrong;                        ///< By item.
    std::vector<std::vector<ReaderResult>> results; ///< By item, in the order in which they come.
    std::size_t readers = 0;
};

struct Outcome {
    double flagged = 0, right = 0, wrong = 0; ///< Flagged, of them rightly; misfiled in truth.
    double readers = 0, readersOfWrong = 0;   ///< Mean number an item.
    double undecided = 0;                     ///< Share.
    int runs = 0;

    void print(const char* rule, double p) const {
        std::printf("{\"p\":%.2f,\"rule\":\"%s\",\"precision\":%.3f,\"recall\":%.3f,\"flagged\":%.1f,"
                    "\"readers\":%.1f,\"readers_of_misfiled\":%.1f,\"undecided\":%.3f,\"runs\":%d}\n",
                    p, rule, flagged > 0 ? right / flagged : std::nan(""), right / wrong, flagged / runs,
                    readers / runs, readersOfWrong / runs, undecided / runs, runs);
        std::fflush(stdout);
    }
};

double normal(Random& random) {
    double sum = 0;
    for (int i = 0; i < 12; ++i) {
        sum += random.uniform();
    }
    return sum - 6;
}

Library simulate(Random& random, std::size_t items, double share, std::size_t readers, std::size_t pool,
                 double p, double spread) {
    Library library{.wrong = std::vector<bool>(items, false), .results = {}, .readers = pool};
    std::fill_n(library.wrong.begin(), std::size_t(std::lround(share * double(items))), true);
    std::vector<double> right;
    for (std::size_t i = 0; i < pool; ++i) {
        right.push_back(std::clamp(p + spread * normal(random), 0.01, 0.99));
    }
    std::vector<std::size_t> order(pool);
    for (std::size_t i = 0; i < pool; ++i) {
        order[i] = i;
    }
    for (std::size_t item = 0; item < items; ++item) {
        random.shuffle(std::span(order));
        auto& own = library.results.emplace_back();
        for (std::size_t i = 0; i < std::min(readers, pool); ++i) {
            const bool isRight = random.uniform() < right[order[i]];
            own.push_back({item, order[i], isRight == library.wrong[item]});
        }
    }
    return library;
}

void add(Outcome& outcome, const Library& library, const std::vector<domain::ExpressionFinding>& findings,
         const std::vector<std::size_t>& used) {
    double readers = 0, ofWrong = 0, wrong = 0, undecided = 0;
    for (std::size_t item = 0; item < findings.size(); ++item) {
        const bool isFlagged = findings[item] == domain::ExpressionFinding::DoesNotBelong;
        outcome.flagged += double(isFlagged);
        outcome.right += double(isFlagged && library.wrong[item]);
        wrong += double(library.wrong[item]);
        readers += double(used[item]);
        ofWrong += library.wrong[item] ? double(used[item]) : 0;
        undecided += double(findings[item] == domain::ExpressionFinding::NotEnough);
    }
    outcome.wrong += wrong;
    outcome.readers += readers / double(findings.size());
    outcome.readersOfWrong += ofWrong / std::max(1.0, wrong);
    outcome.undecided += undecided / double(findings.size());
    ++outcome.runs;
}

void majority(Outcome& outcome, const Library& library, std::size_t readers) {
    std::vector<domain::ExpressionFinding> findings;
    for (const auto& own : library.results) {
        std::size_t against = 0;
        for (std::size_t i = 0; i < std::min(readers, own.size()); ++i) {
            against += std::size_t(own[i].against);
        }
        findings.push_back(2 * against >= std::min(readers, own.size())
                               ? domain::ExpressionFinding::DoesNotBelong
                               : domain::ExpressionFinding::Belongs);
    }
    add(outcome, library, findings, std::vector<std::size_t>(findings.size(), readers));
}

/// A reader an item, then the rule is asked; what is decided gets no more readers.
void sequential(Outcome& outcome, const Library& library, const EvidenceOptions& options) {
    const std::size_t items = library.results.size();
    std::vector<domain::ExpressionFinding> findings(items, domain::ExpressionFinding::NotEnough);
    std::vector<std::size_t> used(items, 0);
    std::vector<ReaderResult> seen;
    const std::vector<std::optional<bool>> nobodySaid(items);
    for (bool more = true; more;) {
        more = false;
        for (std::size_t item = 0; item < items; ++item) {
            if (findings[item] == domain::ExpressionFinding::NotEnough &&
                used[item] < library.results[item].size()) {
                seen.push_back(library.results[item][used[item]++]);
                more = true;
            }
        }
        const Reliability reliability = estimateReliability(seen, nobodySaid, library.readers, options);
        const auto weighed = weighEvidence(seen, nobodySaid, reliability, options);
        for (std::size_t item = 0; item < items; ++item) {
            findings[item] = findings[item] == domain::ExpressionFinding::NotEnough ? weighed[item].finding
                                                                                    : findings[item];
        }
    }
    add(outcome, library, findings, used);
}

} // namespace

int main(int argc, char** argv) {
    const bench::Arguments given(argc, argv,
                                 {"items", "wrong", "readers", "pool", "spread", "runs", "seed", "p",
                                  "majority", "false_discoveries", "least_gain", "symmetry", "reader_weight",
                                  "missed"});
    const auto real = [&](const char* key, double fallback) {
        const std::string text = given.text(key);
        return text.empty() ? fallback : std::stod(text);
    };
    EvidenceOptions options;
    options.falseDiscoveries = real("false_discoveries", options.falseDiscoveries);
    options.leastGain = real("least_gain", options.leastGain);
    options.symmetryWeight = real("symmetry", options.symmetryWeight);
    options.readerWeight = real("reader_weight", options.readerWeight);
    options.missed = real("missed", options.missed);
    const std::string ps = given.text("p");
    for (const std::string& text : bench::split(ps.empty() ? "0.54,0.60,0.65,0.80" : ps, ',')) {
        const double p = std::stod(text);
        Outcome first, whole, sequentially;
        for (int run = 0; run < given.number("runs", 20); ++run) {
            Random random{std::uint64_t(given.number("seed", 1) * 1000 + run)};
            const Library library = simulate(random, std::size_t(given.number("items", 200)),
                                             real("wrong", 0.05), std::size_t(given.number("readers", 60)),
                                             std::size_t(given.number("pool", 60)), p, real("spread", 0));
            majority(first, library, 5);
            majority(whole, library, std::size_t(given.number("majority", 55)));
            sequential(sequentially, library, options);
        }
        first.print("document, 5 readers", p);
        whole.print("document, majority", p);
        sequentially.print("sequential", p);
    }
    return 0;
}
