#include "widgets/train/RunCard.h"

#include "widgets/common/ActionButton.h"
#include "widgets/common/Format.h"
#include "widgets/common/Theme.h"
#include "widgets/train/CurveView.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QSpinBox>
#include <QVBoxLayout>

namespace moderato::widgets {

RunCard::RunCard(ActionTable& actions, QWidget* parent)
    : QFrame(parent)
    , seed_(new QSpinBox(this))
    , from_(new QComboBox(this))
    , method_(new QComboBox(this))
    , bar_(new QProgressBar(this))
    , state_(new QLabel(this))
    , latest_(new QLabel(this))
    , curve_(new CurveView(this)) {
    setProperty("card", true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * grid, 12, 2 * grid, 2 * grid);
    column->setSpacing(12);
    auto* heading = new QLabel(tr("Training run"), this);
    setRole(heading, "head");
    column->addWidget(heading);

    from_->addItem(tr("From the version in service"), false);
    from_->addItem(tr("From scratch"), true);
    from_->setAccessibleName(tr("Where the run starts from"));
    method_->setObjectName(QStringLiteral("method"));
    method_->setAccessibleName(tr("How the run learns"));
    method_->setToolTip(tr("With anything but the default a run starts from scratch."));
    method_->hide();
    connect(method_, &QComboBox::currentIndexChanged, this, [this] {
        from_->setEnabled(method_->isEnabled() && method_->currentData().toString().isEmpty());
    });
    seed_->setRange(0, 1'000'000);
    seed_->setValue(1);
    seed_->setButtonSymbols(QAbstractSpinBox::NoButtons);
    seed_->setFixedWidth(scaled(72));
    seed_->setObjectName(QStringLiteral("seed"));
    auto* seedName = new QLabel(tr("Seed"), this);
    seedName->setBuddy(seed_);
    seedName->setToolTip(tr("The same seed on the same data gives the same version."));

    auto* row = new QHBoxLayout;
    row->setSpacing(grid);
    row->addWidget(method_);
    row->addWidget(from_);
    row->addWidget(seedName);
    row->addWidget(seed_);
    row->addStretch(1);
    row->addWidget(
        new ActionButton(actions, QStringLiteral("train.start"), ActionButton::Emphasis::Primary, this));
    column->addLayout(row);
    column->addWidget(curve_, 1);
    setRole(latest_, "small");
    latest_->setWordWrap(true);
    latest_->setObjectName(QStringLiteral("latestRound"));
    column->addWidget(latest_);

    auto* progress = new QHBoxLayout;
    progress->setSpacing(12);
    bar_->setTextVisible(false);
    QSizePolicy keep = bar_->sizePolicy();
    keep.setRetainSizeWhenHidden(true);
    bar_->setSizePolicy(keep);
    bar_->setFixedWidth(scaled(160));
    bar_->hide();
    setRole(state_, "muted");
    state_->setObjectName(QStringLiteral("runState"));
    progress->addWidget(state_, 1);
    progress->addWidget(bar_);
    progress->addWidget(
        new ActionButton(actions, QStringLiteral("train.cancel"), ActionButton::Emphasis::Quiet, this));
    column->addLayout(progress);
}

usecases::TrainOptions RunCard::options() const {
    usecases::TrainOptions options;
    options.seed = quint64(seed_->value());
    options.fromScratch = from_->currentData().toBool();
    if (const QString preset = method_->currentData().toString(); !preset.isEmpty()) {
        options.settings = {QStringLiteral("preset=%1").arg(preset)};
    }
    return options;
}

void RunCard::setTask(domain::ModelTask task) {
    method_->clear();
    method_->addItem(tr("Default method"), QString());
    if (task == domain::ModelTask::Topics) {
        method_->addItem(tr("Margin loss (S0)"), QStringLiteral("document"));
        method_->addItem(tr("Triplet loss (S2)"), QStringLiteral("document-tags"));
    } else if (task == domain::ModelTask::Tags) {
        method_->addItem(tr("Triplet loss (S2)"), QStringLiteral("document"));
    }
    method_->setVisible(method_->count() > 1);
}

void RunCard::setScoreName(const QString& name) {
    curve_->setScoreName(name);
}

void RunCard::begin() {
    curve_->clear();
    latest_->clear();
}

void RunCard::addRound(const usecases::TrainRound& round) {
    curve_->add(round);
    latest_->setText(curve_->sentenceOf(round));
}

void RunCard::setProgress(const Progress& progress) {
    bar_->setMaximum(progress.total > 0 ? 1000 : 0);
    bar_->setValue(progress.total > 0 ? int(progress.done * 1000 / progress.total) : 0);
    if (const QString text = Format::progress(progress); !text.isEmpty()) {
        state_->setText(text);
    }
}

void RunCard::setState(const QString& text, bool running) {
    state_->setText(text);
    bar_->setVisible(running);
    bar_->setMaximum(0);
    seed_->setEnabled(!running);
    method_->setEnabled(!running);
    from_->setEnabled(!running && method_->currentData().toString().isEmpty());
}

} // namespace moderato::widgets
