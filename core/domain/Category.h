#pragma once

#include "core/domain/Ids.h"

#include <QString>
#include <QStringList>

namespace moderato::domain {

/// The one class an item belongs to ("fun", "politics", …). Known by its code, which models use as their
/// label.
struct Category {
    CategoryId id;
    QString code;        ///< Lower case, stable: "doctor_patient".
    QString nameEn;      ///< "Doctor–patient".
    QString nameZh;      ///< "医患".
    QStringList aliases; ///< Other spellings that imports may use.
    int position = 0;    ///< Order in lists.
    bool retired = false;

    bool operator==(const Category&) const = default;

    /// The name in the program's language ("zh_CN" → Chinese, else English).
    const QString& name(const QString& language) const {
        return language.startsWith(QLatin1String("zh")) && !nameZh.isEmpty() ? nameZh : nameEn;
    }
};

/// The code that a free spelling stands for: lower case, words joined by "_", punctuation dropped.
QString categoryCode(const QString& spelling);

} // namespace moderato::domain
