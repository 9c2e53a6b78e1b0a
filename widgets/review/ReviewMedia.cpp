// What the analysis of media adds to the review page: timeline, near duplicates; and care.
#include "core/base/Log.h"
#include "widgets/common/Actions.h"
#include "widgets/common/MessageBar.h"
#include "widgets/common/Preferences.h"
#include "widgets/player/PlayerPanel.h"
#include "widgets/review/ContentPane.h"
#include "widgets/review/DuplicatesPanel.h"
#include "widgets/review/EvidencePane.h"
#include "widgets/review/ExpressionsPanel.h"
#include "widgets/review/ItemCare.h"
#include "widgets/review/ItemMedia.h"
#include "widgets/review/QualityMenu.h"
#include "widgets/review/QualityPanel.h"
#include "widgets/review/QueueModel.h"
#include "widgets/review/QueuePane.h"
#include "widgets/review/ReviewPage.h"
#include "widgets/review/ReviewWords.h"
#include "widgets/review/Thumbnails.h"

#include <QListView>

namespace moderato::widgets {
namespace {

constexpr int thumbnailsEveryMs = 2000;

} // namespace

void ReviewPage::connectMedia() {
    connect(media_, &ItemMedia::timelineChanged, this, &ReviewPage::showTimeline);
    connect(media_, &ItemMedia::duplicatesChanged, this, &ReviewPage::showDuplicates);
    thumbnailsSoon_.setSingleShot(true);
    thumbnailsSoon_.setInterval(thumbnailsEveryMs);
    connect(&thumbnailsSoon_, &QTimer::timeout, this, [this] {
        thumbnails_->askMissingAgain();
        queue_->list().viewport()->update();
    });
    connect(&evidence_->expressions(), &ExpressionsPanel::fileDropped, this, [this](const QString& path) {
        if (item_) {
            Q_EMIT faceFileWanted(item_->content.id, item_->content.title, path);
        }
    });
    connect(&evidence_->expressions(), &ExpressionsPanel::seriesRemoved, this, &ReviewPage::removeSeries);
    DuplicatesPanel& duplicates = evidence_->duplicates();
    connect(&duplicates, &DuplicatesPanel::itemOpened, this, [this](domain::ContentId id) { showItem(id); });
    connect(&duplicates, &DuplicatesPanel::exceptionChanged, this, &ReviewPage::setException);
    connect(&duplicates, &DuplicatesPanel::decideAlikeConfirmed, this, [this] {
        if (item_ && !busy_) {
            decideAlike(item_->content.id);
        }
    });
}

void ReviewPage::removeSeries(const QString& name) {
    if (!item_ || !services_.removeSeries) {
        return;
    }
    readers_.start([this, id = item_->content.id, name, remove = services_.removeSeries] {
        Status removed = remove(id, name);
        QMetaObject::invokeMethod(
            this,
            [this, name, removed = std::move(removed)] {
                if (removed.ok()) {
                    messages_->showMessage(MessageBar::Kind::Info,
                                           tr("The aggregates “%1” were removed.").arg(name));
                } else {
                    messages_->showError(removed.error());
                }
                rereadCurrent();
            },
            Qt::QueuedConnection);
    });
}

void ReviewPage::openQualityMenu() {
    evidence_->reveal(evidence_->quality());
    auto* menu = new QualityMenu(*item_, this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu, &QualityMenu::judged, this, // of the item it was opened for, whichever is shown then
            [this, id = item_->content.id](const QString& task, std::optional<bool> positive) {
                judgeQuality(id, task, positive);
            });
    menu->popup(evidence_->quality().mapToGlobal(QPoint(0, evidence_->quality().height())));
}

void ReviewPage::judgeQuality(domain::ContentId id, const QString& task, std::optional<bool> positive) {
    readers_.start([this, id, task, positive, judge = services_.judgeQuality] {
        Status judged = judge(id, task, positive); // the destructor waits for it
        QMetaObject::invokeMethod(
            this,
            [this, judged = std::move(judged)] {
                if (!judged.ok()) {
                    messages_->showError(judged.error());
                }
                rereadCurrent();
            },
            Qt::QueuedConnection);
    });
}

void ReviewPage::mediaAnalyzed() {
    media_->refresh();
    if (!thumbnailsSoon_.isActive()) {
        thumbnailsSoon_.start();
    }
}

void ReviewPage::careChanged() {
    if (!item_) {
        return;
    }
    const CareEffect care = careOf(*item_);
    if (!(care == content_->care())) {
        content_->setCare(care);
        media_->setCare(care);
        thumbnails_->clear();
        queue_->list().viewport()->update();
    }
}

void ReviewPage::showTimeline() {
    QString notice;
    QAction* action = nullptr;
    switch (media_->state()) {
    case ItemMedia::State::Waiting:
        notice = tr("Filmstrip and waveform are being made; this video comes first.");
        break;
    case ItemMedia::State::Paused:
        notice = tr("No filmstrip yet: the analysis is paused.");
        action = actions_.find(outside_.resumeAction);
        break;
    case ItemMedia::State::Idle:
        notice = tr("No filmstrip and waveform yet.");
        action = actions_.find(outside_.analyzeAction);
        break;
    case ItemMedia::State::Failed:
        notice = tr("No filmstrip: %1").arg(media_->problem());
        action = actions_.find(outside_.retryAction);
        break;
    case ItemMedia::State::None:
    case ItemMedia::State::Ready:
        break;
    }
    content_->player().setTimeline(media_->timeline(), notice, action);
    content_->setFileFacts(media_->timeline() ? media_->timeline()->facts : QStringList());
}

void ReviewPage::showDuplicates() {
    if (item_ && media_->duplicates()) {
        evidence_->duplicates().setDuplicates(*media_->duplicates(), decisionInWords(), *taxonomy_,
                                              actions_.find(outside_.analyzeAction));
        actions_.refresh();
    }
}

/// What a decision alike would write; empty: nothing holds on the item.
QString ReviewPage::decisionInWords() const {
    if (!item_ || !item_->decision) {
        return {};
    }
    const domain::Decision& decision = *item_->decision;
    if (decision.kind == domain::Decision::Kind::Disallow) {
        return ReviewWords::decision(decision, *taxonomy_);
    }
    return decision.category.isEmpty() ? QString() : taxonomy_->name(decision.category);
}

void ReviewPage::setException(domain::ContentId id, bool isException) {
    if (!services_.media.setException) {
        return;
    }
    readers_.start([this, id, isException, set = services_.media.setException] { // the destructor waits
        const Status done = set(id, isException);
        QMetaObject::invokeMethod(
            this,
            [this, done] {
                if (!done.ok()) {
                    messages_->showError(done.error());
                }
                media_->readDuplicates();
            },
            Qt::QueuedConnection);
    });
}

/// On the item shown, where it is decided; else for the one that was decided just now.
void ReviewPage::askDecideAlike() {
    DuplicatesPanel& duplicates = evidence_->duplicates();
    if (duplicates.undecided() > 0 && !decisionInWords().isEmpty()) {
        evidence_->reveal(duplicates);
        duplicates.askDecideAlike();
    } else if (alike_) {
        decideAlike(alike_->content);
    } else if (duplicates.undecided() > 0) {
        evidence_->reveal(duplicates);
        messages_->showMessage(MessageBar::Kind::Info,
                               tr("Decide on this item first; then its near duplicates can follow it."));
    }
}

/// After a decision: says how many near duplicates could follow it, and which would not.
void ReviewPage::offerDecideAlike() {
    if (!alike_ || std::exchange(alike_->offered, true)) {
        alike_.reset();
        return;
    }
    QString text =
        tr("%n near duplicate(s) of “%1” are undecided.", nullptr, alike_->undecided).arg(alike_->title);
    if (alike_->exceptions > 0) {
        text += QLatin1Char(' ') + tr("%n excepted stay(s) as it is.", nullptr, alike_->exceptions);
    }
    messages_->showMessage(MessageBar::Kind::Info, text, tr("Decide %n alike", nullptr, alike_->undecided),
                           [this] { actions_.trigger(id() + QStringLiteral(".decideAlike")); });
}

void ReviewPage::decideAlike(domain::ContentId content) {
    if (!services_.media.decideAlike) {
        return;
    }
    becomeBusy();
    alike_.reset();
    Q_EMIT saveStateChanged(tr("saving…"));
    readers_.start([this, content, person = personName(), decide = services_.media.decideAlike] {
        auto done = decide(content, person);
        QMetaObject::invokeMethod(
            this,
            [this, done = std::move(done)] {
                if (!done.ok()) {
                    Q_EMIT saveStateChanged(tr("not saved"));
                    fail(done.error());
                    return;
                }
                changedLibrary_ = true;
                Q_EMIT saveStateChanged(tr("saved"));
                for (const domain::ContentId id : *done) {
                    queue_->model().setState(id, domain::ReviewItem::State::Decided);
                    if (next_ && next_->content.id == id) {
                        next_.reset();
                    }
                }
                messages_->showMessage(
                    MessageBar::Kind::Info,
                    tr("%n near duplicate(s) decided alike. Undo takes them back one by one.", nullptr,
                       int(done->size())));
                media_->readDuplicates();
                becomeFree();
                preloadNext();
            },
            Qt::QueuedConnection);
    });
}

} // namespace moderato::widgets
