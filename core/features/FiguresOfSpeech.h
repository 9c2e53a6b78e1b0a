#pragma once

#include "core/features/TextParts.h"

namespace moderato::features {

// Figures of speech and quotations in a text (S1.4), in English and Chinese, told by their marks. All are
// shares 0…1 and NaN where there is nothing that they could be a share of.

/// Sentences with a simile: "as brave as", "as if", "like a …" without a verb of liking before; 仿佛, 宛如,
/// 犹如 and their like, 像 or 如 where 一样, 一般 or 似的 follows, 像一….
double simileShare(const TextParts& text);

/// Clauses that begin with the same two words (Chinese: two characters) as the clause before: parallelism and
/// anaphora. A clause ends at any of , ; : . ! ? 、 and line breaks; ones of less than two words are left
/// out.
double parallelismShare(const TextParts& text);

double exclamationShare(const TextParts& text); ///< Sentences that end in an exclamation mark.
double questionShare(const TextParts& text);    ///< Sentences that end in a question mark.

/// Sentences that ask what they do not want to know: 难道, 怎能, 岂, 何必, 不是…吗 and their like, "isn't
/// it", "who wouldn't", "how could", "why should" and their like, with a question mark.
double rhetoricalQuestionShare(const TextParts& text);

/// Characters (without spaces) between quotation marks “”, "", 「」 or 『』; marks within others count once.
/// A mark that is not closed in its paragraph opens nothing. 《》 name a work and quote nothing.
double quotationShare(const TextParts& text);
double quotationCount(const TextParts& text); ///< How many such quotations, from 0 up.

} // namespace moderato::features
