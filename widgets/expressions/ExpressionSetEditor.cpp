#include "widgets/expressions/ExpressionSetEditor.h"

#include "widgets/common/Actions.h"
#include "widgets/common/MessageBar.h"
#include "widgets/common/Preferences.h"
#include "widgets/common/Theme.h"
#include "widgets/expressions/SetFeatureModel.h"
#include "widgets/expressions/SetHistoryModel.h"
#include "widgets/expressions/SetProposalList.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

namespace moderato::widgets {

using domain::ExpressionSet;
using usecases::SetProposal;

namespace {

constexpr int rowHeight = 24;

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
    connect(proposals_, &SetProposalList::accepted, this, &ExpressionSetEditor::accept);
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
        item->setSizeHint(QSize(0, scaled(rowHeight)));
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

/// Shows what the set will be before it is in the library, so that a quick next edit starts from it.
void ExpressionSetEditor::expect(const ExpressionSet& set) {
    const auto known = std::find_if(state_.sets.begin(), state_.sets.end(),
                                    [&](const ExpressionSet& one) { return one.category == set.category; });
    if (known != state_.sets.end()) {
        *known = set;
    } else {
        state_.sets.push_back(set);
    }
    if (set.category == category()) {
        features_->setSet(set);
    } else {
        choose(set.category); // what happens is seen
    }
}

void ExpressionSetEditor::edit(const ExpressionSet& set) {
    expect(set);
    write([how = services_.edit, set](const QString& person) { return how(set, person); });
}

void ExpressionSetEditor::accept(const SetProposal& proposal) {
    ExpressionSet set = setOf(proposal.category);
    before_.push_back(set);
    (proposal.positive ? set.negative : set.positive).removeAll(proposal.feature);
    (proposal.positive ? set.positive : set.negative) << proposal.feature;
    expect(set);
    write([how = services_.accept, proposal](const QString& person) { return how(proposal, person); });
}

void ExpressionSetEditor::undo() {
    const ExpressionSet before = before_.back();
    before_.pop_back();
    edit(before);
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
