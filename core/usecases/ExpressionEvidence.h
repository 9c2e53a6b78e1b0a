#pragma once

#include "core/domain/ReaderSession.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace moderato::usecases {

/// How often readers' results speak against a category (S4.4: the match result lies below the threshold).
struct ReaderRates {
    double whereWrong = 0; ///< Of items that do not belong to the category, 0…1.
    double whereRight = 0; ///< Of items that belong to it.

    /// What a result adds to the log-likelihood ratio of “does not belong” over “belongs”, in nats.
    double evidence(bool against) const;
    /// Mean evidence of a result of an item that does not belong: the Kullback–Leibler divergence, in nats.
    double information() const;
};

/// One reader's result on one item; both are numbered from 0.
struct ReaderResult {
    std::size_t item = 0;
    std::size_t reader = 0;
    bool against = false;
};

struct EvidenceOptions {
    /// Of the items that are said not to belong, at most this share does (in expectation).
    double falseDiscoveries = 0.05;
    double missed = 0.05;        ///< Share of those that do not belong which may be taken for right.
    double expected = 0.05;      ///< Share of items that do not belong, before anything is known.
    double expectedWeight = 20;  ///< That belief counts as this many items,
    double symmetryWeight = 200; ///< that readers err on both sides alike as this many results,
    double readerWeight = 60;    ///< and that a reader is like the others as this many.
    /// How much likelier two kinds of items must be than one, in nats, for readers' results to say anything.
    double leastGain = 3;
};

/// Readers' reliability, estimated without anybody's word from the results themselves, and from verdicts
/// where there are any (expectation–maximisation; Dawid and Skene 1979 with Beta priors).
struct Reliability {
    ReaderRates all;
    std::vector<ReaderRates> readers; ///< By number; near `all` for those who looked at little.
    double wrong = 0;                 ///< Share of items that do not belong.
    double gain = 0;    ///< Log-likelihood over that of items that are all of one kind, in nats.
    bool known = false; ///< The gain is enough: readers tell right from wrong.
};

/// `verdicts` by item: true does not belong, false belongs, nothing: nobody said. Both spans as long as there
/// are items. Time grows with the results.
Reliability estimateReliability(std::span<const ReaderResult> results,
                                std::span<const std::optional<bool>> verdicts, std::size_t readers,
                                const EvidenceOptions& options = {});

/// A sequential test an item: it may be asked after every reader, and stops where it has decided. “Belongs”
/// where the ratio falls to Wald's (1945) lower bound; “does not belong” by e-values with the bound of
/// Benjamini and Hochberg over all items (Wang and Ramdas 2022), which holds however the items hang together
/// and whenever one stops. Items with a verdict are left out: their finding is the verdict.
std::vector<domain::ExpressionEvidence> weighEvidence(std::span<const ReaderResult> results,
                                                      std::span<const std::optional<bool>> verdicts,
                                                      const Reliability& reliability,
                                                      const EvidenceOptions& options = {});

} // namespace moderato::usecases
