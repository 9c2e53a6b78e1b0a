#pragma once

namespace moderato::ml {

/// A stretch of an item's text and how much it moved the score of one label or topic, computed from the model
/// in use: the contributions of the n-grams that lie in it. Positive weights speak for the label, negative
/// against.
struct Evidence {
    enum class Field { Title, Body };

    Field field = Field::Title;
    int begin = 0;  ///< Byte offset in the field's UTF-8, at a character's start.
    int length = 0; ///< Bytes.
    float weight = 0;

    bool operator==(const Evidence&) const = default;
};

} // namespace moderato::ml
