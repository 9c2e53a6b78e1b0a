#pragma once

#include "core/base/Random.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace moderato::ml {

/// Which topics of other content count as negatives, and how many are used (S0.7, S0.8).
struct NegativeOptions {
    enum class Filter { None, Cosine, WordOverlap, CharacterOverlap };
    enum class Choice {
        Hardest,  ///< Of the highest relevancy.
        SemiHard, ///< Of the highest relevancy below the positive's; the others only where these do not
                  ///< suffice.
    };

    int used = 3;                   ///< K of the B candidates that a set (mini-batch) offers.
    double randomShare = 1.0 / 3.0; ///< p: this share at random, the others by `choice`.
    Choice choice = Choice::Hardest;
    Filter filter = Filter::CharacterOverlap;
    double threshold =
        0.5; ///< A candidate this similar to one of the item's topics may well be right: left out.
};

/// Overlap |A ∩ B| / |A ∪ B| of the two names' characters or words, as sets (S0.8); case is ignored. 0 for
/// two empty names.
double characterOverlap(const std::string& a, const std::string& b);
double wordOverlap(const std::string& a, const std::string& b);

/// Draws `used` of `candidates` (indices into `relevancy`, without repetition): round(p·K) at random, the
/// rest the hardest, that is those of highest relevancy among what is left, for SemiHard only those below
/// `positive` as long as there are some, then the least hard of the others; ties go to the first. All, where
/// there are fewer. The random ones come first in the result.
std::vector<int> sampleNegatives(std::span<const int> candidates, std::span<const float> relevancy,
                                 const NegativeOptions& options, float positive, Random& random);

/// One group of S0.4: relevancies of a positive and its negatives. The loss is the sum over the negatives of
/// max(0, threshold − (positive − negative)).
struct MarginLoss {
    double loss = 0;
    int satisfied = 0;                   ///< Pairs with positive − negative ≥ threshold.
    float positiveGradient = 0;          ///< d loss / d positive
    std::vector<float> negativeGradient; ///< d loss / d negative, one each
};
MarginLoss marginLoss(float positive, std::span<const float> negatives, float threshold);

} // namespace moderato::ml
