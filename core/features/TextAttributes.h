#pragma once

#include "core/features/TextParts.h"

namespace moderato::features {

// Attributes of a text (S1.4), in English and Chinese. What cannot be said of a text (of one without words,
// say) is NaN. None takes longer than linear time.

double wordCount(const TextParts& text); ///< As `features::words` finds them, repeated ones each time.
double sentenceCount(const TextParts& text);
double paragraphCount(const TextParts& text);
double characterCount(const TextParts& text); ///< Without spaces.

double meanWordLength(const TextParts& text);          ///< Characters (UTF-16) a word.
double meanSentenceLength(const TextParts& text);      ///< Words a sentence.
double sentenceLengthDeviation(const TextParts& text); ///< Standard deviation of the words a sentence.
double meanParagraphCharacters(const TextParts& text); ///< Characters (UTF-16) a paragraph.

/// How rarely words come again, 0…1: the moving-average type–token ratio, which is the mean share of distinct
/// words over all stretches of 50 words (Covington & McFall 2010); of a shorter text, over all of it.
double movingTypeTokenRatio(const TextParts& text);

/// How many words it takes on average until the share of distinct ones falls to .72, from 1 up: the measure
/// of textual lexical diversity, read in both directions (McCarthy & Jarvis 2010).
double textualLexicalDiversity(const TextParts& text);

/// Syntactic diversity, 0…1: the share of distinct skeletons among the sentences. A skeleton is what is left
/// when all content words in a row become one and the same sign: function words and punctuation.
double skeletonDiversity(const TextParts& text);

/// Syntactic diversity in bits: the entropy of the pairs of neighbours in the skeletons. 0 where all
/// sentences are one pattern; grows with constructions that differ.
double skeletonEntropy(const TextParts& text);

} // namespace moderato::features
