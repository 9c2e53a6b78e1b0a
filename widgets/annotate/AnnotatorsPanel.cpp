#include "widgets/annotate/AnnotatorsPanel.h"

#include "widgets/common/Format.h"
#include "widgets/common/Theme.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace moderato::widgets {
namespace {

QString hashed(const QStringList& topics) {
    QStringList shown;
    for (const QString& topic : topics) {
        shown << QLatin1Char('#') + topic;
    }
    return shown.isEmpty() ? AnnotatorsPanel::tr("none fits") : shown.join(QLatin1Char(' '));
}

} // namespace

QString besideGold(const QStringList& answer, const QStringList& gold) {
    const auto right = std::count_if(gold.begin(), gold.end(), [&](const QString& topic) {
        return answer.contains(topic, Qt::CaseInsensitive);
    });
    const auto others = answer.size() - right;
    return others == 0
               ? AnnotatorsPanel::tr("%1 of %n known topic(s)", nullptr, int(gold.size())).arg(right)
               : AnnotatorsPanel::tr("%1 of %n known topic(s), and %2 other", nullptr, int(gold.size()))
                     .arg(right)
                     .arg(others);
}

AnnotatorsPanel::AnnotatorsPanel(QWidget* parent)
    : Panel(QStringLiteral("annotate.annotators"), tr("Annotators"), {}, parent)
    , answers_(new QLabel)
    , gold_(new QLabel)
    , agreement_(new QLabel) {
    for (QLabel* label : {answers_, gold_, agreement_}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        body()->addWidget(label);
    }
    setRole(agreement_, "small");
    gold_->hide();
    agreement_->hide();
}

void AnnotatorsPanel::setItem(const usecases::AnnotationView& view, const QString& person, bool reveal) {
    QStringList lines;
    int others = 0;
    for (const domain::TopicAnswer& answer : view.answers) {
        const bool mine = answer.person == person;
        others += mine ? 0 : 1;
        if (mine || reveal) {
            const QString who = mine ? tr("You") : answer.person;
            lines << (answer.blind ? tr("%1 (blind): %2", "annotator, topics").arg(who, hashed(answer.topics))
                                   : tr("%1: %2", "annotator, topics").arg(who, hashed(answer.topics)));
        }
    }
    if (!reveal && others > 0) {
        lines << tr("%n other(s) answered; you see it when you have.", nullptr, others);
    }
    if (view.answers.empty()) {
        lines << tr("Nobody has answered yet.");
    }
    answers_->setText(lines.join(QLatin1Char('\n')));
    const bool showGold = view.gold && reveal;
    gold_->setVisible(showGold);
    if (showGold) {
        gold_->setText(view.mine ? tr("Gold: %1. You have %2.")
                                       .arg(hashed(*view.gold), besideGold(view.mine->topics, *view.gold))
                                 : tr("Gold: %1.").arg(hashed(*view.gold)));
    }
    setSummary(view.answers.empty() ? QString() : Format::number(qint64(view.answers.size())));
}

void AnnotatorsPanel::setAgreement(const usecases::AgreementReport& report, const QString& person) {
    QStringList lines;
    for (const auto& gold : report.gold) {
        if (gold.person == person) {
            lines << tr("You on gold: overlap %1, the same %2, of %n item(s).", nullptr, int(gold.items))
                         .arg(Format::percent(gold.overlap), Format::percent(gold.same));
        }
    }
    if (report.items > 0) {
        lines << tr("All: Krippendorff's alpha %1 (MASI), %2 (nominal), %n shared item(s).", nullptr,
                    int(report.items))
                     .arg(Format::score(report.alphaMasi), Format::score(report.alphaNominal));
    }
    for (const auto& pair : report.pairs) {
        if (pair.first == person || pair.second == person) {
            lines << tr("With %1: Cohen's kappa %2, overlap %3, %n item(s).", nullptr, int(pair.items))
                         .arg(pair.first == person ? pair.second : pair.first, Format::score(pair.kappa),
                              Format::percent(pair.overlap));
        }
    }
    agreement_->setText(lines.join(QLatin1Char('\n')));
    agreement_->setVisible(!lines.isEmpty());
}

QString AnnotatorsPanel::text() const {
    return QStringList{answers_->text(), gold_->isHidden() ? QString() : gold_->text(),
                       agreement_->isHidden() ? QString() : agreement_->text()}
        .join(QLatin1Char('\n'));
}

} // namespace moderato::widgets
