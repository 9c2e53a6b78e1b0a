#pragma once

#include <QHashFunctions>
#include <QMetaType>

#include <compare>
#include <cstdint>
#include <functional>

namespace moderato {

/// A row's key, typed by what it names, so that a topic's id cannot be passed for a content's. 0 means
/// "none".
template <class Tag> struct Id {
    qint64 value = 0;

    bool isValid() const { return value > 0; }
    auto operator<=>(const Id&) const = default;
};

template <class Tag> size_t qHash(Id<Tag> id, size_t seed = 0) noexcept {
    return ::qHash(qint64(id.value), seed);
}

} // namespace moderato

template <class Tag> struct std::hash<moderato::Id<Tag>> {
    size_t operator()(moderato::Id<Tag> id) const noexcept { return std::hash<qint64>{}(id.value); }
};
