#include "widgets/verify/VerifyCard.h"

#include "widgets/common/ActionButton.h"
#include "widgets/common/Actions.h"
#include "widgets/common/Format.h"
#include "widgets/common/Theme.h"
#include "widgets/verify/PeriodChoice.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <cmath>

namespace moderato::widgets {

using usecases::DriftDetector;
using usecases::UpdateRules;

VerifyCard::VerifyCard(ActionTable& actions, const QString& trainAction, QWidget* parent)
    : QFrame(parent)
    , version_(new QLabel)
    , due_(new QLabel)
    , train_(new QPushButton(tr("Train one on the Train page")))
    , coincidence_(new QSpinBox)
    , required_(new QSpinBox)
    , days_(new QSpinBox)
    , automatic_(new QCheckBox(tr("Verify daily and update by itself when it is due")))
    , period_(new PeriodChoice)
    , detector_(new QComboBox)
    , state_(new QLabel)
    , bar_(new QProgressBar) {
    setProperty("card", true);
    version_->setObjectName(QStringLiteral("verify.version"));
    due_->setObjectName(QStringLiteral("verify.due"));
    state_->setObjectName(QStringLiteral("verify.state"));
    build(actions, trainAction);
    const auto changed = [this] { Q_EMIT rulesChanged(rules()); };
    for (QSpinBox* box : {coincidence_, required_, days_}) {
        connect(box, &QSpinBox::valueChanged, this, changed);
    }
    connect(automatic_, &QCheckBox::clicked, this, changed);
    setRules({});
    train_->hide(); // until it is known what there is
    due_->hide();
}

void VerifyCard::build(ActionTable& actions, const QString& trainAction) {
    auto* heading = new QLabel(tr("Verification"));
    setRole(heading, "head");
    setRole(version_, "strong");
    due_->setWordWrap(true);
    train_->setProperty("emphasis", "link");
    if (QAction* train = actions.find(trainAction)) {
        connect(train_, &QPushButton::clicked, train, &QAction::trigger);
    }
    detector_->setObjectName(QStringLiteral("verify.detector"));
    detector_->addItem(tr("None"), int(DriftDetector::None));
    detector_->addItem(QStringLiteral("ADWIN"), int(DriftDetector::Adwin));
    detector_->addItem(QStringLiteral("Page–Hinkley"), int(DriftDetector::PageHinkley));
    detector_->setToolTip(
        tr("Watches the labels in the order of publishing for a point from which predictions "
           "are worse."));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * grid, 12, 2 * grid, 2 * grid);
    column->setSpacing(12);
    column->addWidget(heading);
    column->addWidget(version_);
    column->addWidget(due_);
    column->addWidget(train_, 0, Qt::AlignLeft);
    column->addLayout(ruleFields());
    column->addLayout(buttons(actions));
    column->addLayout(progressLine(actions));
}

QLayout* VerifyCard::ruleFields() {
    coincidence_->setRange(0, 99);
    required_->setRange(0, 100);
    days_->setRange(1, 365);
    for (QSpinBox* box : {coincidence_, required_}) {
        box->setSuffix(tr(" %", "after a number"));
    }
    coincidence_->setObjectName(QStringLiteral("verify.coincidence"));
    required_->setObjectName(QStringLiteral("verify.required"));
    days_->setObjectName(QStringLiteral("verify.days"));
    automatic_->setObjectName(QStringLiteral("verify.automatic"));
    automatic_->setToolTip(tr("While the program is open and nothing else runs"));
    auto* form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(grid);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    const auto add = [form](const QString& name, QWidget* field) {
        form->addRow(name, field);
        field->setAccessibleName(name);
        if (auto* box = qobject_cast<QSpinBox*>(field)) {
            box->setKeyboardTracking(false);
            box->setButtonSymbols(QAbstractSpinBox::NoButtons);
        }
    };
    add(tr("An item coincides with more than"), coincidence_);
    add(tr("Items that must coincide"), required_);
    add(tr("Days until an update is due"), days_);
    form->addRow(automatic_);
    add(tr("Items published"), period_);
    add(tr("Watch for drift"), detector_);
    return form;
}

QLayout* VerifyCard::buttons(ActionTable& actions) {
    auto* row = new QHBoxLayout;
    row->setSpacing(grid);
    row->addWidget(
        new ActionButton(actions, QStringLiteral("verify.verify"), ActionButton::Emphasis::Primary));
    row->addWidget(new ActionButton(actions, QStringLiteral("verify.update")));
    row->addWidget(new ActionButton(actions, QStringLiteral("verify.rollBack")));
    row->addStretch(1);
    return row;
}

QLayout* VerifyCard::progressLine(ActionTable& actions) {
    bar_->setTextVisible(false);
    QSizePolicy keep = bar_->sizePolicy();
    keep.setRetainSizeWhenHidden(true);
    bar_->setSizePolicy(keep);
    bar_->setFixedWidth(scaled(140));
    bar_->hide();
    setRole(state_, "muted");
    state_->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(state_, 1);
    row->addWidget(bar_);
    row->addWidget(new ActionButton(actions, QStringLiteral("verify.cancel"), ActionButton::Emphasis::Quiet));
    return row;
}

void VerifyCard::setVersion(const QString& name) {
    version_->setText(name.isEmpty() ? tr("No model is in service: there is nothing to verify yet.")
                                     : tr("In service: %1").arg(name));
    train_->setVisible(name.isEmpty());
}

void VerifyCard::setDue(const std::optional<Timestamp>& from, Timestamp now) {
    if (!from) {
        due_->clear();
        due_->hide();
        return;
    }
    due_->show();
    const bool isDue = *from <= now;
    due_->setText(isDue ? tr("⚠ An update is due now.")
                        : tr("The next update is due from %1.").arg(Format::dateTime(*from)));
    setRole(due_, isDue ? "danger" : "muted");
}

QString VerifyCard::dueText() const {
    return due_->text();
}

void VerifyCard::setRules(const UpdateRules& rules) {
    const QSignalBlocker one(coincidence_), two(required_), three(days_);
    const auto percent = [](double share) {
        return std::isfinite(share) ? int(std::lround(share * 100)) : 0;
    };
    coincidence_->setValue(percent(rules.coincidence));
    required_->setValue(percent(rules.requiredAccuracy));
    days_->setValue(rules.days);
    automatic_->setChecked(rules.automatic);
}

UpdateRules VerifyCard::rules() const {
    return {.coincidence = coincidence_->value() / 100.0,
            .requiredAccuracy = required_->value() / 100.0,
            .days = days_->value(),
            .automatic = automatic_->isChecked()};
}

usecases::PublishingPeriod VerifyCard::period(Timestamp now) const {
    return period_->period(now);
}

DriftDetector VerifyCard::detector() const {
    return DriftDetector(detector_->currentData().toInt());
}

void VerifyCard::setProgress(const Progress& progress) {
    bar_->setMaximum(progress.total > 0 ? 1000 : 0);
    bar_->setValue(progress.total > 0 ? int(progress.done * 1000 / progress.total) : 0);
    if (const QString text = Format::progress(progress); !text.isEmpty()) {
        state_->setText(text);
    }
}

void VerifyCard::setState(const QString& text, bool running) {
    state_->setText(text);
    bar_->setVisible(running);
    bar_->setMaximum(0);
    for (QWidget* field :
         std::initializer_list<QWidget*>{coincidence_, required_, days_, automatic_, period_, detector_}) {
        field->setEnabled(!running);
    }
}

} // namespace moderato::widgets
