// The walkthrough's pictures of quality: what the model looked at on the review page, its tab on the Train
// page.
#include "app/gui/Application.h"
#include "app/gui/MainWindow.h"
#include "app/gui/WaitFor.h"
#include "app/gui/Walkthrough.h"
#include "widgets/review/ContentPane.h"
#include "widgets/review/EvidencePane.h"
#include "widgets/review/QualityPanel.h"
#include "widgets/review/ReviewPage.h"

#include <QLabel>

namespace moderato {

using namespace widgets;

/// One item of a kind that a quality model has predicted; nothing: none of the first.
std::optional<domain::ContentId> Walkthrough::itemWithQuality(domain::ContentKind kind) {
    constexpr int looked = 40;
    usecases::LibraryFilter filter;
    filter.kind = kind;
    const auto found =
        program_.workspace().list().page(filter, usecases::LibrarySort::Newest, std::nullopt, looked);
    for (const auto& row : found ? found->rows : std::vector<usecases::LibraryRow>()) {
        const auto item = program_.workspace().items().read(row.content);
        if (item && (*item)->predictedQuality && !(*item)->quality.empty()) {
            return row.content;
        }
    }
    return {};
}

void Walkthrough::qualityPages(const QString& theme, int width) {
    MainWindow& window = program_.window();
    const auto name = [&](const char* what) {
        return QStringLiteral("%1-%2-%3").arg(QLatin1String(what), theme).arg(width);
    };
    using Kind = domain::ContentKind;
    for (const auto& [kind, what] :
         {std::pair(Kind::Article, "quality-article"), std::pair(Kind::Pictures, "quality-pictures"),
          std::pair(Kind::Video, "quality-video")}) {
        const auto id = itemWithQuality(kind);
        if (!id) {
            continue;
        }
        step(name(what), [&, kind = kind] {
            window.showPage(QStringLiteral("review"));
            const bool shown = kind == Kind::Video ? showVideo(*id) : showItem(*id);
            reviewPage().evidence().reveal(reviewPage().evidence().quality());
            reviewPage().content().setLookedAtShown(true);
            return shown;
        });
        reviewPage().content().setLookedAtShown(false);
    }
    step(name("train-quality"), [&] {
        window.showPage(QStringLiteral("train"));
        const auto* heading =
            window.page(QStringLiteral("train"))->findChild<QLabel*>(QStringLiteral("dataSet.heading"));
        const QString before = heading->text();
        return act("train.quality") && expect(waitFor([&] { return heading->text() != before; }),
                                              QStringLiteral("the labels were not read"));
    });
    act("train.category");
}

} // namespace moderato
