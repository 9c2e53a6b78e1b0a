#pragma once

#include "core/domain/ExpressionFeature.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <vector>

namespace moderato::widgets {

/// The features of the face (S4.1) as people call them, in the program's language.
class FeatureNames {
    Q_DECLARE_TR_FUNCTIONS(moderato::widgets::FeatureNames)
public:
    /// As the program ships them, by part of the face; empty where the file is missing.
    static const std::vector<domain::ExpressionFeature>& table();
    /// "Brows raised"; a code that is none of them is shown in words.
    static QString name(const QString& code);
    /// "brows raised, lips pressed together", for the middle of a sentence.
    static QString list(const QStringList& codes);
    /// "Brows · M001": the part of the face and its recognition model.
    static QString part(const domain::ExpressionFeature& feature);
};

} // namespace moderato::widgets
