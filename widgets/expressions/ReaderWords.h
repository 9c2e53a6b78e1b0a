#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace moderato::widgets {

/// What reader mode calls things.
class ReaderWords {
    Q_DECLARE_TR_FUNCTIONS(moderato::widgets::ReaderWords)
public:
    /// A feature of S4.1 as a movement that people can see: "brows_raised" → "raised brows". A code that is
    /// not known is given as it is.
    static QString feature(const QString& code);
    /// "raised brows, pressed lips".
    static QString features(const QStringList& codes);
};

} // namespace moderato::widgets
