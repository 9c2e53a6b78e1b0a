#pragma once

#include "widgets/annotate/AnnotateServices.h"
#include "widgets/annotate/TopicStrip.h"
#include "widgets/common/LatestRead.h"
#include "widgets/common/Page.h"
#include "widgets/common/Taxonomy.h"

#include <QElapsedTimer>
#include <QTimer>

#include <functional>
#include <optional>

class QBoxLayout;
class QSplitter;

namespace moderato::widgets {

class ActionTable;
class AlikePanel;
class AnnotateBar;
class AnnotatorsPanel;
class ContentPane;
class ItemMedia;
class MessageBar;
class NextPane;
class SegmentsPanel;
class TagDialog;
class Thumbnails;
class TypeAhead;

/// Where an annotator gives one item after another its topics (W2, S0.10): the item, the model's candidates
/// in order, topics of parts of a video, what other annotators said, look-alikes, and why this item. An
/// answer is on the disk before the next item is shown. Blind: candidates and others' answers are hidden
/// until the person has answered; then the item stays, to be compared and, where the person likes, answered
/// again — both are kept. GUI thread; reads happen on workers of its own.
class AnnotatePage : public Page {
    Q_OBJECT
public:
    AnnotatePage(AnnotateServices services, ActionTable& actions, TaxonomyPtr taxonomy,
                 QWidget* parent = nullptr);
    ~AnnotatePage() override;

    void activated() override;
    void deactivated() override;
    bool showItem(domain::ContentId id) override;
    void reload() override;
    void mediaAnalyzed();
    void careChanged();

    const ItemPtr& item() const { return item_; }
    const usecases::AnnotationView& view() const { return view_; }
    bool isBusy() const { return busy_; }
    /// The answer is given and the item rests on the screen to be compared.
    bool isComparing() const { return comparing_; }
    bool isBlind() const;
    NextPane& next() { return *next_; }
    ContentPane& content() { return *content_; }
    TopicStrip& strip() { return *strip_; }
    SegmentsPanel& segments() { return *segments_; }
    AnnotatorsPanel& annotators() { return *annotators_; }
    AlikePanel& alike() { return *alike_; }
    MessageBar& messages() { return *messages_; }
    /// The tag library's window; made when it is first asked for.
    TagDialog* tagDialog() const { return tagDialog_; }

Q_SIGNALS:
    void itemShown(moderato::domain::ContentId id);
    void answered(const moderato::domain::TopicAnswer& answer);

private:
    struct Read {
        Result<ItemPtr> item;
        Result<usecases::AnnotationView> view;
    };
    /// The next item, read while the person looks at this one.
    struct Ahead {
        ItemPtr item;
        usecases::AnnotationView view;
        QString person;
    };

    // AnnotatePage.cpp: the parts and how they are laid out
    void build();
    void connectParts();
    void preferOrientation();
    void placeStrip();
    void showTimeline();
    void showAlike();
    void showPlace();
    void showAnswer();
    void showNothing();

    // AnnotateActions.cpp: what a person can do
    void addActions();
    void addCandidateActions();
    void answer();
    void answerAlike();
    void toggleBlind();
    void toggleGold();
    void undo();
    void openTags();

    // AnnotateFlow.cpp: from one item to the next
    usecases::AnswerDraft draft() const;
    void onAnswered(const Result<domain::TopicAnswer>& answer, bool wasHidden);
    void start();
    void advance();
    void step(int direction);
    void go(domain::ContentId id);
    void readAhead();
    void forgetAhead();
    void display(const ItemPtr& item, usecases::AnnotationView view);
    void showEvidence(bool keepTyped);
    void reread();
    void readAgreement();
    void work(std::function<Status()> change, std::function<void()> then);
    void becomeBusy();
    void becomeFree();
    bool hidesEvidence() const;
    TopicStrip::Candidates candidates() const;

    AnnotateServices services_;
    ActionTable& actions_;
    TaxonomyPtr taxonomy_;
    MessageBar* messages_ = nullptr;
    QSplitter* splitter_ = nullptr;
    NextPane* next_ = nullptr;
    ContentPane* content_ = nullptr;
    QBoxLayout* middle_ = nullptr; ///< Content and candidates.
    TopicStrip* strip_ = nullptr;
    SegmentsPanel* segments_ = nullptr;
    AnnotatorsPanel* annotators_ = nullptr;
    AlikePanel* alike_ = nullptr;
    AnnotateBar* bar_ = nullptr;
    Thumbnails* thumbnails_ = nullptr;
    ItemMedia* media_ = nullptr;
    TypeAhead* typeAhead_ = nullptr;
    TagDialog* tagDialog_ = nullptr;

    ItemPtr item_;
    usecases::AnnotationView view_;
    std::optional<Ahead> ahead_;
    bool started_ = false;
    bool busy_ = false;
    bool comparing_ = false;
    bool startOver_ = false;      ///< The list that is being made begins at its first item.
    bool changedLibrary_ = false; ///< Other pages have not been told yet.
    domain::ContentId wanted_;    ///< Asked for by another page while busy.
    QElapsedTimer onScreen_;
    QTimer mediaSoon_; ///< What would only hold up the first paint is read a moment later.
    LatestRead reader_;
    LatestRead aheadReader_;
    LatestRead agreementReader_;
    QThreadPool writer_;
};

} // namespace moderato::widgets
