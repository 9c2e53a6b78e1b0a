#include "widgets/expressions/ExpressionSetEditor.h"

#include "core/base/Setting.h"
#include "widgets/common/ActionButton.h"
#include "widgets/common/Actions.h"
#include "widgets/common/Format.h"
#include "widgets/common/MessageBar.h"
#include "widgets/common/PanelColumn.h"
#include "widgets/common/Preferences.h"
#include "widgets/common/Theme.h"
#include "widgets/expressions/SetFeatureModel.h"
#include "widgets/expressions/SetHistoryModel.h"
#include "widgets/expressions/SetProposalList.h"

#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QScrollArea>
#include <QSettings>
#include <QSpinBox>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace moderato::widgets {

using domain::ExpressionSet;
using usecases::SetProposal;

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

ExpressionSetServices expressionSetServices(usecases::ExpressionSets& sets) {
    return {
        .sets = [&sets] { return sets.sets(); },
        .history = [&sets] { return sets.history(); },
        .proposals = [&sets](const usecases::ProposalRules& rules) { return sets.proposals(rules); },
        .edit = [&sets](const ExpressionSet& set, const QString& person) { return sets.edit(set, person); },
        .accept = [&sets](const SetProposal& proposal,
                          const QString& person) { return sets.accept(proposal, person); },
        .refuse = [&sets](const SetProposal& proposal,
                          const QString& person) { return sets.refuse(proposal, person); }};
}

ExpressionSetEditor::ExpressionSetEditor(ExpressionSetServices services, TaxonomyPtr taxonomy,
                                         ActionTable& actions, const QString& scope, QWidget* parent)
    : QWidget(parent)
    , services_(std::move(services))
    , taxonomy_(taxonomy ? std::move(taxonomy) : std::make_shared<Taxonomy>())
    , actions_(actions)
    , message_(new MessageBar(this))
    , categories_(new QListWidget(this))
    , heading_(new QLabel(this))
    , features_(new SetFeatureModel(this))
    , table_(new QTableView(this))
    , proposals_(new SetProposalList(this))
    , history_(new SetHistoryModel(this))
    , changes_(new QTableView(this))
    , takeBack_(new QPushButton(tr("Take back"), this)) {
    writer_.setMaxThreadCount(1);
    addActions(scope);
    build();
    connect(features_, &SetFeatureModel::edited, this, [this](const ExpressionSet& before) {
        before_.push_back(before);
        edit(features_->set());
    });
    connect(categories_, &QListWidget::currentRowChanged, this, &ExpressionSetEditor::showCategory);
    connect(proposals_, &SetProposalList::accepted, this, [this](const SetProposal& proposal) {
        before_.push_back(setOf(proposal.category));
        write([how = services_.accept, proposal](const QString& person) { return how(proposal, person); });
    });
    connect(proposals_, &SetProposalList::refused, this, [this](const SetProposal& proposal) {
        write([how = services_.refuse, proposal](const QString& person) { return how(proposal, person); });
    });
    connect(takeBack_, &QPushButton::clicked, this, &ExpressionSetEditor::takeBack);
    fillCategories();
}

ExpressionSetEditor::~ExpressionSetEditor() {
    writer_.waitForDone(); // an edit that was made is kept
}

void ExpressionSetEditor::addActions(const QString& scope) {
    ActionSpec spec;
    spec.id = QStringLiteral("sets.undo");
    spec.text = tr("Undo");
    spec.keys = {QKeySequence(Qt::CTRL | Qt::Key_Z)};
    spec.icon = QStringLiteral("undo-2");
    spec.group = tr("Expression sets");
    spec.scope = scope;
    spec.hint = tr("Take back your last change of a set");
    actions_.add(
        spec, this, [this] { undo(); }, [this] { return !before_.empty() && pending_ == 0; });
}

void ExpressionSetEditor::build() {
    categories_->setObjectName(QStringLiteral("setCategories"));
    categories_->setAccessibleName(tr("Categories"));
    onScale(categories_, [this] { categories_->setFixedWidth(scaled(180)); });

    table_->setObjectName(QStringLiteral("setFeatures"));
    table_->setAccessibleName(tr("Features of the face"));
    table_->setModel(features_);
    dress(*table_);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_->horizontalHeader()->setSectionResizeMode(SetFeatureModel::Feature, QHeaderView::Stretch);
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
    columns_->addWidget(setCard, 5);
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

void ExpressionSetEditor::read() {
    if (pending_ > 0) {
        return; // read after the last of them
    }
    reader_.start(
        [services = services_, rules = rules()]() -> Result<State> {
            const auto sets = services.sets();
            if (!sets.ok()) {
                return sets.error();
            }
            const auto history = services.history();
            if (!history.ok()) {
                return history.error();
            }
            const auto proposals = services.proposals(rules);
            if (!proposals.ok()) {
                return proposals.error();
            }
            return State{*sets, *history, *proposals};
        },
        [this](Result<State> state) {
            if (state.ok()) {
                fill(std::move(*state));
            } else {
                message_->showError(state.error());
            }
        });
}

void ExpressionSetEditor::fill(State state) {
    state_ = std::move(state);
    isRead_ = true;
    fillCategories();
    showCategory();
}

void ExpressionSetEditor::fillCategories() {
    const QString chosen = category();
    const QSignalBlocker quiet(categories_);
    categories_->clear();
    for (const domain::Category& category : taxonomy_->categories()) {
        const auto proposed =
            std::count_if(state_.proposals.begin(), state_.proposals.end(),
                          [&](const SetProposal& one) { return one.category == category.code; });
        const QString name = taxonomy_->name(category.code);
        auto* item = new QListWidgetItem(
            proposed > 0 ? tr("%1 · %n proposed", nullptr, int(proposed)).arg(name) : name, categories_);
        item->setData(Qt::UserRole, category.code);
        const ExpressionSet set = setOf(category.code);
        if (set.positive.isEmpty() && set.negative.isEmpty()) {
            item->setForeground(palette().color(QPalette::PlaceholderText));
            item->setToolTip(tr("No set yet: readers of this category are not matched."));
        }
        if (category.code == chosen) {
            categories_->setCurrentItem(item);
        }
    }
    if (categories_->currentRow() < 0 && categories_->count() > 0) {
        categories_->setCurrentRow(0);
    }
}

QString ExpressionSetEditor::category() const {
    const QListWidgetItem* item = categories_->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void ExpressionSetEditor::choose(const QString& category) {
    for (int i = 0; i < categories_->count(); ++i) {
        if (categories_->item(i)->data(Qt::UserRole).toString() == category) {
            categories_->setCurrentRow(i);
        }
    }
}

ExpressionSet ExpressionSetEditor::setOf(const QString& category) const {
    const auto known = std::find_if(state_.sets.begin(), state_.sets.end(),
                                    [&](const ExpressionSet& set) { return set.category == category; });
    return known != state_.sets.end() ? *known : ExpressionSet{category, {}, {}};
}

void ExpressionSetEditor::showCategory() {
    const QString code = category();
    heading_->setText(taxonomy_->name(code));
    features_->setSet(setOf(code));
    std::vector<SetProposal> proposals;
    std::copy_if(state_.proposals.begin(), state_.proposals.end(), std::back_inserter(proposals),
                 [&](const SetProposal& one) { return one.category == code; });
    proposals_->setProposals(std::move(proposals), rules());
    std::vector<domain::ExpressionSetChange> changes;
    std::copy_if(state_.history.begin(), state_.history.end(), std::back_inserter(changes),
                 [&](const domain::ExpressionSetChange& one) { return one.category == code; });
    history_->setRows(std::move(changes));
    takeBack_->setEnabled(false);
    actions_.refresh();
}

void ExpressionSetEditor::edit(const ExpressionSet& set, bool isUndo) {
    const auto known = std::find_if(state_.sets.begin(), state_.sets.end(),
                                    [&](const ExpressionSet& one) { return one.category == set.category; });
    if (known != state_.sets.end()) {
        *known = set;
    } else {
        state_.sets.push_back(set);
    }
    if (isUndo && set.category != category()) {
        choose(set.category); // what happens is seen
    }
    write([how = services_.edit, set](const QString& person) { return how(set, person); });
}

void ExpressionSetEditor::undo() {
    const ExpressionSet before = before_.back();
    before_.pop_back();
    edit(before, true);
}

void ExpressionSetEditor::takeBack() {
    const int row = changes_->currentIndex().row();
    if (history_->has(row)) {
        const ExpressionSet now = setOf(category());
        before_.push_back(now);
        edit(takenBack(now, history_->row(row)));
    }
}

void ExpressionSetEditor::write(std::function<Status(const QString& person)> work) {
    ++pending_;
    reader_.drop();
    message_->clear();
    actions_.refresh();
    writer_.start([this, work = std::move(work), person = personName()] {
        Status done = work(person);
        QMetaObject::invokeMethod(
            this,
            [this, done = std::move(done)] {
                if (!done.ok()) {
                    message_->showError(done.error());
                    before_.clear(); // what it would go back to may never have been
                }
                --pending_;
                read();
                Q_EMIT changed();
            },
            Qt::QueuedConnection);
    });
}

} // namespace moderato::widgets
