#include "widgets/review/CategoryPanel.h"

#include "widgets/common/Chip.h"
#include "widgets/common/Format.h"
#include "widgets/common/Theme.h"
#include "widgets/review/ReviewWords.h"
#include "widgets/review/ScoreRow.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>

namespace moderato::widgets {

CategoryPanel::CategoryPanel(QWidget* parent)
    : Panel(QStringLiteral("review.category"), tr("Category"), {}, parent)
    , was_(new QLabel)
    , person_(new QLabel(tr("Person")))
    , decided_(new Chip({}))
    , who_(new QLabel)
    , source_(new QLabel(tr("Source")))
    , given_(new Chip({})) {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        rows_[i] = new ScoreRow(QString::number(i + 1));
        body()->addWidget(rows_[i]);
        connect(rows_[i], &ScoreRow::clicked, this, [this, i] { Q_EMIT picked(codes_[i]); });
    }
    setRole(was_, "small");
    was_->setWordWrap(true);
    body()->addWidget(was_);
    for (QLabel* label : {person_, source_, who_}) {
        setRole(label, "small");
    }
    for (Chip* chip : {decided_, given_}) {
        chip->setFocusPolicy(Qt::NoFocus);
        chip->setAttribute(Qt::WA_TransparentForMouseEvents);
    }
    auto* answers = new QGridLayout;
    answers->setContentsMargins(0, halfGrid, 0, 0);
    answers->setHorizontalSpacing(grid);
    answers->setVerticalSpacing(halfGrid);
    answers->addWidget(person_, 0, 0);
    auto* decided = new QHBoxLayout;
    decided->setSpacing(grid);
    decided->addWidget(decided_);
    decided->addWidget(who_);
    decided->addStretch();
    answers->addLayout(decided, 0, 1);
    answers->addWidget(source_, 1, 0);
    answers->addWidget(given_, 1, 1, Qt::AlignLeft);
    answers->setColumnStretch(1, 1);
    body()->addLayout(answers);
}

void CategoryPanel::setItem(const usecases::ItemView& item, const Taxonomy& taxonomy, QAction* train) {
    setAnswers(item, taxonomy);
    const bool anybody = item.category || !decided_->isHidden() || !given_->isHidden();
    if (!anybody) {
        setModelLine({});
        showEmpty(tr("No category model is in service."), train);
        return;
    }
    const auto scores =
        item.category ? item.category->scores : std::vector<usecases::CategoryOpinion::Score>();
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const bool there = i < scores.size();
        codes_[i] = there ? scores[i].category.code : QString();
        rows_[i]->setVisible(item.category.has_value());
        if (there) {
            rows_[i]->setScore(taxonomy.name(codes_[i]), scores[i].probability, i == 0);
        } else {
            rows_[i]->setNothing();
        }
    }
    setModelLine(item.category ? ReviewWords::modelLine(item.category->version, item.category->at)
                               : tr("Not predicted yet: no model is in service."));
    const auto& before = item.previousCategory;
    QString was;
    if (before && item.category && !before->scores.empty() && !scores.empty()) {
        const auto& old = before->scores.front();
        const auto& now = scores.front();
        was = old.category.code == now.category.code
                  ? tr("was: the same, %1 (%2)").arg(Format::percent(old.probability), before->version)
                  : tr("was: %1 %2 (%3) → now: %4")
                        .arg(taxonomy.name(old.category.code), Format::percent(old.probability),
                             before->version, taxonomy.name(now.category.code));
    }
    was_->setText(was);
    was_->setVisible(!was.isEmpty());
    showBody();
}

void CategoryPanel::setAnswers(const usecases::ItemView& item, const Taxonomy& taxonomy) {
    const auto& decision = item.decision;
    QString text, code;
    if (decision) {
        code = decision->category;
        text = !code.isEmpty() ? taxonomy.name(code) : ReviewWords::decision(*decision, taxonomy);
    }
    decided_->setData({.text = text,
                       .voice = Voice::Decided,
                       .color = code.isEmpty() ? QColor() : categoryColor(code),
                       .score = -1,
                       .letter = {}});
    decided_->setVisible(decision.has_value());
    who_->setText(decision
                      ? tr("%1, %2").arg(decision->person, Format::ago(decision->at, SystemClock().now()))
                      : tr("not decided yet"));
    const QString& given = item.content.givenCategory;
    given_->setData(
        {.text = taxonomy.name(given), .voice = Voice::Given, .color = {}, .score = -1, .letter = {}});
    given_->setVisible(!given.isEmpty());
    source_->setVisible(!given.isEmpty());
}

} // namespace moderato::widgets
