#include "core/domain/ReaderSession.h"

#include <array>
#include <utility>

namespace moderato::domain {

namespace {

constexpr std::array findings = {std::pair{ExpressionFinding::NotEnough, "not_enough"},
                                 std::pair{ExpressionFinding::Belongs, "belongs"},
                                 std::pair{ExpressionFinding::DoesNotBelong, "does_not_belong"}};

} // namespace

QString toCode(ExpressionFinding finding) {
    for (const auto& [known, code] : findings) {
        if (known == finding) {
            return QString::fromLatin1(code);
        }
    }
    return {};
}

std::optional<ExpressionFinding> expressionFindingFromCode(QStringView code) {
    for (const auto& [finding, name] : findings) {
        if (code == QLatin1String(name)) {
            return finding;
        }
    }
    return {};
}

QString toCode(ExpressionSetChange::Kind kind) {
    switch (kind) {
    case ExpressionSetChange::Kind::Add:
        return QStringLiteral("add");
    case ExpressionSetChange::Kind::Remove:
        return QStringLiteral("remove");
    case ExpressionSetChange::Kind::Refuse:
        return QStringLiteral("refuse");
    }
    return {};
}

} // namespace moderato::domain
