#include "widgets/review/QualityPanel.h"

#include "widgets/common/Chip.h"
#include "widgets/common/FlowLayout.h"
#include "widgets/common/Format.h"
#include "widgets/common/Theme.h"
#include "widgets/review/QualityRow.h"
#include "widgets/review/ReviewWords.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace moderato::widgets {
namespace {

constexpr double shownAsMark = 0.5;

QLabel* smallLabel(const char* role) {
    auto* label = new QLabel;
    label->setWordWrap(true);
    setRole(label, role);
    return label;
}

} // namespace

QualityPanel::QualityPanel(QWidget* parent)
    : Panel(QStringLiteral("review.quality"), tr("Quality"), {}, parent)
    , rank_(smallLabel("muted"))
    , rows_(new QVBoxLayout)
    , legend_(smallLabel("small"))
    , marks_(smallLabel("danger"))
    , predictedMarks_(smallLabel("small"))
    , chips_(new QWidget)
    , flow_(new FlowLayout(chips_))
    , missing_(smallLabel("muted"))
    , getMissing_(new QPushButton)
    , lookedAt_(new QCheckBox)
    , lookedAtWhat_(smallLabel("small"))
    , judge_(new QPushButton) {
    rank_->setObjectName(QStringLiteral("quality.rank"));
    predictedMarks_->setObjectName(QStringLiteral("quality.predictedMarks"));
    missing_->setObjectName(QStringLiteral("quality.missing"));
    lookedAt_->setObjectName(QStringLiteral("quality.lookedAt"));
    rows_->setSpacing(halfGrid);
    getMissing_->setProperty("emphasis", "link");
    getMissing_->setAutoDefault(false);
    connect(getMissing_, &QPushButton::clicked, this, [this] {
        if (missingAction_) {
            missingAction_->trigger();
        }
    });
    connect(lookedAt_, &QCheckBox::clicked, this, [this] {
        if (lookedAtAction_) {
            lookedAtAction_->trigger();
        }
    });
    lookedAt_->setFocusPolicy(Qt::TabFocus);
    judge_->setObjectName(QStringLiteral("quality.judge"));
    judge_->setProperty("emphasis", "link");
    judge_->setAutoDefault(false);
    judge_->hide();
    connect(judge_, &QPushButton::clicked, this, [this] {
        if (judgeAction_) {
            judgeAction_->trigger();
        }
    });
    body()->addWidget(rank_);
    body()->addLayout(rows_);
    body()->addWidget(legend_);
    for (QWidget* widget : std::initializer_list<QWidget*>{lookedAt_, lookedAtWhat_, marks_, predictedMarks_,
                                                           chips_, missing_}) {
        body()->addWidget(widget);
    }
    for (QPushButton* link : {getMissing_, judge_}) {
        body()->addWidget(link, 0, Qt::AlignLeft);
    }
}

void QualityPanel::setItem(const usecases::ItemView& item, const Actions& actions) {
    while (QLayoutItem* old = rows_->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    showVerdict(item);
    showJudge(actions);
    if (item.quality.empty() && item.lowQuality.empty() && !item.predictedQuality &&
        !item.predictedLowQuality) {
        const bool figures = item.content.consumption && !item.content.consumption->isEmpty();
        setModelLine({});
        showNothing(figures ? tr("Too few impressions for a label, and no quality model has predicted.")
                            : tr("No consumption figures yet, and no quality model has predicted."),
                    figures ? actions.train : actions.import);
        return;
    }
    bool anyLabel = false, anyPrediction = false;
    std::vector<QualityTask> tasks = qualityTasks(item);
    for (const QualityTask& task : tasks) {
        anyLabel |= task.label.has_value();
        anyPrediction |= task.probability.has_value();
    }
    for (QualityTask& task : tasks) {
        rows_->addWidget(new QualityRow(std::move(task), anyPrediction));
    }
    QStringList legend;
    if (anyLabel) {
        legend << tr("Degree 0 to 100; the line marks the reference.");
    }
    if (anyPrediction) {
        legend << tr("Predicted: probability of positive; from 50 % on it is positive.");
    }
    legend_->setText(legend.join(QLatin1Char(' ')));
    legend_->setVisible(!legend.isEmpty());
    showMarks(item);
    showPredictedMarks(item);
    showModels(item, actions.train);
    showLookedAt(qualityEvidence(item), actions);
    showBody();
}

/// What is missing and what gets it; one may judge all the same.
void QualityPanel::showNothing(const QString& missing, QAction* gets) {
    for (QWidget* widget : std::initializer_list<QWidget*>{legend_, marks_, predictedMarks_, chips_,
                                                           lookedAt_, lookedAtWhat_}) {
        widget->hide();
    }
    missing_->setText(missing);
    missing_->show();
    offer(gets, gets ? gets->text() : QString());
    showBody();
}

void QualityPanel::offer(QAction* action, const QString& text) {
    missingAction_ = action;
    getMissing_->setText(text);
    getMissing_->setVisible(action);
}

void QualityPanel::showVerdict(const usecases::ItemView& item) {
    const auto& verdict = item.qualityVerdict;
    const QString count =
        verdict ? tr("%1 of %n tasks positive", nullptr, verdict->tasks).arg(verdict->positive) : QString();
    setSummary(!verdict || verdict->tasks == 0 ? QString()
               : verdict->isPositive           ? tr("good: %1", "verdict: count of tasks").arg(count)
                                               : tr("poor: %1", "verdict: count of tasks").arg(count));
    if (verdict) {
        const QString weight = tr("rank × %1").arg(Format::score(verdict->rankingWeight, 2));
        rank_->setText(weight);
        rank_->setToolTip(
            tr("What a recommendation's rank is multiplied by: ½ and the share of positive tasks; half "
               "of it for an inferior item, a tenth for a low one. Labels count before predictions.\n"
               "An item is good when more than %1 of its tasks are positive (set on the Verify page).")
                .arg(Format::percent(verdict->share)));
    }
    rank_->setVisible(verdict.has_value());
}

void QualityPanel::showMarks(const usecases::ItemView& item) {
    QStringList marks;
    for (const domain::LowQualityMark& mark : item.lowQuality) {
        marks << ReviewWords::disallowReason(mark.code);
    }
    marks_->setText(tr("Marked by people: %1").arg(marks.join(QStringLiteral(", "))));
    marks_->setVisible(!marks.isEmpty());
}

void QualityPanel::showPredictedMarks(const usecases::ItemView& item) {
    flow_->clear();
    QStringList weaker;
    auto scores =
        item.predictedLowQuality ? item.predictedLowQuality->scores : std::vector<domain::TaskScore>();
    std::stable_sort(scores.begin(), scores.end(),
                     [](const auto& a, const auto& b) { return a.probability > b.probability; });
    for (const domain::TaskScore& score : scores) {
        const QString name = ReviewWords::disallowReason(score.task);
        if (!(score.probability >= shownAsMark)) {
            weaker << QStringLiteral("%1 %2").arg(name, Format::percent(score.probability));
            continue;
        }
        auto* chip = new Chip({.text = name,
                               .voice = Voice::Predicted,
                               .color = {},
                               .score = std::clamp(score.probability, 0.0, 1.0),
                               .letter = {}});
        chip->setFocusPolicy(Qt::NoFocus);
        chip->setToolTip(
            tr("%1, predicted with %2; nobody has marked it").arg(name, Format::percent(score.probability)));
        flow_->addWidget(chip);
    }
    chips_->setVisible(flow_->count() > 0);
    predictedMarks_->setText(flow_->count() > 0 ? tr("Predicted low quality, not marked by people:")
                                                : tr("No low quality is predicted."));
    predictedMarks_->setToolTip(
        weaker.isEmpty() ? QString() : tr("Less likely: %1").arg(weaker.join(QStringLiteral(", "))));
    chips_->setToolTip(predictedMarks_->toolTip());
    predictedMarks_->setVisible(item.predictedLowQuality.has_value());
}

void QualityPanel::showModels(const usecases::ItemView& item, QAction* train) {
    QStringList models;
    for (const auto& opinion : {item.predictedQuality, item.predictedLowQuality}) {
        if (opinion) {
            models << ReviewWords::modelLine(opinion->version, opinion->at);
        }
    }
    setModelLine(models.join(QLatin1Char('\n')));
    const bool noModel = item.qualityModel.isEmpty();
    missing_->setText(noModel ? tr("Not predicted: no quality model is in service.")
                              : tr("%1 has not read this item yet.").arg(item.qualityModel));
    missing_->setVisible(!item.predictedQuality);
    offer(noModel ? train : nullptr, tr("Train a quality model on the Train page"));
}

void QualityPanel::showJudge(const Actions& actions) {
    judgeAction_ = actions.judge;
    judge_->setVisible(actions.judge);
    judge_->setText(actions.judgeKey.isEmpty() ? tr("Judge it yourself…")
                                               : tr("Judge it yourself…  %1", "a key").arg(actions.judgeKey));
}

void QualityPanel::showLookedAt(const QualityEvidence& evidence, const Actions& actions) {
    bind(actions.lookedAt);
    const bool any = lookedAtAction_ && !evidence.isEmpty();
    lookedAt_->setVisible(any);
    lookedAtWhat_->setVisible(any);
    if (!any) {
        return;
    }
    lookedAt_->setText(actions.lookedAtKey.isEmpty()
                           ? tr("Show what mattered")
                           : tr("Show what mattered  %1", "a key").arg(actions.lookedAtKey));
    QStringList what;
    if (!evidence.sentences.empty()) {
        what << tr("%n sentence(s): bar and dashed line", nullptr, int(evidence.sentences.size()));
    }
    if (!evidence.pictures.isEmpty()) {
        what << tr("%n picture(s): frame with the rank", nullptr, int(evidence.pictures.size()));
    }
    if (!evidence.parts.empty()) {
        what << tr("%n part(s) of the video: frame on the timeline", nullptr, int(evidence.parts.size()));
    }
    lookedAtWhat_->setText(what.join(QStringLiteral("  ·  ")));
}

/// The box follows the action, whoever switches it.
void QualityPanel::bind(QAction* lookedAt) {
    if (lookedAtAction_ == lookedAt) {
        return;
    }
    if (lookedAtAction_) {
        lookedAtAction_->disconnect(this);
    }
    lookedAtAction_ = lookedAt;
    if (lookedAt) {
        const auto follow = [this] {
            const QSignalBlocker quiet(lookedAt_);
            lookedAt_->setChecked(lookedAtAction_->isChecked());
        };
        connect(lookedAt, &QAction::toggled, this, follow);
        follow();
    }
}

} // namespace moderato::widgets
