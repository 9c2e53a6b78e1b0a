#include "widgets/review/ReviewPage.h"

#include "widgets/article/ArticleView.h"
#include "widgets/common/Actions.h"
#include "widgets/common/MessageBar.h"
#include "widgets/common/Theme.h"
#include "widgets/player/PlayerPanel.h"
#include "widgets/review/CategoryPanel.h"
#include "widgets/review/CategoryPicker.h"
#include "widgets/review/ContentPane.h"
#include "widgets/review/DecisionBar.h"
#include "widgets/review/EvidencePane.h"
#include "widgets/review/ItemMedia.h"
#include "widgets/review/QueueModel.h"
#include "widgets/review/QueuePane.h"
#include "widgets/review/ReasonStrip.h"
#include "widgets/review/ReviewWords.h"
#include "widgets/review/Thumbnails.h"
#include "widgets/review/TopicsPanel.h"
#include "widgets/review/TypeAhead.h"
#include "widgets/topics/TopicBox.h"

#include <QEvent>
#include <QSettings>
#include <QSplitter>
#include <QVBoxLayout>

namespace moderato::widgets {
namespace {

constexpr auto splitterKey = "review/splitter";

} // namespace

ReviewPage::ReviewPage(ReviewServices services, ActionTable& actions, TaxonomyPtr taxonomy,
                       ReviewOutside outside, QWidget* parent)
    : Page(QStringLiteral("review"), tr("Review"), QStringLiteral("clipboard-check"), parent)
    , services_(std::move(services))
    , actions_(actions)
    , taxonomy_(taxonomy ? std::move(taxonomy) : std::make_shared<Taxonomy>())
    , outside_(std::move(outside)) {
    readers_.setMaxThreadCount(2);
    asked_.start();
    build();
    connectParts();
    picker_->setTaxonomy(taxonomy_);
}

ReviewPage::~ReviewPage() {
    readers_.clear();
    readers_.waitForDone();
}

void ReviewPage::build() {
    messages_ = new MessageBar;
    thumbnails_ = new Thumbnails(thumbnailLoader(services_), this);
    media_ = new ItemMedia(services_, this);
    queue_ = new QueuePane(services_, taxonomy_, *thumbnails_);
    content_ = new ContentPane(services_.loadPicture);
    content_->player().setServices(services_.media.player);
    evidence_ = new EvidencePane(services_, actions_, *thumbnails_, outside_.importAction,
                                 outside_.trainAction, outside_.trainPageAction);
    typeAhead_ = new TypeAhead(actions_, id(), this);
    addActions();
    bar_ = new DecisionBar(actions_);

    auto* right = new QSplitter(Qt::Horizontal);
    right->setObjectName(QStringLiteral("review.splitter"));
    splitter_ = right;
    splitter_->addWidget(queue_);
    splitter_->addWidget(content_);
    splitter_->addWidget(evidence_);
    splitter_->setStretchFactor(0, 0);
    splitter_->setStretchFactor(1, 1);
    splitter_->setStretchFactor(2, 0);
    splitter_->setChildrenCollapsible(false);
    splitter_->setHandleWidth(1);
    splitter_->setSizes({scaled(250), scaled(760), scaled(400)});
    const QSettings settings;
    splitter_->restoreState(settings.value(QLatin1String(splitterKey)).toByteArray());
    connect(splitter_, &QSplitter::splitterMoved, this,
            [this] { QSettings().setValue(QLatin1String(splitterKey), splitter_->saveState()); });

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(messages_);
    layout->addWidget(splitter_, 1);
    layout->addWidget(bar_);

    picker_ = new CategoryPicker(this);
    reasons_ = new ReasonStrip(usecases::Decide::reasons(), this);
    content_->showSentence(tr("Reading the queue…"), {}, nullptr);
    evidence_->setNoItem();
}

void ReviewPage::connectParts() {
    connect(&queue_->model(), &QueueModel::firstPageRead, this, [this] {
        if (whenPageRead_) { // somebody waited for more of the queue when it was read anew
            std::exchange(whenPageRead_, {})();
            return;
        }
        if (!item_ && reading_ && !startOver_) {
            return; // asked for by another page before the queue was there: it comes
        }
        if (item_ && !startOver_) {
            queue_->setCurrent(item_->content.id);
            showPlace();
            preloadNext();
        } else {
            start();
        }
    });
    connect(&queue_->model(), &QueueModel::pageRead, this, [this] {
        if (whenPageRead_) {
            std::exchange(whenPageRead_, {})();
        }
    });
    connect(&queue_->model(), &QueueModel::failed, this,
            [this](const Error& error) { messages_->showError(error); });
    connect(queue_, &QueuePane::partChosen, this, [this] { startOver_ = true; });
    connect(queue_, &QueuePane::counted, this, [this] {
        showPlace();
        if (!item_ && !busy_ && !queue_->model().isReading()) {
            showNothing();
        }
    });
    connect(queue_, &QueuePane::chosen, this, [this](domain::ContentId id) {
        if (!busy_ && !(item_ && item_->content.id == id)) {
            showItem(id);
        }
    });
    connect(content_, &ContentPane::painted, this, [this] {
        if (const domain::ContentId id = std::exchange(awaitingPaint_, {}); id.isValid()) {
            Q_EMIT itemShown(id, asked_.nsecsElapsed() / 1000);
            readMore();
        }
    });
    afterPaint_.setSingleShot(true);
    afterPaint_.setInterval(250);
    connect(&afterPaint_, &QTimer::timeout, this, &ReviewPage::readMore);
    connect(content_, &ContentPane::mediaChanged, this, &ReviewPage::preferTopicList);
    connect(picker_, &CategoryPicker::picked, this, &ReviewPage::correctTo);
    connect(picker_, &CategoryPicker::cancelled, this, [this] { content_->focusContent(); });
    connect(reasons_, &ReasonStrip::picked, this, &ReviewPage::disallowFor);
    connect(reasons_, &ReasonStrip::cancelled, this, [this] { content_->focusContent(); });
    connect(evidence_, &EvidencePane::categoryPicked, this, [this](const QString& category) {
        if (!busy_ && item_) {
            correctTo(category);
        }
    });
    connectMedia();
    connect(&evidence_->topics().box(), &TopicBox::finished, this, [this] { content_->focusContent(); });
}

void ReviewPage::setTaxonomy(TaxonomyPtr taxonomy) {
    taxonomy_ = std::move(taxonomy);
    picker_->setTaxonomy(taxonomy_);
    queue_->setTaxonomy(taxonomy_);
    if (item_) {
        evidence_->refresh(*item_, *taxonomy_);
        updateConfirm();
    }
}

void ReviewPage::activated() {
    if (!std::exchange(started_, true)) {
        queue_->reload();
    }
    showPlace();
    content_->focusContent();
    careChanged();
}

void ReviewPage::deactivated() {
    actions_.releaseHeld();
    content_->pause();
    if (!busy_ && evidence_->topics().box().isChanged()) {
        saveTopics([this] {
            becomeFree();
            rereadCurrent();
        });
    }
    if (std::exchange(changedLibrary_, false)) {
        Q_EMIT libraryChanged();
    }
}

bool ReviewPage::showItem(domain::ContentId id) {
    if (!std::exchange(started_, true)) {
        queue_->reload();
    }
    if (busy_) {
        wanted_ = id;
        return true;
    }
    asked_.start();
    saveTopics([this, id] { go(id); });
    return true;
}

void ReviewPage::reload() {
    if (!started_) {
        return; // read when it is first looked at
    }
    next_.reset();
    thumbnails_->clear();
    queue_->reload();
    rereadCurrent();
    media_->readDuplicates();
}

/// Why the item is here, for the line above it.
QString ReviewPage::why() const {
    const QueueModel& model = queue_->model();
    const int place = model.indexOf(item_->content.id);
    QStringList parts;
    if (place >= 0) {
        parts << ReviewWords::reason(model.row(place).reason);
        if (!model.row(place).why.isEmpty()) {
            parts << model.row(place).why;
        }
    } else if (item_->queueEntry) {
        parts << ReviewWords::reason(item_->queueEntry->reason);
    }
    for (const domain::Flag& flag : item_->flags) {
        if (!flag.closedBy.isValid() && !flag.detail.isEmpty() && !parts.contains(flag.detail)) {
            parts << flag.detail;
        }
    }
    return parts.isEmpty() ? QString() : tr("Why here: %1").arg(parts.join(QStringLiteral("  ·  ")));
}

void ReviewPage::showPlace() {
    const QString place = item_ ? queue_->placeOf(item_->content.id) : QString();
    Q_EMIT placeChanged(item_ ? (place.isEmpty() ? tr("not in this part of the queue") : place) : QString());
}

void ReviewPage::updateConfirm() {
    bar_->setAnswer(item_ && !answer().isEmpty() ? taxonomy_->name(answer()) : QString());
    actions_.refresh();
}

/// Topics to choose from: a row under landscape media, a column beside anything else (S0.10).
void ReviewPage::preferTopicList() {
    const bool landscape =
        item_ && item_->content.kind == domain::ContentKind::Video && !content_->isPortrait();
    evidence_->topics().box().setPreferredOrientation(landscape ? Qt::Horizontal : Qt::Vertical);
}

void ReviewPage::showNothing() {
    const usecases::QueueCounts& counts = queue_->counts();
    if (counts.open + counts.decided + counts.skipped + counts.escalated == 0) {
        content_->showSentence(tr("Nothing to review yet"),
                               tr("Import articles, videos or pictures; they line up here."),
                               actions_.find(outside_.importAction));
    } else if (counts.open - queue_->model().closed() > 0 && queue_->model().filter().reason) {
        content_->showSentence(tr("This part of the queue is empty"),
                               tr("Choose another part at the top left."), nullptr);
    } else {
        content_->showSentence(tr("All done"),
                               tr("Nothing waits for a decision. Ctrl+Z takes back the last one."), nullptr);
    }
    evidence_->setNoItem();
    media_->show(nullptr, {});
    updateConfirm();
    showPlace();
}

void ReviewPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    arrange();
}

void ReviewPage::arrange() {
    const bool small = width() < scaled(1320) || height() < scaled(680);
    evidence_->setArrangement(small ? EvidencePane::Arrangement::Tabs : EvidencePane::Arrangement::Stack);
    // A line more at the bottom of the window must not take away what waits for a key.
    if (picker_->isOpen()) {
        picker_->place(categoryPlace());
    }
    if (reasons_->isOpen()) {
        reasons_->place(bar_->geometry());
    }
}

QRect ReviewPage::categoryPlace() const {
    const CategoryPanel& panel = evidence_->category();
    return QRect(panel.mapTo(this, QPoint()), panel.size());
}

void ReviewPage::changeEvent(QEvent* event) {
    Page::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && item_) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (item_) {
                    evidence_->refresh(*item_, *taxonomy_);
                }
            },
            Qt::QueuedConnection);
    }
}

} // namespace moderato::widgets
