#pragma once

#include "core/ml/Text.h"
#include "core/ml/tags/TagItem.h"

#include <cstdint>
#include <string>
#include <vector>

namespace moderato::ml {

/// One element of an item's layout, in the order of reading (S1.4, S1.8).
struct LayoutUnit {
    enum class Kind { Heading, Paragraph, Picture, Video, Quotation, List };
    static constexpr int kinds = 6;

    Kind kind = Kind::Paragraph;
    float size = 0; ///< Characters of a text, 0 of a picture.

    bool operator==(const LayoutUnit&) const = default;
};

/// What there is to know of items: the names of tasks and attributes.
struct QualitySchema {
    std::vector<std::string> tasks = {};
    std::vector<std::string> numbers = {};    ///< Numeric attributes (S1.4).
    std::vector<std::string> categories = {}; ///< Attributes with a few values.

    bool operator==(const QualitySchema&) const = default;
};

/// What a quality model reads of an item. Any part may be missing.
struct QualityItem {
    Text text = {};                           ///< S1.5
    std::vector<float> numbers = {};          ///< One an attribute of the schema; NaN: not known (S1.6).
    std::vector<std::string> categories = {}; ///< One an attribute of the schema; empty: not known (S1.6).
    std::vector<std::string> sentences = {};  ///< Of the body, in order; the first 64 are read (S1.7).
    Pictures pictures = {};                   ///< The first 16 are read (S1.7).
    std::vector<LayoutUnit> layout = {};      ///< S1.8
};

/// Which parts of items a model reads: the others need not be made for it.
struct QualityParts {
    bool text = true, attributes = true, imageText = true, layout = true;

    bool readsMedia() const { return attributes || imageText; }
    bool operator==(const QualityParts&) const = default;
};

/// What of an item a prediction looked at most: by part one weight, which sum to 1, or nothing where the item
/// or the network has no such part. Kept so that people can be shown it (S1.7, S1.8).
struct QualityEvidence {
    std::vector<float> sentences = {}, pictures = {}, layout = {};

    bool operator==(const QualityEvidence&) const = default;
};

/// A task's label: positive, negative, or none, from which nothing is learned (S1.10).
enum class TaskLabel : std::int8_t { None = -1, Negative = 0, Positive = 1 };

struct QualityExample {
    QualityItem item = {};
    std::vector<TaskLabel> labels = {}; ///< One a task of the schema.
};

} // namespace moderato::ml
