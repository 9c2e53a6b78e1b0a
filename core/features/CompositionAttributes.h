#pragma once

#include <QtGlobal>

#include <span>

namespace moderato::features {

/// One element of an item's layout in the order of reading.
struct LayoutElement {
    enum class Kind { Heading, Paragraph, Picture, Video, Quotation, List };

    Kind kind = Kind::Paragraph;
    qsizetype characters = 0; ///< Of a text; not looked at of pictures and videos.

    bool operator==(const LayoutElement&) const = default;
};

using Layout = std::span<const LayoutElement>;

// Attributes of the composition (S1.4: the order of paragraphs and pictures). NaN where there is nothing to
// be said, as in an empty layout.

/// Elements of one kind among all, 0…1.
double elementShare(Layout layout, LayoutElement::Kind kind);

/// Characters in elements of one kind among the characters of all texts, 0…1.
double characterShare(Layout layout, LayoutElement::Kind kind);

double meanParagraphLength(Layout layout);      ///< Characters a paragraph.
double paragraphLengthDeviation(Layout layout); ///< Standard deviation of the characters a paragraph.
double leadLength(Layout layout);               ///< Characters of the first paragraph.

/// Pictures and videos for every 1,000 characters of text, from 0 up.
double picturesPerThousandCharacters(Layout layout);

/// Neighbours of which one is a text and the other a picture or a video, among all pairs of neighbours, 0…1.
/// 1: text and pictures take turns; near 0: they stand apart, or there is one of them only.
double alternation(Layout layout);

} // namespace moderato::features
