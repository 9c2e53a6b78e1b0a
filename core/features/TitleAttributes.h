#pragma once

#include "core/features/TextParts.h"

namespace moderato::features {

// Attributes of a title (S1.4), in English and Chinese. What cannot be said is NaN.

/// Capitals among the letters that have a case, 0…1; NaN where none has. Near 1: it shouts.
double capitalShare(const TextParts& title);
double exclamationMarks(const TextParts& title); ///< How many, ! and ！.
double questionMarks(const TextParts& title);    ///< How many, ? and ？.
double ellipses(const TextParts& title); ///< How many stretches of … or of at least three stops (. or 。).
double numerals(const TextParts& title); ///< How many numbers in digits: "3,000" and "2.5" are one each.

/// Whether it promises a list, 0 or 1: a number from 2 to 199 with a noun in the plural within the next three
/// words ("17 weird things"), or with a Chinese counter of things (10个, 5种, 3招).
double announcesList(const TextParts& title);

/// How many words and phrases that lure without telling: "you won't believe", "this is why", "what happened
/// next", 震惊, 竟然, 不看后悔 and their like (compare Chakraborty et al. 2016, "Stop Clickbait").
double clickbaitMarkers(const TextParts& title);

/// Words that speak to the reader or point to what only the body tells, as a share of all: you, your, this,
/// these, here's; 你, 您, 这, 这个 … (forward reference: Blom & Hansen 2015).
double forwardReferenceShare(const TextParts& title);

/// How alike title and body are, 0…1: cosine of the counts of their content words, plurals as singulars.
double titleBodySimilarity(const TextParts& title, const TextParts& body);

/// Content words of the title that stand in the body too, 0…1.
double titleWordsInBody(const TextParts& title, const TextParts& body);

} // namespace moderato::features
