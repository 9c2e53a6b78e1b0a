#pragma once

#include <cstddef>

namespace moderato::ml {

/// How text becomes numbers: a bag of word and character n-grams, weighted by log-tf · idf and of length 1 a
/// field; the fields are added with their weights. Characters of scripts without spaces (Chinese, Japanese)
/// are words of their own, so that one setting serves English and Chinese.
struct EncoderOptions {
    int wordNgrams = 2;     ///< 1 to this many words in a row.
    int charNgramsFrom = 3; ///< Within a word of an alphabetic script, its borders marked; 0: none.
    int charNgramsTo = 5;
    int ideographNgrams = 4; ///< 1 to this many characters in a row where there are no spaces.
    int minimumCount = 1;    ///< N-grams in fewer training texts are dropped.
    std::size_t maxFeatures =
        400'000;              ///< The most telling n-grams are kept (mutual information with the labels).
    float idfPower = 1;       ///< Rare n-grams count for more: idf to this power; 0: all count the same.
    int maxBodyBytes = 4'000; ///< The beginning of a long body is read.
    float titleWeight = 1.0f;
    float bodyWeight = 0.7f;
    float tagsWeight = 0.7f;
};

} // namespace moderato::ml
