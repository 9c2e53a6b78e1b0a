// What a person can do with an item: the actions of the annotate page.
#include "widgets/annotate/AlikePanel.h"
#include "widgets/annotate/AnnotatePage.h"
#include "widgets/annotate/NextPane.h"
#include "widgets/annotate/SegmentsPanel.h"
#include "widgets/annotate/TagDialog.h"
#include "widgets/annotate/TopicStrip.h"
#include "widgets/common/Actions.h"
#include "widgets/common/MessageBar.h"
#include "widgets/common/Preferences.h"
#include "widgets/review/ContentPane.h"
#include "widgets/review/ItemMedia.h"
#include "widgets/review/TypeAhead.h"

#include <QSettings>

namespace moderato::widgets {
namespace {

constexpr int numbered = 9;
const Setting<bool> blindSetting{"annotate/blind", false};

} // namespace

bool AnnotatePage::isBlind() const {
    return blindSetting.read(QSettings());
}

void AnnotatePage::addActions() {
    const auto add = [this](const char* name, const QString& text, QList<QKeySequence> keys,
                            const char* iconName, const QString& hint, std::function<void()> run,
                            ActionTable::EnabledWhen enabled, bool checkable = false) {
        const QString actionId = id() + QLatin1Char('.') + QLatin1String(name);
        actions_.add(
            {.id = actionId,
             .text = text,
             .keys = std::move(keys),
             .icon = QLatin1String(iconName),
             .group = title(),
             .scope = id(),
             .hint = hint,
             .checkable = checkable},
            this,
            [this, actionId, run = std::move(run)] {
                if (busy_) { // it waits its turn
                    typeAhead_->addAction(actionId);
                } else {
                    run();
                }
            },
            std::move(enabled));
    };
    const auto any = [this] { return item_ != nullptr; };
    const auto always = [this] { return started_; };
    add(
        "answer", tr("Answer"), {Qt::Key_Return, Qt::Key_Enter, Qt::Key_C}, "check",
        tr("These are its topics; then the next item"), [this] { answer(); }, any);
    add(
        "topics", tr("Topics"), {Qt::Key_NumberSign}, "hash", tr("Give it topics"),
        [this] { strip_->box().openList(); }, any);
    add(
        "segment", tr("Part"), {Qt::Key_G}, "scissors",
        tr("Give the part of the video between the marks (I, O) a topic of its own"),
        [this] { segments_->ask(); }, [this] { return item_ && segments_->isMarked(); });
    add(
        "skip", tr("Skip"), {Qt::Key_S}, "skip-forward", tr("Leave it for later"),
        [this] {
            next_->model().setState(item_->content.id, NextRow::State::Passed);
            advance();
        },
        any);
    add(
        "alike", tr("Look-alikes"), {Qt::Key_A}, "copy",
        tr("The same topics for its look-alikes that have none, without the exceptions"),
        [this] { answerAlike(); }, [this] { return item_ && view_.mine && alike_->members() > 0; });
    add(
        "blind", tr("Blind"), {Qt::Key_B}, "eye-off",
        tr("Candidates and others' answers stay hidden until you have answered"), [this] { toggleBlind(); },
        always);
    add(
        "gold", tr("Gold"), {Qt::Key_Y}, "trophy",
        tr("Your answer is the known one: other annotators are measured by it"), [this] { toggleGold(); },
        [this] { return item_ && (view_.gold || view_.mine); });
    add(
        "tags", tr("Tag library"), {QKeySequence(Qt::CTRL | Qt::Key_L)}, "tag",
        tr("All topics: search, rename, merge, retire, import"), [this] { openTags(); },
        [this] { return services_.tags != nullptr; });
    add(
        "undo", tr("Undo"), {QKeySequence(Qt::CTRL | Qt::Key_Z), Qt::Key_Z}, "undo-2",
        tr("Take back your last answer"), [this] { undo(); }, always);
    add(
        "previous", tr("Previous"), {Qt::Key_P}, "chevron-left", tr("The item before, without answering"),
        [this] { step(-1); }, any);
    add(
        "next", tr("Next"), {Qt::Key_N}, "chevron-right", tr("The next item, without answering"),
        [this] { step(1); }, any);
    add(
        "turn", tr("Candidates as row or column"), {Qt::Key_Q}, "arrow-up-down",
        tr("Where the candidates stand: below the item or beside it"),
        [this] { strip_->choose(strip_->orientation() == Qt::Vertical ? Qt::Horizontal : Qt::Vertical); },
        any);
    addCandidateActions();
    content_->addActions(actions_, id(), this);
}

/// 1–9 take the candidates, or take them back.
void AnnotatePage::addCandidateActions() {
    for (int n = 0; n < numbered; ++n) {
        actions_.add(
            {.id = QStringLiteral("annotate.candidate%1").arg(n + 1),
             .text = tr("Take candidate %1").arg(n + 1),
             .keys = {QKeySequence(Qt::Key_1 + n)},
             .icon = {},
             .group = tr("Candidates"),
             .scope = id(),
             .hint = {}},
            this, [this, n] { strip_->toggle(n); },
            [this, n] { return item_ && !busy_ && n < int(strip_->shown().size()); });
    }
}

void AnnotatePage::answer() {
    const bool changed = strip_->box().isChanged() || segments_->isChanged();
    if (comparing_ && !changed) {
        advance();
        return;
    }
    becomeBusy();
    Q_EMIT saveStateChanged(tr("saving…"));
    const bool wasHidden = hidesEvidence();
    services_.answer(draft()).then(
        this, [this, wasHidden](Result<domain::TopicAnswer> answer) { onAnswered(answer, wasHidden); });
}

void AnnotatePage::answerAlike() {
    work(
        [this, id = item_->content.id, person = personName(), alike = services_.answerAlike] {
            const auto done = alike(id, person);
            if (!done.ok()) {
                return Status(done.error());
            }
            QMetaObject::invokeMethod(
                this,
                [this, done = *done] {
                    for (const domain::ContentId other : done) {
                        next_->model().setState(other, NextRow::State::Answered);
                    }
                    messages_->showMessage(MessageBar::Kind::Info,
                                           tr("%n look-alike(s) have the same topics now; %1 excepted.",
                                              nullptr, int(done.size()))
                                               .arg(alike_->exceptions()));
                    changedLibrary_ = true;
                },
                Qt::QueuedConnection);
            return Status();
        },
        [this] { media_->readDuplicates(); });
}

void AnnotatePage::toggleBlind() {
    QSettings settings;
    blindSetting.write(settings, !isBlind());
    messages_->showMessage(MessageBar::Kind::Info,
                           isBlind() ? tr("Blind: candidates and others' answers are hidden until you have "
                                          "answered.")
                                     : tr("Candidates are shown from the beginning."));
    if (item_) {
        showEvidence(true);
    }
}

void AnnotatePage::toggleGold() {
    const domain::ContentId id = item_->content.id;
    if (view_.gold) {
        work([remove = services_.removeGold, id] { return remove(id); },
             [this] {
                 reread();
                 messages_->showMessage(MessageBar::Kind::Info, tr("The item is not gold any more."));
             });
    } else {
        work([set = services_.setGold, id, topics = view_.mine->topics,
              person = personName()] { return set(id, topics, person); },
             [this] {
                 reread();
                 messages_->showMessage(
                     MessageBar::Kind::Info,
                     tr("The item is gold: other annotators are measured by your answer."));
             });
    }
}

void AnnotatePage::undo() {
    if (strip_->box().isChanged() && strip_->box().undo()) {
        return; // the last thing done was a topic
    }
    becomeBusy();
    forgetAhead();
    services_.undo(personName()).then(this, [this](Result<domain::ContentId> undone) {
        if (!undone.ok()) {
            if (undone.error().kind == Error::Kind::NotFound) {
                messages_->showMessage(MessageBar::Kind::Info, tr("There is nothing of yours to undo."));
            } else {
                messages_->showError(undone.error());
            }
            becomeFree();
            return;
        }
        changedLibrary_ = true;
        Q_EMIT saveStateChanged(tr("saved"));
        next_->model().setState(*undone, NextRow::State::Open);
        go(*undone);
        readAgreement();
    });
}

void AnnotatePage::openTags() {
    if (!tagDialog_) {
        tagDialog_ = new TagDialog(*services_.tags, this);
        connect(tagDialog_, &TagDialog::changed, this, [this] {
            changedLibrary_ = true;
            reread();
        });
    }
    tagDialog_->reload();
    tagDialog_->show();
    tagDialog_->raise();
    tagDialog_->activateWindow();
}

} // namespace moderato::widgets
