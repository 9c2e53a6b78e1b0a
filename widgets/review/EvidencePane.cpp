#include "widgets/review/EvidencePane.h"

#include "widgets/common/Actions.h"
#include "widgets/common/PanelColumn.h"
#include "widgets/common/Theme.h"
#include "widgets/review/CategoryPanel.h"
#include "widgets/review/DuplicatesPanel.h"
#include "widgets/review/ExpressionsPanel.h"
#include "widgets/review/HistoryPanel.h"
#include "widgets/review/QualityPanel.h"
#include "widgets/review/TopicsPanel.h"

#include <QScrollArea>
#include <QStackedLayout>
#include <QTabWidget>
#include <QVBoxLayout>

namespace moderato::widgets {
namespace {

constexpr int alikeTab = 3;

} // namespace

EvidencePane::EvidencePane(const ReviewServices& services, ActionTable& actions, Thumbnails& thumbnails,
                           QString importAction, QString trainAction, QString trainPageAction,
                           QWidget* parent)
    : QWidget(parent)
    , actions_(actions)
    , importAction_(std::move(importAction))
    , trainAction_(std::move(trainAction))
    , trainPageAction_(std::move(trainPageAction))
    , category_(new CategoryPanel)
    , topics_(new TopicsPanel(services))
    , quality_(new QualityPanel)
    , expressions_(new ExpressionsPanel)
    , duplicates_(new DuplicatesPanel(thumbnails))
    , history_(new HistoryPanel)
    , stack_(new QStackedLayout(this))
    , tabs_(new QTabWidget) {
    auto [area, column] = makePanelColumn();
    scroll_ = area;
    column_ = column;
    stack_->addWidget(scroll_);
    tabs_->setDocumentMode(true);
    tabs_->setFocusPolicy(Qt::TabFocus);
    for (const QString& title :
         {tr("Answer"), tr("Quality"), tr("Expressions"), tr("Alike"), tr("History")}) {
        auto [tabArea, tabColumn] = makePanelColumn();
        tabs_->addTab(tabArea, title);
        tabColumns_.push_back(tabColumn);
    }
    stack_->addWidget(tabs_);
    connect(duplicates_, &DuplicatesPanel::counted, this, [this](const QString& count) {
        tabs_->setTabText(alikeTab, count.isEmpty() ? tr("Alike") : tr("Alike %1").arg(count));
    });
    connect(category_, &CategoryPanel::picked, this, &EvidencePane::categoryPicked);
    setMinimumWidth(scaled(260));
    lay();
}

void EvidencePane::setArrangement(Arrangement arrangement) {
    if (arrangement_ != arrangement) {
        arrangement_ = arrangement;
        lay();
    }
}

void EvidencePane::lay() {
    const bool tabs = arrangement_ == Arrangement::Tabs;
    const std::vector<std::vector<Panel*>> groups{
        {category_, topics_}, {quality_}, {expressions_}, {duplicates_}, {history_}};
    for (QVBoxLayout* column : tabColumns_) {
        while (QLayoutItem* item = column->takeAt(0)) {
            delete item;
        }
    }
    while (QLayoutItem* item = column_->takeAt(0)) {
        delete item;
    }
    for (std::size_t i = 0; i < groups.size(); ++i) {
        QVBoxLayout* column = tabs ? tabColumns_[i] : column_;
        for (Panel* panel : groups[i]) {
            column->addWidget(panel);
        }
        if (tabs || i + 1 == groups.size()) {
            column->addStretch(1);
        }
    }
    stack_->setCurrentIndex(tabs ? 1 : 0);
}

void EvidencePane::setItem(const usecases::ItemView& item, const Taxonomy& taxonomy) {
    topics_->setItem(item);
    fill(item, taxonomy);
}

void EvidencePane::refresh(const usecases::ItemView& item, const Taxonomy& taxonomy) {
    topics_->refresh(item);
    fill(item, taxonomy);
}

void EvidencePane::fill(const usecases::ItemView& item, const Taxonomy& taxonomy) {
    category_->setItem(item, taxonomy, actions_.find(trainAction_));
    const QString lookedAt = QStringLiteral("review.lookedAt"), judge = QStringLiteral("review.judgeQuality");
    const auto keyOf = [this](const QString& id) {
        return actions_.find(id) ? actions_.keyText(id) : QString();
    };
    quality_->setItem(item, {actions_.find(importAction_), actions_.find(trainPageAction_),
                             actions_.find(lookedAt), keyOf(lookedAt), actions_.find(judge), keyOf(judge)});
    expressions_->setItem(item, taxonomy, actions_.find(QStringLiteral("review.importFace")));
    history_->setItem(item, taxonomy);
    setEnabled(true);
}

void EvidencePane::setNoItem() {
    setItem({}, Taxonomy());
    setEnabled(false);
}

void EvidencePane::reveal(Panel& panel) {
    if (arrangement_ == Arrangement::Tabs) {
        for (int i = 0; i < tabs_->count(); ++i) {
            if (tabs_->widget(i)->isAncestorOf(&panel)) {
                tabs_->setCurrentIndex(i);
            }
        }
    }
    panel.setFolded(false);
    (arrangement_ == Arrangement::Tabs ? static_cast<QScrollArea*>(tabs_->currentWidget()) : scroll_)
        ->ensureWidgetVisible(&panel, 0, 0);
}

} // namespace moderato::widgets
