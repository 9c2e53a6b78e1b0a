#include "widgets/review/QualityPanel.h"

#include "widgets/common/Theme.h"
#include "widgets/review/QualityRow.h"
#include "widgets/review/ReviewWords.h"

#include <QLabel>
#include <QVBoxLayout>

namespace moderato::widgets {

QualityPanel::QualityPanel(QWidget* parent)
    : Panel(QStringLiteral("review.quality"), tr("Quality"), {}, parent)
    , rows_(new QVBoxLayout)
    , marks_(new QLabel) {
    rows_->setSpacing(0);
    marks_->setWordWrap(true);
    setRole(marks_, "danger");
    body()->addLayout(rows_);
    body()->addWidget(marks_);
}

void QualityPanel::setItem(const usecases::ItemView& item, QAction* import) {
    while (QLayoutItem* old = rows_->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    QStringList marks;
    for (const domain::LowQualityMark& mark : item.lowQuality) {
        marks << ReviewWords::disallowReason(mark.code);
    }
    marks_->setText(marks.isEmpty() ? QString()
                                    : tr("Marked by people: %1").arg(marks.join(QStringLiteral(", "))));
    marks_->setVisible(!marks.isEmpty());
    setSummary(!item.qualityVerdict   ? QString()
               : item.qualityVerdict->isPositive ? tr("good: more than half above")
                                      : tr("poor: half or more below"));
    if (item.quality.empty() && marks.isEmpty()) {
        const bool figures = item.content.consumption && !item.content.consumption->isEmpty();
        setModelLine({});
        showEmpty(figures ? tr("Too few impressions for a label.") : tr("No consumption figures yet."),
                  figures ? nullptr : import);
        return;
    }
    for (const domain::QualityLabel& label : item.quality) {
        rows_->addWidget(new QualityRow(label));
    }
    setModelLine(item.quality.empty() ? QString()
                                      : tr("from consumption figures; the line marks the reference"));
    showBody();
}

} // namespace moderato::widgets
