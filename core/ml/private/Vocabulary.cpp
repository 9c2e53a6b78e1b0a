#include "core/ml/private/Vocabulary.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace moderato::ml {

Vocabulary::Vocabulary(std::vector<std::uint32_t> hashes, std::vector<float> idf)
    : hashes_(std::move(hashes))
    , idf_(std::move(idf)) {
    index();
}

void Vocabulary::index() {
    slots_.assign(std::bit_ceil(std::max<std::size_t>(16, hashes_.size() * 2)), -1);
    for (std::size_t row = 0; row < hashes_.size(); ++row) {
        std::size_t slot = hashes_[row] & (slots_.size() - 1);
        while (slots_[slot] >= 0) {
            slot = (slot + 1) & (slots_.size() - 1);
        }
        slots_[slot] = std::int32_t(row);
    }
}

int Vocabulary::rowOf(std::uint32_t hash) const {
    if (slots_.empty()) {
        return -1;
    }
    std::size_t slot = hash & (slots_.size() - 1);
    while (slots_[slot] >= 0) {
        if (hashes_[std::size_t(slots_[slot])] == hash) {
            return slots_[slot];
        }
        slot = (slot + 1) & (slots_.size() - 1);
    }
    return -1;
}

int Vocabulary::add(std::uint32_t hash, float idf) {
    if (const int row = rowOf(hash); row >= 0) {
        return row;
    }
    hashes_.push_back(hash);
    idf_.push_back(idf);
    if (hashes_.size() * 2 > slots_.size()) {
        index();
    } else {
        std::size_t slot = hash & (slots_.size() - 1);
        while (slots_[slot] >= 0) {
            slot = (slot + 1) & (slots_.size() - 1);
        }
        slots_[slot] = std::int32_t(hashes_.size() - 1);
    }
    return size() - 1;
}

void VocabularyBuilder::add(std::span<const std::uint32_t> hashes, std::span<const int> labels) {
    ++texts_;
    for (const std::uint32_t hash : hashes) {
        for (const int label : labels) {
            pairs_.push_back(std::uint64_t(hash) << 32 | std::uint32_t(label));
        }
    }
}

Vocabulary VocabularyBuilder::build(int labels, std::size_t maximum, int minimumCount) {
    std::sort(pairs_.begin(), pairs_.end());
    std::vector<double> prior(std::size_t(labels), 1.0);
    for (const std::uint64_t pair : pairs_) {
        prior[std::uint32_t(pair)] += 1;
    }
    const double total = std::accumulate(prior.begin(), prior.end(), 0.0);
    for (double& share : prior) {
        share /= total;
    }
    struct Candidate {
        double gain;
        std::uint32_t hash;
        int count;
    };
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < pairs_.size();) {
        const auto hash = std::uint32_t(pairs_[i] >> 32);
        std::size_t end = i;
        while (end < pairs_.size() && pairs_[end] >> 32 == hash) {
            ++end;
        }
        const auto count = double(end - i);
        double gain = 0;
        while (i < end) {
            const std::uint64_t pair = pairs_[i];
            std::size_t next = i;
            while (next < end && pairs_[next] == pair) {
                ++next;
            }
            const auto together = double(next - i);
            const double share = prior[std::uint32_t(pair)];
            gain += together * std::log((together - 1 + share) / (count * share));
            i = next;
        }
        if (int(count) >= minimumCount) {
            candidates.push_back({gain, hash, int(count)});
        }
    }
    pairs_ = {};
    const auto better = [](const Candidate& a, const Candidate& b) {
        return a.gain != b.gain ? a.gain > b.gain : a.hash < b.hash;
    };
    if (candidates.size() > maximum) {
        std::nth_element(candidates.begin(), candidates.begin() + std::ptrdiff_t(maximum), candidates.end(),
                         better);
        candidates.resize(maximum);
    }
    std::sort(candidates.begin(), candidates.end(),
              [](const Candidate& a, const Candidate& b) { return a.hash < b.hash; });
    std::vector<std::uint32_t> hashes;
    std::vector<float> idf;
    for (const Candidate& candidate : candidates) {
        hashes.push_back(candidate.hash);
        idf.push_back(float(std::log(1.0 + double(texts_) / candidate.count)));
    }
    return Vocabulary(std::move(hashes), std::move(idf));
}

} // namespace moderato::ml
