#include "core/domain/Category.h"

namespace moderato::domain {

QString categoryCode(const QString& spelling) {
    QString code;
    bool gap = false;
    for (const QChar c : spelling.trimmed().toLower()) {
        if (c.isLetterOrNumber() || c.isSurrogate()) {
            if (gap && !code.isEmpty()) {
                code += QLatin1Char('_');
            }
            code += c;
            gap = false;
        } else {
            gap = true;
        }
    }
    return code;
}

} // namespace moderato::domain
