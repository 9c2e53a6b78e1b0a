// From one item to the next: deciding, reading ahead, and what happens to keys meanwhile.
#include "widgets/common/Actions.h"
#include "widgets/common/MessageBar.h"
#include "widgets/review/CategoryPicker.h"
#include "widgets/review/ContentPane.h"
#include "widgets/review/DuplicatesPanel.h"
#include "widgets/review/EvidencePane.h"
#include "widgets/review/ItemCare.h"
#include "widgets/review/ItemMedia.h"
#include "widgets/review/QueueModel.h"
#include "widgets/review/QueuePane.h"
#include "widgets/review/ReasonStrip.h"
#include "widgets/review/ReviewPage.h"
#include "widgets/review/TopicsPanel.h"
#include "widgets/review/TypeAhead.h"
#include "widgets/topics/TopicBox.h"

namespace moderato::widgets {

using domain::Decision;
using domain::ReviewItem;

namespace {

constexpr int rowsAhead = 50; ///< More of the queue is read when fewer rows than this follow.

ReviewItem::State stateAfter(Decision::Kind kind, ReviewItem::State before) {
    switch (kind) {
    case Decision::Kind::Skip:
        return ReviewItem::State::Skipped;
    case Decision::Kind::Escalate:
        return ReviewItem::State::Escalated;
    case Decision::Kind::SetTopics:
        return before;
    case Decision::Kind::Undo:
        return ReviewItem::State::Open;
    default:
        return ReviewItem::State::Decided;
    }
}

} // namespace

void ReviewPage::decide(usecases::DecisionDraft draft, After after) {
    becomeBusy();
    Q_EMIT saveStateChanged(tr("saving…"));
    services_.decide(std::move(draft))
        .then(this,
              [this, after = std::move(after)](Result<Decision> decision) { onDecided(decision, after); });
}

void ReviewPage::onDecided(const Result<Decision>& decision, const After& after) {
    if (!decision.ok()) {
        Q_EMIT saveStateChanged(tr("not saved"));
        fail(decision.error());
        return;
    }
    changedLibrary_ = true;
    Q_EMIT saveStateChanged(tr("saved"));
    QueueModel& model = queue_->model();
    if (const int place = model.indexOf(decision->content); place >= 0) {
        model.setState(decision->content, stateAfter(decision->kind, model.row(place).state));
    }
    alike_.reset();
    const DuplicatesPanel& duplicates = evidence_->duplicates();
    const bool settles = decision->kind == Decision::Kind::Confirm ||
                         decision->kind == Decision::Kind::Correct ||
                         decision->kind == Decision::Kind::Disallow;
    if (settles && item_ && item_->content.id == decision->content && duplicates.undecided() > 0) {
        alike_ = Alike{decision->content, item_->content.title, duplicates.undecided(),
                       duplicates.exceptions(), false};
    }
    Q_EMIT decided(*decision);
    after();
}

void ReviewPage::saveTopics(After after) {
    if (!item_ || !evidence_->topics().box().isChanged()) {
        after();
        return;
    }
    decide(draft(Decision::Kind::SetTopics), std::move(after));
}

/// To the row before or after, decided or not.
void ReviewPage::step(int direction) {
    QueueModel& model = queue_->model();
    const int target = item_ ? model.indexOf(item_->content.id) + direction : 0;
    if (target >= 0 && target < model.rowCount()) {
        saveTopics([this, id = model.row(target).content] { go(id); });
    } else if (direction > 0 && !model.isComplete()) {
        becomeBusy();
        whenPageRead_ = [this, direction] {
            becomeFree();
            step(direction);
        };
        model.fetchMore({});
    } else {
        messages_->showMessage(MessageBar::Kind::Info, direction > 0
                                                           ? tr("This is the last item of the queue.")
                                                           : tr("This is the first item of the queue."));
        becomeFree();
    }
}

/// To the next row that waits for a decision; from the end of the queue back to what was passed over.
void ReviewPage::advance() {
    QueueModel& model = queue_->model();
    const int here = item_ ? model.indexOf(item_->content.id) : -1;
    const int next = model.nextOpen(here);
    if (next >= 0) {
        go(model.row(next).content);
    } else if (!model.isComplete()) {
        becomeBusy();
        whenPageRead_ = [this] { advance(); };
        model.fetchMore({});
    } else {
        start();
    }
}

/// The first of the queue, or the sentence that it is empty.
void ReviewPage::start() {
    startOver_ = false;
    const int first = queue_->model().nextOpen(-1);
    if (first >= 0) {
        go(queue_->model().row(first).content);
        return;
    }
    item_.reset();
    next_.reset();
    ++latest_;
    showNothing();
    becomeFree();
}

void ReviewPage::go(domain::ContentId id) {
    if (next_ && next_->content.id == id) {
        ++latest_;
        display(std::exchange(next_, nullptr));
    } else {
        read(id);
    }
}

void ReviewPage::read(domain::ContentId id) {
    becomeBusy();
    reading_ = true;
    const quint64 wish = ++latest_;
    readers_.start(
        [this, id, wish, read = services_.read] { // the destructor waits for it
            auto item = read(id);
            QMetaObject::invokeMethod(
                this,
                [this, wish, item = std::move(item)] {
                    if (wish != latest_) {
                        return;
                    }
                    if (item.ok()) {
                        display(*item);
                    } else {
                        fail(item.error());
                    }
                },
                Qt::QueuedConnection);
        },
        1);
}

void ReviewPage::display(const ItemPtr& item) {
    item_ = item;
    reading_ = false;
    awaitingPaint_ = item->content.id;
    picker_->close();
    reasons_->close();
    messages_->clear();
    queue_->setCurrent(item->content.id);
    actions_.releaseHeld();
    const CareEffect care = careOf(*item);
    content_->setItem(*item, why(), care);
    evidence_->setItem(*item, *taxonomy_);
    evidence_->duplicates().setReading();
    offerDecideAlike();
    preferTopicList();
    updateConfirm();
    showPlace();
    onScreen_.start();
    if (isVisible() && !ActionTable::takesText(window()->focusWidget())) {
        content_->focusContent();
    }
    afterPaint_.start();
    becomeFree();
}

/// What would only hold up the first paint: the item's media, and the item after it.
void ReviewPage::readMore() {
    afterPaint_.stop();
    if (item_) {
        media_->show(item_, careOf(*item_));
        preloadNext();
    }
}

/// The same item with what is known of it now: place in text and video, and what is being typed, stay.
void ReviewPage::rereadCurrent() {
    if (!item_ || busy_) {
        return;
    }
    readers_.start([this, id = item_->content.id, read = services_.read] {
        auto item = read(id);
        QMetaObject::invokeMethod(
            this,
            [this, item = std::move(item)] {
                if (item.ok() && item_ && item_->content.id == (*item)->content.id) {
                    item_ = *item;
                    content_->refresh(*item_, why());
                    careChanged();
                    evidence_->refresh(*item_, *taxonomy_);
                    updateConfirm();
                }
            },
            Qt::QueuedConnection);
    });
}

void ReviewPage::preloadNext() {
    if (!item_) {
        return;
    }
    QueueModel& model = queue_->model();
    const int here = model.indexOf(item_->content.id);
    const int next = model.nextOpen(here);
    if ((next < 0 || next + rowsAhead > model.rowCount()) && model.canFetchMore({})) {
        model.fetchMore({});
    }
    if (next < 0) {
        return;
    }
    const domain::ContentId id = model.row(next).content;
    if (next_ && next_->content.id == id) {
        return;
    }
    const quint64 wish = ++latestAhead_;
    readers_.start([this, id, wish, read = services_.read] {
        auto item = read(id);
        QMetaObject::invokeMethod(
            this,
            [this, wish, item = std::move(item)] {
                if (wish == latestAhead_ && item.ok() && item_ && (*item)->content.id != item_->content.id) {
                    next_ = *item;
                    content_->preload(*next_, careOf(*next_));
                }
            },
            Qt::QueuedConnection);
    });
}

void ReviewPage::becomeBusy() {
    busy_ = true;
    typeAhead_->hold();
}

void ReviewPage::becomeFree() {
    if (wanted_.isValid()) { // Busy until it is shown: keys typed after the wish are meant for it.
        const auto showWanted = [this] {
            if (wanted_.isValid()) {
                busy_ = false;
                showItem(std::exchange(wanted_, {}));
            }
        };
        QMetaObject::invokeMethod(this, showWanted, Qt::QueuedConnection);
        return;
    }
    busy_ = false;
    typeAhead_->release();
}

void ReviewPage::fail(const Error& error) {
    reading_ = false;
    typeAhead_->clear(); // they were meant for items after this one
    messages_->showError(error);
    becomeFree();
}

} // namespace moderato::widgets
