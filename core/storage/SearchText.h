#pragma once

#include "core/domain/Content.h"

#include <QString>

namespace moderato::storage {

/// Turns text into what the full-text index holds, and what people type into a query that cannot fail.
/// Chinese and Japanese characters become words of their own, so that any part of a sentence can be found.
/// Pure functions; the index has to be rebuilt when they change.
namespace searchText {

/// Words separated by spaces, every CJK character a word.
QString segmented(const QString& text);
/// A body without its markup.
QString plainBody(const QString& body, domain::BodyFormat format);
/// An FTS5 query: all words must occur, each as typed (its parts side by side), the last one as a prefix.
/// Empty: nothing in it can be searched.
QString query(const QString& typed);

} // namespace searchText

} // namespace moderato::storage
