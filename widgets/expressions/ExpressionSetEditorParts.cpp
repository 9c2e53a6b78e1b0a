// How the editor of expression sets is laid out.
#include "core/base/Setting.h"
#include "widgets/common/ActionButton.h"
#include "widgets/common/MessageBar.h"
#include "widgets/common/PanelColumn.h"
#include "widgets/common/Theme.h"
#include "widgets/expressions/ExpressionSetEditor.h"
#include "widgets/expressions/SetFeatureModel.h"
#include "widgets/expressions/SetHistoryModel.h"
#include "widgets/expressions/SetProposalList.h"

#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QSpinBox>
#include <QTableView>
#include <QVBoxLayout>

namespace moderato::widgets {

namespace {

const Setting<int> aboveSetting{"expressions/positiveAbovePercent", 90};
const Setting<int> belowSetting{"expressions/negativeBelowPercent", 10};
const Setting<int> leastSetting{"expressions/fewestReaders", 10};

constexpr int codeNeeds = 1300, columnsNeed = 900; ///< Pixels of width at 100 %.

QFrame* card(const QString& title, QVBoxLayout*& column, QHBoxLayout** head = nullptr) {
    auto* frame = new QFrame;
    frame->setProperty("card", true);
    column = new QVBoxLayout(frame);
    column->setContentsMargins(2 * grid, 12, 2 * grid, 2 * grid);
    column->setSpacing(grid);
    auto* heading = new QLabel(title);
    setRole(heading, "head");
    auto* row = new QHBoxLayout;
    row->addWidget(heading, 1);
    column->addLayout(row);
    if (head) {
        *head = row;
    }
    return frame;
}

void dress(QTableView& table) {
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.verticalHeader()->hide();
    table.horizontalHeader()->setHighlightSections(false);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    onScale(&table, [&table] { table.verticalHeader()->setDefaultSectionSize(scaled(28)); });
}

} // namespace

void ExpressionSetEditor::build() {
    categories_->setObjectName(QStringLiteral("setCategories"));
    categories_->setAccessibleName(tr("Categories"));
    onScale(categories_, [this] { categories_->setFixedWidth(scaled(168)); });

    table_->setObjectName(QStringLiteral("setFeatures"));
    table_->setAccessibleName(tr("Features of the face"));
    table_->setModel(features_);
    dress(*table_);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    onScale(table_, [this] { table_->horizontalHeader()->setMinimumSectionSize(scaled(72)); });
    table_->horizontalHeader()->setStretchLastSection(true);
    onScale(table_, [this] { table_->setMinimumHeight(scaled(28) * 14 + scaled(8)); });

    QVBoxLayout* set = nullptr;
    QHBoxLayout* head = nullptr;
    QFrame* setCard = card({}, set, &head);
    delete head->takeAt(0)->widget();
    setRole(heading_, "head");
    head->addWidget(heading_, 1);
    head->addWidget(new ActionButton(actions_, QStringLiteral("sets.undo"), ActionButton::Emphasis::Quiet));
    auto* hint =
        new QLabel(tr("What readers' faces should show where an item is rightly in this category, and "
                      "what not. Results that were matched before stay as they are."));
    setRole(hint, "small");
    hint->setWordWrap(true);
    set->addWidget(hint);
    set->addWidget(table_, 1);

    auto* right = new QVBoxLayout;
    right->setSpacing(2 * grid);
    right->addWidget(buildProposals(), 1);
    right->addWidget(buildHistory(), 1);

    auto* inside = new QWidget;
    columns_ = new QBoxLayout(QBoxLayout::LeftToRight, inside);
    columns_->setContentsMargins(0, 0, 0, 0);
    columns_->setSpacing(2 * grid);
    columns_->addWidget(categories_);
    columns_->addWidget(setCard, 7);
    columns_->addLayout(right, 5);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(inside);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(message_);
    column->addWidget(scroll, 1);
}

QSpinBox* ExpressionSetEditor::spinBox(const char* name, const QString& accessible, int low, int high,
                                       const QString& suffix) {
    auto* box = new QSpinBox;
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(accessible);
    box->setRange(low, high);
    box->setSuffix(suffix);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setKeyboardTracking(false);
    onScale(box, [box] { box->setFixedWidth(scaled(64)); });
    return box;
}

QWidget* ExpressionSetEditor::buildProposals() {
    QVBoxLayout* column = nullptr;
    QFrame* frame = card(tr("What readers propose"), column);
    const QSettings settings;
    above_ = spinBox("proposeAbove", tr("Should appear above this share of readers"), 50, 100, tr(" %"));
    below_ = spinBox("proposeBelow", tr("Should not appear below this share of readers"), 0, 50, tr(" %"));
    least_ = spinBox("proposeReaders", tr("Fewest readers"), 1, 100'000, {});
    above_->setValue(aboveSetting.read(settings));
    below_->setValue(belowSetting.read(settings));
    least_->setValue(leastSetting.read(settings));
    auto* row = new QHBoxLayout;
    row->setSpacing(halfGrid);
    for (const auto& [text, box, setting] :
         {std::tuple(tr("above"), above_, &aboveSetting), std::tuple(tr("below"), below_, &belowSetting),
          std::tuple(tr("readers at least"), least_, &leastSetting)}) {
        auto* name = new QLabel(text);
        setRole(name, "small");
        name->setBuddy(box);
        row->addWidget(name);
        row->addWidget(box);
        row->addSpacing(grid);
        connect(box, &QSpinBox::valueChanged, this, [this, setting = setting](int value) {
            QSettings settings;
            setting->write(settings, value);
            read();
        });
    }
    row->addStretch(1);
    column->addLayout(row);
    auto [area, inside] = makePanelColumn();
    area->setFrameShape(QFrame::NoFrame);
    inside->setContentsMargins(0, 0, grid, 0);
    inside->addWidget(proposals_);
    for (QWidget* ground : {static_cast<QWidget*>(area), area->viewport(), area->widget()}) {
        ground->setProperty("ground", "surface");
    }
    onScale(area, [area = area] { area->setMinimumHeight(scaled(96)); });
    column->addWidget(area, 1);
    return frame;
}

QWidget* ExpressionSetEditor::buildHistory() {
    QVBoxLayout* column = nullptr;
    QHBoxLayout* head = nullptr;
    QFrame* frame = card(tr("History"), column, &head);
    takeBack_->setObjectName(QStringLiteral("takeBack"));
    takeBack_->setToolTip(tr("Change the set back; the history shows both"));
    takeBack_->setEnabled(false);
    head->addWidget(takeBack_);
    changes_->setObjectName(QStringLiteral("setHistory"));
    changes_->setAccessibleName(tr("History of the set"));
    changes_->setModel(history_);
    dress(*changes_);
    changes_->setSelectionBehavior(QAbstractItemView::SelectRows);
    changes_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    changes_->horizontalHeader()->setSectionResizeMode(SetHistoryModel::What, QHeaderView::Stretch);
    onScale(changes_, [this] { changes_->horizontalHeader()->setMinimumSectionSize(scaled(72)); });
    onScale(changes_, [this] { changes_->setMinimumHeight(scaled(28) * 4); });
    connect(changes_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) {
                takeBack_->setEnabled(now.isValid() && history_->row(now.row()).kind !=
                                                           domain::ExpressionSetChange::Kind::Refuse);
            });
    column->addWidget(changes_, 1);
    return frame;
}

void ExpressionSetEditor::resizeEvent(QResizeEvent* event) {
    table_->setColumnHidden(SetFeatureModel::Code, width() < scaled(codeNeeds));
    const bool isNarrow = width() < scaled(columnsNeed);
    columns_->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    QWidget::resizeEvent(event);
}

usecases::ProposalRules ExpressionSetEditor::rules() const {
    return {above_->value() / 100.0, below_->value() / 100.0, least_->value()};
}

} // namespace moderato::widgets
