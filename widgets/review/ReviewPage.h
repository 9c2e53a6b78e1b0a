#pragma once

#include "core/base/Clock.h"
#include "widgets/common/Page.h"
#include "widgets/common/Taxonomy.h"
#include "widgets/review/ReviewServices.h"

#include <QElapsedTimer>
#include <QThreadPool>

#include <memory>
#include <optional>

class QSplitter;

namespace moderato::widgets {

class ActionTable;
class CategoryPicker;
class ContentPane;
class DecisionBar;
class EvidencePane;
class MessageBar;
class QueuePane;
class ReasonStrip;
class TypeAhead;

/// Where a person looks at one item after another beside what the models say of it, and decides (W1). A decision is on the disk before
/// the next item is shown; the next item and its video are ready before it is asked for; keys pressed meanwhile wait and are not
/// lost. GUI thread; reads happen on workers of its own.
class ReviewPage : public Page {
    Q_OBJECT
public:
    ReviewPage(ReviewServices services, ActionTable& actions, TaxonomyPtr taxonomy, QWidget* parent = nullptr);
    ~ReviewPage() override;

    void activated() override;
    void deactivated() override;
    bool showItem(domain::ContentId id) override;
    /// Reads queue and item again in place, after an import or another version in service.
    void reload() override;
    void setTaxonomy(TaxonomyPtr taxonomy);

    /// What is on the screen; nothing: the queue is empty or still being read.
    const ItemPtr& item() const { return item_; }
    /// A decision or an item is under way.
    bool isBusy() const { return busy_; }
    EvidencePane& evidence() { return *evidence_; }
    ContentPane& content() { return *content_; }
    QueuePane& queue() { return *queue_; }

Q_SIGNALS:
    /// The item has been painted, this long after the key (or click) that asked for it.
    void itemShown(moderato::domain::ContentId id, qint64 microseconds);
    void decided(const moderato::domain::Decision& decision);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void addActions();
    void addDecisionActions();
    void connectParts();

    void confirm();
    void correct();
    void correctTo(const QString& category);
    void disallow();
    void disallowFor(const QString& reason);
    void undo();
    void redo();
    void decide(usecases::DecisionDraft draft, bool advance);
    usecases::DecisionDraft draft(domain::Decision::Kind kind) const;
    void onDecided(const Result<domain::Decision>& decision, bool advance);

    void step(int direction);
    void advance();
    void go(domain::ContentId id);
    void show(const ItemPtr& item);
    void preloadNext();
    void refresh();
    void becomeFree();
    void fail(const Error& error);
    void showPlace();
    void updateConfirm();
    void arrange();
    /// The category that Confirm would confirm: the one that holds, else the model's likeliest, else the source's.
    QString answer() const;
    bool hasItem() const { return item_ != nullptr; }

    ReviewServices services_;
    ActionTable& actions_;
    TaxonomyPtr taxonomy_;
    MessageBar* messages_;
    QSplitter* splitter_;
    QueuePane* queue_;
    ContentPane* content_;
    EvidencePane* evidence_;
    DecisionBar* bar_;
    CategoryPicker* picker_;
    ReasonStrip* reasons_;
    TypeAhead* typeAhead_;

    ItemPtr item_;
    ItemPtr next_; ///< Read ahead.
    bool busy_ = false;
    bool changedLibrary_ = false;
    bool started_ = false;
    QElapsedTimer onScreen_; ///< Since the item was shown.
    QElapsedTimer asked_;    ///< Since the key that asked for the item.
    domain::ContentId awaitingPaint_;
    quint64 latest_ = 0; ///< The newest item asked for; answers to older wishes are dropped.
    QThreadPool readers_;
};

} // namespace moderato::widgets
