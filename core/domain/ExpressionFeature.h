#pragma once

#include <QString>

namespace moderato::domain {

/// A feature of the face and the recognition model of its part (S4.1).
struct ExpressionFeature {
    QString code;  ///< "brows_raised"
    QString model; ///< "M001"
    QString nameEn, nameZh;
    QString partEn, partZh; ///< "Brows"

    /// In the program's language, "en" or "zh_CN"; English where there is no other.
    QString name(const QString& language) const { return in(language, nameEn, nameZh); }
    QString part(const QString& language) const { return in(language, partEn, partZh); }

    bool operator==(const ExpressionFeature&) const = default;

private:
    static QString in(const QString& language, const QString& en, const QString& zh) {
        return language.startsWith(QLatin1String("zh")) && !zh.isEmpty() ? zh : en;
    }
};

} // namespace moderato::domain
