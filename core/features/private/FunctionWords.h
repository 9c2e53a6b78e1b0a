#pragma once

#include <QSet>
#include <QString>

namespace moderato::features {

/// The words of a list with spaces between them (UTF-8).
QSet<QString> wordSet(const char* list);

/// Whether a word (in lower case) holds sentences together rather than says something: articles, pronouns,
/// prepositions, conjunctions, auxiliaries, particles. English and Chinese.
bool isFunctionWord(const QString& word);

/// An English plural brought to its singular (Harman 1991, "How effective is suffixing?": the S stemmer), so
/// that the two compare equal; other words as they are.
QString withoutPlural(const QString& word);

} // namespace moderato::features
