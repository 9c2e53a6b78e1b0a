// What a person can do with an item: the actions of the review page.
#include "widgets/common/Actions.h"
#include "widgets/common/MessageBar.h"
#include "widgets/common/Preferences.h"
#include "widgets/review/CategoryPanel.h"
#include "widgets/review/CategoryPicker.h"
#include "widgets/review/ContentPane.h"
#include "widgets/review/DecisionBar.h"
#include "widgets/review/DuplicatesPanel.h"
#include "widgets/review/EvidencePane.h"
#include "widgets/review/QueueModel.h"
#include "widgets/review/QueuePane.h"
#include "widgets/review/ReasonStrip.h"
#include "widgets/review/ReviewPage.h"
#include "widgets/review/TopicsPanel.h"
#include "widgets/review/TypeAhead.h"
#include "widgets/topics/TopicBox.h"

namespace moderato::widgets {

using domain::Decision;

void ReviewPage::addActions() {
    const auto add = [this](const char* name, const QString& text, QList<QKeySequence> keys,
                            const char* iconName, const QString& hint, std::function<void()> run,
                            ActionTable::EnabledWhen enabled) {
        const QString actionId = id() + QLatin1Char('.') + QLatin1String(name);
        const ActionSpec spec{.id = actionId,
                              .text = text,
                              .keys = std::move(keys),
                              .icon = QLatin1String(iconName),
                              .group = title(),
                              .scope = id(),
                              .hint = hint};
        actions_.add(
            spec, this,
            [this, actionId, run = std::move(run)] {
                if (busy_) { // clicked meanwhile: it waits its turn
                    typeAhead_->addAction(actionId);
                    return;
                }
                asked_.start();
                run();
            },
            std::move(enabled));
    };
    const auto any = [this] { return item_ != nullptr; };
    const auto always = [this] { return started_; };
    add(
        "confirm", tr("Confirm"), {Qt::Key_C, Qt::Key_Return, Qt::Key_Enter}, "check",
        tr("The category shown as the answer is right"), [this] { confirm(); },
        [this] { return item_ && !answer().isEmpty(); });
    add(
        "correct", tr("Correct"), {Qt::Key_X}, "pencil", tr("Choose the right category"),
        [this] { correct(); }, any);
    add(
        "disallow", tr("Disallow"), {Qt::Key_D}, "ban", tr("It must not be shown; asks for the reason"),
        [this] { disallow(); }, any);
    add(
        "skip", tr("Skip"), {Qt::Key_S}, "skip-forward", tr("Leave it undecided"),
        [this] { decide(draft(Decision::Kind::Skip), [this] { advance(); }); }, any);
    add(
        "escalate", tr("Escalate"), {Qt::Key_E}, "flag", tr("Somebody else should decide"),
        [this] { decide(draft(Decision::Kind::Escalate), [this] { advance(); }); }, any);
    add(
        "topics", tr("Topics"), {Qt::Key_NumberSign}, "hash", tr("Give it topics"),
        [this] {
            evidence_->reveal(evidence_->topics());
            evidence_->topics().box().openList();
        },
        any);
    add(
        "undo", tr("Undo"), {QKeySequence(Qt::CTRL | Qt::Key_Z), Qt::Key_Z}, "undo-2",
        tr("Take back your last decision"), [this] { undo(); }, always);
    add(
        "redo", tr("Redo"),
        {QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)}, "redo-2",
        tr("Decide again what you took back"), [this] { redo(); }, always);
    add(
        "previous", tr("Previous"), {Qt::Key_P}, "chevron-left", tr("The item before, without deciding"),
        [this] { step(-1); }, any);
    add(
        "next", tr("Next"), {Qt::Key_N}, "chevron-right", tr("The next item, without deciding"),
        [this] { step(1); }, any);
    add(
        "decideAlike", tr("Decide alike"), {Qt::Key_A}, "copy",
        tr("The same decision for near duplicates that are undecided; says first how many"),
        [this] { askDecideAlike(); },
        [this] { return alike_.has_value() || (item_ && evidence_->duplicates().undecided() > 0); });
    add(
        "importFace", tr("Import a face file…"), {}, "smile",
        tr("What another program measured of a reader's face in front of this item, or aggregates of many"),
        [this] { Q_EMIT faceFileWanted(item_->content.id, item_->content.title, {}); }, any);
    if (services_.judgeQuality) {
        add(
            "judgeQuality", tr("Judge quality…"), {QKeySequence(Qt::SHIFT | Qt::Key_Q)}, "gauge",
            tr("Your own label of a task: it counts before what consumption or a model says"),
            [this] { openQualityMenu(); }, any);
    }
    content_->addActions(actions_, id(), this);
    content_->addLookedAtAction(actions_, id(), this);
}

QString ReviewPage::answer() const {
    if (!item_) {
        return {};
    }
    if (item_->decision && !item_->decision->category.isEmpty()) {
        return item_->decision->category;
    }
    if (item_->category && !item_->category->scores.empty()) {
        return item_->category->scores.front().category.code;
    }
    return item_->content.givenCategory;
}

usecases::DecisionDraft ReviewPage::draft(Decision::Kind kind) const {
    usecases::DecisionDraft draft;
    draft.content = item_->content.id;
    draft.kind = kind;
    draft.person = personName();
    if (const TopicBox& box = evidence_->topics().box(); box.isChanged()) {
        draft.topics = box.topics();
    }
    const QueueModel& model = queue_->model();
    if (const int place = model.indexOf(item_->content.id); place >= 0) {
        draft.queueReason = toCode(model.row(place).reason);
    } else if (item_->queueEntry) {
        draft.queueReason = toCode(item_->queueEntry->reason);
    }
    if (item_->category) {
        draft.categoryVersionSeen = item_->category->version;
        draft.categoryPredicted =
            item_->category->scores.empty() ? QString() : item_->category->scores.front().category.code;
    }
    if (item_->topics) {
        draft.topicsVersionSeen = item_->topics->version;
    }
    draft.msOnScreen = onScreen_.isValid() ? onScreen_.elapsed() : 0;
    return draft;
}

void ReviewPage::confirm() {
    usecases::DecisionDraft confirmed = draft(Decision::Kind::Confirm);
    confirmed.category = answer();
    decide(std::move(confirmed), [this] { advance(); });
}

void ReviewPage::correct() {
    QStringList likely;
    if (item_->category) {
        for (const auto& score : item_->category->scores) {
            likely << score.category.code;
        }
    }
    const QString& given = item_->content.givenCategory;
    if (!given.isEmpty() && !likely.contains(given)) {
        likely << given;
    }
    evidence_->reveal(evidence_->category());
    picker_->open(likely, categoryPlace());
}

void ReviewPage::correctTo(const QString& category) {
    content_->focusContent();
    asked_.start();
    usecases::DecisionDraft corrected =
        draft(category == answer() ? Decision::Kind::Confirm : Decision::Kind::Correct);
    corrected.category = category;
    decide(std::move(corrected), [this] { advance(); });
}

void ReviewPage::disallow() {
    reasons_->open(bar_->geometry());
}

void ReviewPage::disallowFor(const QString& reason) {
    content_->focusContent();
    asked_.start();
    usecases::DecisionDraft disallowed = draft(Decision::Kind::Disallow);
    disallowed.reason = reason;
    decide(std::move(disallowed), [this] { advance(); });
}

void ReviewPage::undo() {
    if (evidence_->topics().box().isChanged() && evidence_->topics().box().undo()) {
        return; // the last thing done was a topic
    }
    becomeBusy();
    alike_.reset();
    services_.undo(personName()).then(this, [this](Result<Decision> undone) {
        if (!undone.ok()) {
            if (undone.error().kind == Error::Kind::NotFound) {
                messages_->showMessage(MessageBar::Kind::Info, tr("There is nothing of yours to undo."));
                becomeFree();
            } else {
                fail(undone.error());
            }
            return;
        }
        changedLibrary_ = true;
        Q_EMIT saveStateChanged(tr("saved"));
        Q_EMIT decided(*undone);
        queue_->model().setState(undone->content, domain::ReviewItem::State::Open);
        next_.reset();
        read(undone->content);
    });
}

void ReviewPage::redo() {
    if (evidence_->topics().box().redo()) {
        return;
    }
    becomeBusy();
    services_.redo(personName()).then(this, [this](Result<Decision> again) {
        if (!again.ok() && again.error().kind == Error::Kind::NotFound) {
            messages_->showMessage(MessageBar::Kind::Info, tr("There is nothing to redo."));
            becomeFree();
            return;
        }
        // As if it had been decided just now: on to the next, from the item it belongs to.
        const bool onScreen = again.ok() && item_ && item_->content.id == again->content;
        onDecided(again,
                  onScreen ? After([this] { advance(); }) : After([this, again] { read(again->content); }));
    });
}

} // namespace moderato::widgets
