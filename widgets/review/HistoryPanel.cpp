#include "widgets/review/HistoryPanel.h"

#include "widgets/common/Format.h"
#include "widgets/common/Theme.h"
#include "widgets/review/ReviewWords.h"

#include <QLabel>
#include <QSet>
#include <QVBoxLayout>

namespace moderato::widgets {
namespace {

constexpr std::size_t linesShown = 12;

} // namespace

HistoryPanel::HistoryPanel(QWidget* parent)
    : Panel(QStringLiteral("review.history"), tr("History"), {}, parent)
    , lines_(new QLabel) {
    lines_->setTextFormat(Qt::RichText);
    lines_->setWordWrap(true);
    lines_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    body()->addWidget(lines_);
}

void HistoryPanel::setItem(const usecases::ItemView& item, const Taxonomy& taxonomy) {
    setSummary(item.history.empty() ? QString() : Format::number(qint64(item.history.size())));
    if (item.history.empty()) {
        showEmpty(tr("Nobody has decided on it yet."));
        return;
    }
    QSet<domain::DecisionId> undone;
    for (const domain::Decision& decision : item.history) {
        if (decision.kind == domain::Decision::Kind::Undo) {
            undone.insert(decision.undoes);
        }
    }
    const Timestamp now = SystemClock().now();
    QStringList lines;
    for (std::size_t i = 0; i < std::min(linesShown, item.history.size()); ++i) {
        const domain::Decision& decision = item.history[i];
        QString what = ReviewWords::decision(decision, taxonomy).toHtmlEscaped();
        if (undone.contains(decision.id)) {
            what = QStringLiteral("<s>%1</s>").arg(what);
        }
        if (!decision.note.isEmpty()) {
            what += QStringLiteral(" — %1").arg(decision.note.toHtmlEscaped());
        }
        lines << QStringLiteral("%1 <span style=\"color:%2\">· %3, %4</span>")
                     .arg(what, tokens(palette()).textMuted.name(), decision.person.toHtmlEscaped(),
                          Format::ago(decision.at, now).toHtmlEscaped());
    }
    if (item.history.size() > linesShown) {
        lines << tr("%n earlier.", nullptr, int(item.history.size() - linesShown));
    }
    lines_->setText(lines.join(QStringLiteral("<br>")));
    showBody();
}

} // namespace moderato::widgets
