#include "widgets/expressions/ConsentPane.h"

#include "widgets/common/Theme.h"
#include "widgets/expressions/FeatureNames.h"
#include "widgets/expressions/ReaderRun.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace moderato::widgets {

namespace {

constexpr int measure = 820; ///< A comfortable length of line, with its heading beside it.

} // namespace

ConsentPane::ConsentPane(QWidget* parent)
    : QWidget(parent)
    , page_(new QWidget)
    , agree_(new QCheckBox(this))
    , rest_(new QCheckBox(this))
    , start_(new QPushButton(this))
    , without_(new QPushButton(tr("Read without the camera"), this))
    , leave_(new QPushButton(tr("Close"), this)) {
    agree_->setObjectName(QStringLiteral("consent"));
    rest_->setObjectName(QStringLiteral("restFirst"));
    start_->setObjectName(QStringLiteral("startCamera"));
    without_->setObjectName(QStringLiteral("withoutCamera"));
    leave_->setProperty("emphasis", "quiet");
    start_->setProperty("emphasis", "primary");
    rest_->setChecked(true);

    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    auto* centred = new QWidget;
    auto* row = new QHBoxLayout(centred);
    row->setContentsMargins(3 * grid, 2 * grid, 3 * grid, 2 * grid);
    row->addStretch(1);
    row->addWidget(page_, 100);
    row->addStretch(1);
    onScale(page_, [this] { page_->setMaximumWidth(scaled(measure)); });
    text_ = new QVBoxLayout(page_);
    text_->setContentsMargins(0, 0, 0, 0);
    text_->setSpacing(3 * halfGrid);
    scroll->setWidget(centred);
    centred->setAutoFillBackground(false); // setWidget has turned it on.

    // What one answers with stays in sight, however long the text.
    auto* foot = new QWidget(this);
    auto* answers = new QVBoxLayout;
    answers->setSpacing(grid);
    answers->addWidget(agree_);
    answers->addWidget(rest_);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(grid);
    buttons->addWidget(start_);
    buttons->addWidget(without_);
    buttons->addStretch(1);
    buttons->addWidget(leave_);
    answers->addLayout(buttons);
    auto* middle = new QWidget(foot);
    middle->setLayout(answers);
    answers->setContentsMargins(0, 0, 0, 0);
    onScale(middle, [middle] { middle->setMaximumWidth(scaled(measure)); });
    auto* footRow = new QHBoxLayout(foot);
    footRow->setContentsMargins(3 * grid, 3 * halfGrid, 3 * grid, 2 * grid);
    footRow->addStretch(1);
    footRow->addWidget(middle, 100);
    footRow->addStretch(1);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    auto* line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    line->setFixedHeight(1);
    line->setForegroundRole(QPalette::Mid);
    column->addWidget(line);
    column->addWidget(foot);
    setProperty("ground", "surface");
    setAttribute(Qt::WA_StyledBackground);

    connect(agree_, &QCheckBox::toggled, start_, &QPushButton::setEnabled);
    connect(start_, &QPushButton::clicked, this, [this] {
        if (isAgreed()) {
            Q_EMIT agreed(restsFirst());
        }
    });
    connect(without_, &QPushButton::clicked, this, &ConsentPane::withoutCamera);
    connect(leave_, &QPushButton::clicked, this, &ConsentPane::left);
}

bool ConsentPane::isAgreed() const {
    return agree_->isChecked() && agree_->isVisible();
}

bool ConsentPane::restsFirst() const {
    return rest_->isChecked();
}

void ConsentPane::addSection(const QString& heading, const QString& text) {
    auto* head = new QLabel(heading, page_);
    setRole(head, "strong");
    head->setWordWrap(true);
    head->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    onScale(head, [head] { head->setFixedWidth(scaled(176)); });
    auto* body = new QLabel(text, page_);
    body->setWordWrap(true);
    body->setTextFormat(Qt::PlainText);
    body->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* row = new QHBoxLayout;
    row->setSpacing(2 * grid);
    row->addWidget(head, 0, Qt::AlignTop);
    row->addWidget(body, 1);
    text_->addLayout(row);
}

void ConsentPane::setFacts(const Facts& facts) {
    const bool canMeasure = !facts.features.isEmpty();
    auto* title = new QLabel(canMeasure ? tr("May the camera look at your face while you read?")
                                        : tr("Nothing can be measured here"),
                             page_);
    setRole(title, "title");
    title->setWordWrap(true);
    text_->addWidget(title);
    if (!canMeasure) {
        addSection(tr("Why"), facts.problem);
    } else {
        addSection(tr("What is measured"),
                   tr("How your face moves: %1. Nothing else: no emotion is inferred from it, and nobody is "
                      "recognised – neither who you are, nor your age, sex or origin. No sound is recorded.")
                       .arg(FeatureNames::list(facts.features)));
        addSection(tr("Why"),
                   tr("To find items that stand under the wrong heading: what is meant to be funny and makes "
                      "hardly anybody smile is looked at again by people. You are not judged; a single "
                      "reader decides nothing."));
        addSection(
            tr("What is kept"),
            tr("For each item: which of these movements were seen and when, a number made of them, the "
               "share of pictures in which your face was seen, and the time. All of it under the "
               "pseudonym “%1”, in this library only. Pictures are never kept: each is looked at in "
               "memory and gone within a moment.")
                .arg(facts.reader));
        addSection(tr("How long"), tr("Until it is deleted, which you can ask for or do yourself at any time "
                                      "and without a reason. There is no other term."));
        addSection(tr("How to stop"),
                   tr("Esc turns the camera off at once; what was not finished is thrown away. While the "
                      "camera is on, a red light at the top of this window says so."));
        addSection(
            tr("How to withdraw"),
            tr("“Delete my results” in this window deletes all that is kept of you, also from earlier "
               "days. Later, whoever runs this library does the same with “moderato forget-reader %1”.")
                .arg(facts.reader));
        addSection(
            tr("Your choice"),
            tr("You can read all of it with the camera off, and nothing depends on your answer. If you "
               "work with this library, or if somebody at your work asks you to take part, do not: at "
               "the workplace this is prohibited in the EU (AI Act, Article 5(1)(f))."));
    }
    if (facts.isClip) {
        addSection(tr("A clip"),
                   tr("A recorded clip stands in for the camera. Whoever is seen in it must have "
                      "agreed to all of this."));
    }
    text_->addStretch(1);
    agree_->setText(facts.isClip
                        ? tr("Whoever is seen in the clip has read this and agrees that it is looked at.")
                        : tr("I have read this and agree that the camera looks at my face while I read."));
    rest_->setText(
        tr("First look at a calm page for %n second(s), so that my own face at rest is what is compared with",
           nullptr, int(ReaderRun::restingTime.count())));
    start_->setText(facts.isClip ? tr("Start the clip") : tr("Start the camera"));
    agree_->setVisible(canMeasure);
    rest_->setVisible(canMeasure);
    start_->setVisible(canMeasure);
    start_->setEnabled(false);
}

} // namespace moderato::widgets
