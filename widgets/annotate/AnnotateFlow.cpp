// From one item to the next: reading, answering, and what happens meanwhile.
#include "widgets/annotate/AlikePanel.h"
#include "widgets/annotate/AnnotatePage.h"
#include "widgets/annotate/AnnotatorsPanel.h"
#include "widgets/annotate/NextPane.h"
#include "widgets/annotate/SegmentsPanel.h"
#include "widgets/annotate/TopicStrip.h"
#include "widgets/common/Actions.h"
#include "widgets/common/MessageBar.h"
#include "widgets/common/Preferences.h"
#include "widgets/player/PlayerPanel.h"
#include "widgets/review/ContentPane.h"
#include "widgets/review/ItemCare.h"
#include "widgets/review/ItemMedia.h"
#include "widgets/review/ReviewWords.h"
#include "widgets/review/TypeAhead.h"

namespace moderato::widgets {

TopicStrip::Candidates AnnotatePage::candidates() const {
    TopicStrip::Candidates candidates;
    if (const auto& opinion = item_->topics) {
        for (const auto& score : opinion->scores) {
            candidates.offers.push_back({.name = score.topic, .score = score.relevancy});
        }
        candidates.modelLine = ReviewWords::modelLine(opinion->version, opinion->at);
        candidates.weightsLine = ReviewWords::weightsLine(opinion->weights, item_->content.kind);
    }
    return candidates;
}

/// Candidates and others' answers are not to be seen yet.
bool AnnotatePage::hidesEvidence() const {
    return isBlind() && !view_.mine;
}

usecases::AnswerDraft AnnotatePage::draft() const {
    usecases::AnswerDraft draft;
    draft.content = item_->content.id;
    draft.person = personName();
    draft.topics = strip_->box().topics();
    draft.segments = segments_->segments();
    draft.blind = hidesEvidence();
    draft.version = item_->topics ? item_->topics->version : QString();
    if (const int place = next_->model().indexOf(draft.content); place >= 0) {
        draft.reason = toCode(next_->model().row(place).item.reason);
    }
    draft.msOnScreen = onScreen_.isValid() ? onScreen_.elapsed() : 0;
    return draft;
}

void AnnotatePage::onAnswered(const Result<domain::TopicAnswer>& answer, bool wasHidden) {
    if (!answer.ok()) {
        Q_EMIT saveStateChanged(tr("not saved"));
        typeAhead_->clear(); // they were meant for items after this one
        messages_->showError(answer.error());
        becomeFree();
        return;
    }
    changedLibrary_ = true;
    Q_EMIT saveStateChanged(tr("saved"));
    next_->model().setState(answer->content, NextRow::State::Answered);
    const std::optional<QStringList> gold = view_.gold;
    const bool first = !view_.mine;
    readAgreement();
    Q_EMIT answered(*answer);
    if (!(first && (gold || wasHidden))) {
        advance();
        return;
    }
    comparing_ = true;
    reread();
    messages_->showMessage(
        MessageBar::Kind::Info,
        gold ? tr("This is a gold item: you have %1. Return goes on.").arg(besideGold(answer->topics, *gold))
             : tr("Answered blind; here is what the model and the others say. Return goes on, or change it "
                  "and "
                  "answer again: both are kept."));
    becomeFree();
}

/// The first of the list, or the sentence that there is none.
void AnnotatePage::start() {
    const int first = next_->model().nextOpen(-1);
    if (first >= 0) {
        go(next_->model().row(first).item.content);
    } else {
        showNothing();
        becomeFree();
    }
}

/// To the next that is open; a list that is done is made anew.
void AnnotatePage::advance() {
    NextModel& model = next_->model();
    const int here = item_ ? model.indexOf(item_->content.id) : -1;
    const int next = model.nextOpen(here);
    if (next >= 0) {
        go(model.row(next).item.content);
        return;
    }
    item_.reset();
    becomeFree();
    next_->reload();
}

void AnnotatePage::step(int direction) {
    NextModel& model = next_->model();
    const int here = item_ ? model.indexOf(item_->content.id) : -1;
    const int target = here + direction;
    if (target >= 0 && target < model.rowCount()) {
        go(model.row(target).item.content);
    } else {
        messages_->showMessage(MessageBar::Kind::Info, direction > 0
                                                           ? tr("This is the last item of the list.")
                                                           : tr("This is the first item of the list."));
    }
}

void AnnotatePage::go(domain::ContentId id) {
    becomeBusy();
    if (auto ahead = std::exchange(ahead_, {});
        ahead && ahead->item->content.id == id && ahead->person == personName()) {
        reader_.drop();
        display(ahead->item, std::move(ahead->view));
        return;
    }
    reader_.start(
        [id, read = services_.review.read, view = services_.view, person = personName()] {
            return Read{read(id), view(id, person)};
        },
        [this](Read read) {
            if (!read.item.ok() || !read.view.ok()) {
                typeAhead_->clear();
                messages_->showError(read.item.ok() ? read.view.error() : read.item.error());
                becomeFree();
                return;
            }
            display(*read.item, std::move(*read.view));
        });
}

/// The item after this one, and its first picture: Return then only has to show it.
void AnnotatePage::readAhead() {
    const NextModel& model = next_->model();
    const int next = model.nextOpen(model.indexOf(item_->content.id));
    if (next < 0) {
        return;
    }
    const domain::ContentId id = model.row(next).item.content;
    if (ahead_ && ahead_->item->content.id == id) {
        return;
    }
    aheadReader_.start(
        [id, read = services_.review.read, view = services_.view, person = personName()] {
            return std::pair(Read{read(id), view(id, person)}, person);
        },
        [this](std::pair<Read, QString> answer) {
            auto& [read, person] = answer;
            if (read.item.ok() && read.view.ok() && item_ && (*read.item)->content.id != item_->content.id) {
                ahead_ = Ahead{*read.item, std::move(*read.view), person};
                content_->preload(*ahead_->item, careOf(*ahead_->item));
            }
        });
}

/// Something has changed that may concern the next item, too.
void AnnotatePage::forgetAhead() {
    aheadReader_.drop();
    ahead_.reset();
}

void AnnotatePage::display(const ItemPtr& item, usecases::AnnotationView view) {
    item_ = item;
    view_ = std::move(view);
    comparing_ = false;
    messages_->clear();
    actions_.releaseHeld();
    const int place = next_->model().indexOf(item->content.id);
    const QString why = place >= 0 ? next_->model().row(place).item.why : QString();
    content_->setItem(*item, why.isEmpty() ? QString() : tr("Why this one: %1").arg(why), careOf(*item));
    content_->player().setTimeline(nullptr); // that of the item before
    segments_->setState(content_->player().state());
    strip_->show();
    alike_->setReading();
    showEvidence(false);
    preferOrientation();
    next_->setCurrent(item->content.id);
    showPlace();
    onScreen_.start();
    if (isVisible() && !ActionTable::takesText(window()->focusWidget())) {
        content_->focusContent();
    }
    mediaSoon_.start();
    becomeFree();
}

/// Topics, candidates, segments and others' answers, as far as they are to be seen. `keepTyped`: the same
/// item, read again; what the person has chosen stays.
void AnnotatePage::showEvidence(bool keepTyped) {
    const bool hidden = hidesEvidence();
    const QStringList start = view_.mine ? view_.mine->topics
                              : hidden   ? QStringList()
                                         : item_->content.givenTopics;
    const Voice voice = view_.mine || hidden ? Voice::Decided : Voice::Given;
    const QStringList typed = strip_->box().topics();
    const bool wasChanged = strip_->box().isChanged();
    strip_->setItem(start, voice, candidates(), hidden);
    if (keepTyped && wasChanged) {
        for (const QString& topic : typed) {
            strip_->box().add(topic);
        }
    }
    const bool isVideo = item_->content.kind == domain::ContentKind::Video;
    if (!keepTyped || !segments_->isChanged()) {
        segments_->setItem(view_.mine ? view_.mine->segments : std::vector<domain::TopicSegment>(),
                           strip_->shown(), isVideo);
    } else {
        segments_->setCandidates(strip_->shown());
    }
    annotators_->setItem(view_, personName(), view_.mine.has_value()); // others' answers would lead this one
    showAlike();
    showAnswer();
}

/// The same item with what is known of it now.
void AnnotatePage::reread() {
    forgetAhead();
    if (!item_) {
        return;
    }
    reader_.start(
        [id = item_->content.id, read = services_.review.read, view = services_.view, person = personName()] {
            return Read{read(id), view(id, person)};
        },
        [this](Read read) {
            if (read.item.ok() && read.view.ok() && item_ && item_->content.id == (*read.item)->content.id) {
                const bool typed = strip_->box().isChanged() && !comparing_;
                item_ = *read.item;
                view_ = std::move(*read.view);
                showEvidence(typed);
            }
        });
}

void AnnotatePage::readAgreement() {
    if (services_.agreement) {
        agreementReader_.start([read = services_.agreement] { return read(); },
                               [this](Result<usecases::AgreementReport> report) {
                                   if (report.ok()) {
                                       annotators_->setAgreement(*report, personName());
                                   }
                               });
    }
}

/// Something short that blocks, on the writing thread; `then` where it went well.
void AnnotatePage::work(std::function<Status()> change, std::function<void()> then) {
    becomeBusy();
    forgetAhead();
    writer_.start([this, change = std::move(change), then = std::move(then)] { // the destructor waits for it
        const Status done = change();
        QMetaObject::invokeMethod(
            this,
            [this, done, then] {
                becomeFree();
                if (done.ok()) {
                    then();
                } else {
                    messages_->showError(done.error());
                }
            },
            Qt::QueuedConnection);
    });
}

void AnnotatePage::becomeBusy() {
    busy_ = true;
    typeAhead_->hold();
}

void AnnotatePage::becomeFree() {
    busy_ = false;
    if (wanted_.isValid()) {
        go(std::exchange(wanted_, {}));
        return;
    }
    typeAhead_->release();
    actions_.refresh();
}

} // namespace moderato::widgets
