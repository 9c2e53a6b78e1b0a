#pragma once

#include <string>
#include <vector>

namespace moderato::ml {

/// What a text model reads of an item; UTF-8, any part may be empty.
struct Text {
    std::string title = {};
    std::string body = {};              ///< Plain text, no markup.
    std::vector<std::string> tags = {}; ///< Free tags that the source gave, not the topics to predict.

    bool operator==(const Text&) const = default;
};

} // namespace moderato::ml
