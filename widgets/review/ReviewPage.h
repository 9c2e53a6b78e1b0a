#pragma once

#include "core/base/Clock.h"
#include "widgets/common/Page.h"
#include "widgets/common/Taxonomy.h"
#include "widgets/review/ReviewServices.h"

#include <QElapsedTimer>
#include <QThreadPool>
#include <QTimer>

#include <functional>

class QSplitter;

namespace moderato::widgets {

class ActionTable;
class CategoryPicker;
class ContentPane;
class DecisionBar;
class EvidencePane;
class ItemMedia;
class MessageBar;
class QueuePane;
class ReasonStrip;
class Thumbnails;
class TypeAhead;

/// Actions of other pages that get what is missing, by their ids in the table; unknown ones are not offered.
struct ReviewOutside {
    QString importAction = QStringLiteral("file.importFiles");
    QString trainAction = QStringLiteral("train.start");
    QString trainPageAction = QStringLiteral("go.train"); ///< Where other kinds of model are trained.
    QString analyzeAction = QStringLiteral("analysis.start");
    QString resumeAction = QStringLiteral("analysis.pause"); ///< Goes on where it is paused.
    QString retryAction = QStringLiteral("analysis.retry");
};

/// Where a person looks at one item after another beside what the models say of it, and decides (W1). A
/// decision is on the disk before the next item is shown; the next item and its video are ready before it is
/// asked for; keys pressed meanwhile wait and are not lost. GUI thread; reads happen on workers of its own.
class ReviewPage : public Page {
    Q_OBJECT
public:
    ReviewPage(ReviewServices services, ActionTable& actions, TaxonomyPtr taxonomy,
               ReviewOutside outside = {}, QWidget* parent = nullptr);
    ~ReviewPage() override;

    void activated() override;
    void deactivated() override;
    bool showItem(domain::ContentId id) override;
    /// Reads queue and item again in place, after an import or another version in service.
    void reload() override;
    void setTaxonomy(TaxonomyPtr taxonomy);
    /// The analysis of media has gone on: what is missing of the item shown is read again.
    void mediaAnalyzed();
    /// The person's settings of care have changed.
    void careChanged();

    /// What is on the screen; nothing: the queue is empty or still being read.
    const ItemPtr& item() const { return item_; }
    /// What was read ahead; nothing: not yet, or there is no next.
    const ItemPtr& nextItem() const { return next_; }
    /// A decision or an item is under way.
    bool isBusy() const { return busy_; }
    EvidencePane& evidence() { return *evidence_; }
    ContentPane& content() { return *content_; }
    QueuePane& queue() { return *queue_; }
    CategoryPicker& picker() { return *picker_; }
    ReasonStrip& reasons() { return *reasons_; }
    MessageBar& messages() { return *messages_; }
    DecisionBar& bar() { return *bar_; }
    ItemMedia& media() { return *media_; }

Q_SIGNALS:
    /// The item has been painted, this long after the key (or click) that asked for it.
    void itemShown(moderato::domain::ContentId id, qint64 microseconds);
    void decided(const moderato::domain::Decision& decision);
    /// A file about a reader's face in front of the item should be taken in; `path` empty: which one is
    /// asked.
    void faceFileWanted(moderato::domain::ContentId id, const QString& title, const QString& path);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    using After = std::function<void()>;

    // ReviewPage.cpp: the parts and how they are laid out
    void build();
    void connectParts();
    void arrange();
    QRect categoryPlace() const;
    void showPlace();
    void updateConfirm();
    void showNothing();
    void preferTopicList();
    QString why() const;

    // ReviewActions.cpp: what a person can do
    void addActions();
    void confirm();
    void correct();
    void correctTo(const QString& category);
    void disallow();
    void disallowFor(const QString& reason);
    void undo();
    void redo();
    usecases::DecisionDraft draft(domain::Decision::Kind kind) const;
    /// The category that Confirm would confirm: the one that holds, else the model's likeliest, else the
    /// source's.
    QString answer() const;

    // ReviewMedia.cpp: timeline, near duplicates, care; what is not a decision
    void connectMedia();
    void showTimeline();
    void showDuplicates();
    void setException(domain::ContentId id, bool isException);
    void removeSeries(const QString& name);
    void openQualityMenu();
    void judgeQuality(domain::ContentId id, const QString& task, std::optional<bool> positive);
    void askDecideAlike();
    void decideAlike(domain::ContentId id);
    void offerDecideAlike();
    QString decisionInWords() const;

    // ReviewFlow.cpp: from one item to the next
    void decide(usecases::DecisionDraft draft, After after);
    void onDecided(const Result<domain::Decision>& decision, const After& after);
    /// Topics that were changed and not saved yet are a decision of their own; then `after`.
    void saveTopics(After after);
    void step(int direction);
    void advance();
    void start();
    void go(domain::ContentId id);
    void read(domain::ContentId id);
    void display(const ItemPtr& item);
    void rereadCurrent();
    void readMore();
    void preloadNext();
    void becomeBusy();
    void becomeFree();
    void fail(const Error& error);

    ReviewServices services_;
    ActionTable& actions_;
    TaxonomyPtr taxonomy_;
    ReviewOutside outside_;
    MessageBar* messages_ = nullptr;
    QSplitter* splitter_ = nullptr;
    QueuePane* queue_ = nullptr;
    ContentPane* content_ = nullptr;
    EvidencePane* evidence_ = nullptr;
    DecisionBar* bar_ = nullptr;
    CategoryPicker* picker_ = nullptr;
    ReasonStrip* reasons_ = nullptr;
    TypeAhead* typeAhead_ = nullptr;
    Thumbnails* thumbnails_ = nullptr;
    ItemMedia* media_ = nullptr;
    QTimer thumbnailsSoon_; ///< Rows without a picture ask again, now and then while the analysis runs.

    ItemPtr item_;
    ItemPtr next_;
    bool busy_ = false;
    bool started_ = false;
    bool reading_ = false;        ///< An item to show is being read.
    bool startOver_ = false;      ///< The queue that is being read begins at its first item.
    bool changedLibrary_ = false; ///< Other pages have not been told yet.
    After whenPageRead_;          ///< Waits for more of the queue.
    QElapsedTimer onScreen_;      ///< Since the item was shown.
    QElapsedTimer asked_;         ///< Since the key that asked for the item.
    domain::ContentId awaitingPaint_;
    QTimer afterPaint_; ///< For a page that is not painted.
    /// Just decided, with near duplicates that are not: offered to be decided alike.
    struct Alike {
        domain::ContentId content;
        QString title;
        int undecided = 0;
        int exceptions = 0;
        bool offered = false; ///< On one item; with the next it is gone.
    };
    std::optional<Alike> alike_;
    domain::ContentId wanted_; ///< Asked for by another page while busy; shown next.
    quint64 latest_ = 0;       ///< The newest item asked for; answers to older wishes are dropped.
    quint64 latestAhead_ = 0;  ///< The same for the item read ahead.
    QThreadPool readers_;
};

} // namespace moderato::widgets
