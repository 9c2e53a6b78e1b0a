// The walkthrough's pictures of what readers' faces say: the panel on the review page, the editor of sets.
#include "app/gui/Application.h"
#include "app/gui/MainWindow.h"
#include "app/gui/Walkthrough.h"
#include "widgets/expressions/ExpressionSetEditor.h"
#include "widgets/review/EvidencePane.h"
#include "widgets/review/ExpressionsPanel.h"
#include "widgets/review/ReviewPage.h"
#include "widgets/settings/SettingsPage.h"

#include <algorithm>

namespace moderato {

using namespace widgets;

/// An item with a curve along its time, else one with a flag, else one with readers; nothing: none has any.
std::optional<domain::ContentId> Walkthrough::itemWithReaders() {
    const auto judged = program_.workspace().expressions().judged();
    if (!judged || judged->empty()) {
        return {};
    }
    const auto rank = [](const usecases::MatchExpressions::Judged& one) {
        return 2 * int(!one.expressions.curves.empty()) +
               int(one.expressions.byDocument == domain::ExpressionFinding::DoesNotBelong);
    };
    return std::max_element(judged->begin(), judged->end(),
                            [&](const auto& a, const auto& b) { return rank(a) < rank(b); })
        ->content;
}

void Walkthrough::expressionPages(const QString& theme, int width) {
    const auto named = [&](const char* what) {
        return QStringLiteral("%1-%2-%3").arg(QLatin1String(what), theme).arg(width);
    };
    if (const auto id = itemWithReaders()) {
        step(named("expressions"), [&] {
            if (!showItem(*id)) {
                return false;
            }
            EvidencePane& evidence = reviewPage().evidence();
            evidence.reveal(evidence.expressions());
            return true;
        });
    }
    step(named("sets"), [&] {
        program_.window().showPage(QStringLiteral("settings"));
        const auto* settings =
            qobject_cast<SettingsPage*>(program_.window().page(QStringLiteral("settings")));
        ExpressionSetEditor* sets = settings->expressionSets();
        program_.actions().trigger(QStringLiteral("settings.expressionSets"));
        const bool shown = waitFor([&] { return sets->isVisible() && sets->isRead(); });
        sets->choose(QStringLiteral("fun"));
        return expect(shown, QStringLiteral("the sets were not shown"));
    });
    program_.actions().trigger(QStringLiteral("settings.general"));
}

} // namespace moderato
