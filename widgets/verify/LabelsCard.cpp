#include "widgets/verify/LabelsCard.h"

#include "widgets/common/ActionButton.h"
#include "widgets/common/Actions.h"
#include "widgets/common/QualityNames.h"
#include "widgets/common/Theme.h"
#include "widgets/verify/DegreeHistogram.h"

#include <QAction>
#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace moderato::widgets {

using usecases::QualityRules;

LabelsCard::LabelsCard(ActionTable& actions, const QString& importAction, QWidget* parent)
    : QFrame(parent)
    , empty_(new QWidget)
    , note_(new QLabel(tr("A degree above the reference is positive, below it negative.")))
    , histograms_(new QWidget)
    , grid_(new QGridLayout(histograms_))
    , reference_(new QComboBox)
    , impressions_(new QSpinBox)
    , levels_(new QLineEdit)
    , verdictShare_(new QSpinBox)
    , state_(new QLabel) {
    setProperty("card", true);
    auto* heading = new QLabel(tr("Labels from consumption"));
    setRole(heading, "head");
    setRole(note_, "small");
    note_->setWordWrap(true);
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setHorizontalSpacing(2 * grid);
    grid_->setVerticalSpacing(12);
    auto* missing =
        new QLabel(tr("No labels yet: they are made of consumption figures (impressions, clicks, likes, "
                      "…). Import a file that has them."));
    setRole(missing, "muted");
    missing->setWordWrap(true);
    auto* row = new QVBoxLayout(empty_);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(missing);
    if (QAction* import = actions.find(importAction)) {
        auto* button = new QPushButton(import->text());
        button->setProperty("emphasis", "link");
        connect(button, &QPushButton::clicked, import, &QAction::trigger);
        row->addWidget(button, 0, Qt::AlignLeft);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * grid, 12, 2 * grid, 2 * grid);
    column->setSpacing(12);
    for (QWidget* widget : std::initializer_list<QWidget*>{heading, empty_, note_, histograms_}) {
        column->addWidget(widget);
    }
    addRules(actions);
    column->addStretch(1);
    setRules({});
    for (QWidget* widget : {empty_, static_cast<QWidget*>(note_), histograms_}) {
        widget->hide(); // until it is known what there is
    }
}

void LabelsCard::addRules(ActionTable& actions) {
    reference_->addItem(tr("Mean"), int(QualityRules::Reference::Mean));
    reference_->addItem(tr("Median"), int(QualityRules::Reference::Median));
    reference_->setObjectName(QStringLiteral("verify.reference"));
    impressions_->setRange(1, 1'000'000'000);
    impressions_->setKeyboardTracking(false);
    impressions_->setGroupSeparatorShown(true);
    impressions_->setObjectName(QStringLiteral("verify.impressions"));
    impressions_->setButtonSymbols(QAbstractSpinBox::NoButtons);
    levels_->setObjectName(QStringLiteral("verify.levels"));
    levels_->setPlaceholderText(tr("above and below only"));
    levels_->setToolTip(tr("Degrees at which one level ends and the next begins: 20, 40, 60, 80"));
    levels_->setFixedWidth(scaled(170));
    levels_->setMaxLength(200);
    verdictShare_->setObjectName(QStringLiteral("verify.verdictShare"));
    verdictShare_->setRange(0, 99);
    verdictShare_->setKeyboardTracking(false);
    verdictShare_->setSuffix(tr(" % of its tasks", "after a number"));
    verdictShare_->setButtonSymbols(QAbstractSpinBox::NoButtons);
    auto* form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(grid);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    const auto add = [form](const QString& name, QWidget* field) {
        form->addRow(name, field);
        field->setAccessibleName(name);
    };
    add(tr("Reference"), reference_);
    add(tr("Least impressions"), impressions_);
    add(tr("Levels divided at"), levels_);
    add(tr("An item is good with more than"), verdictShare_);
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->addLayout(form);
    column->addWidget(new ActionButton(actions, QStringLiteral("verify.labelAgain")), 0, Qt::AlignLeft);
    setRole(state_, "small");
    state_->setWordWrap(true);
    column->addWidget(state_);
    const auto changed = [this] {
        Q_EMIT rulesChanged(this->rules());
        setState(tr("The labels are as before until you label again."));
    };
    connect(reference_, &QComboBox::currentIndexChanged, this, changed);
    connect(impressions_, &QSpinBox::valueChanged, this, changed);
    connect(levels_, &QLineEdit::editingFinished, this, &LabelsCard::takeLevels);
    connect(verdictShare_, &QSpinBox::valueChanged, this, [this] { Q_EMIT rulesChanged(this->rules()); });
}

void LabelsCard::takeLevels() {
    static const QRegularExpression between(QStringLiteral("[\\s,;，；、·]+"));
    std::vector<double> boundaries;
    for (const QString& part : levels_->text().split(between, Qt::SkipEmptyParts)) {
        bool ok = false;
        boundaries.push_back(part.toDouble(&ok));
        if (!ok) {
            setState(tr("“%1” is no degree: write numbers like 20, 40, 60, 80.").arg(part));
            return;
        }
    }
    if (!usecases::areLevels(boundaries)) {
        setState(tr("Levels are divided at rising degrees between 0 and 100."));
        return;
    }
    setState({});
    if (boundaries != boundaries_) {
        boundaries_ = std::move(boundaries);
        Q_EMIT rulesChanged(rules());
    }
}

void LabelsCard::setLabels(const std::map<QString, usecases::QualityTaskSummary>& labels) {
    while (QLayoutItem* old = grid_->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    // In the order of the tasks, not of their names.
    for (std::size_t i = 0; i < usecases::qualityTaskCount; ++i) {
        if (const auto found = labels.find(usecases::qualityTask(i)); found != labels.end()) {
            auto* histogram =
                new DegreeHistogram(QualityNames::task(found->first), found->second, histograms_);
            grid_->addWidget(histogram, grid_->count() / columns_, grid_->count() % columns_);
            histogram->show();
        }
    }
    const bool any = grid_->count() > 0;
    empty_->setVisible(!any);
    note_->setVisible(any);
    histograms_->setVisible(any);
}

/// Two beside each other where there is room.
void LabelsCard::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    const int columns = width() < scaled(420) ? 1 : 2;
    if (std::exchange(columns_, columns) == columns) {
        return;
    }
    QList<QWidget*> widgets;
    while (QLayoutItem* item = grid_->takeAt(0)) {
        widgets << item->widget();
        delete item;
    }
    for (int i = 0; i < widgets.size(); ++i) {
        grid_->addWidget(widgets[i], i / columns, i % columns);
    }
}

void LabelsCard::setRules(const QualityRules& rules) {
    const QSignalBlocker one(reference_), two(impressions_), three(levels_), four(verdictShare_);
    reference_->setCurrentIndex(reference_->findData(int(rules.reference)));
    impressions_->setValue(int(std::clamp<qint64>(rules.minimumImpressions, 1, impressions_->maximum())));
    verdictShare_->setValue(int(std::lround(rules.verdictShare * 100)));
    boundaries_ = rules.levels;
    if (!levels_->hasFocus()) { // else it is being written
        QStringList texts;
        for (const double boundary : boundaries_) {
            texts << QString::number(boundary);
        }
        levels_->setText(texts.join(QStringLiteral(", ")));
    }
}

QualityRules LabelsCard::rules() const {
    return {.minimumImpressions = impressions_->value(),
            .reference = QualityRules::Reference(reference_->currentData().toInt()),
            .levels = boundaries_,
            .verdictShare = verdictShare_->value() / 100.0};
}

void LabelsCard::setState(const QString& text) {
    state_->setText(text);
}

void LabelsCard::setEditable(bool editable) {
    reference_->setEnabled(editable);
    impressions_->setEnabled(editable);
    levels_->setEnabled(editable);
    verdictShare_->setEnabled(editable);
}

} // namespace moderato::widgets
