#pragma once

#include <QCoreApplication>
#include <QString>

namespace moderato::widgets {

/// What the tasks of quality are called.
class QualityNames {
    Q_DECLARE_TR_FUNCTIONS(moderato::widgets::QualityNames)
public:
    /// "dwell" → "Dwell time"; a task that is not known is its own name.
    static QString task(const QString& code);
};

} // namespace moderato::widgets
