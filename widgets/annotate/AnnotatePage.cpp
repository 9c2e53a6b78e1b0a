#include "widgets/annotate/AnnotatePage.h"

#include "widgets/annotate/AlikePanel.h"
#include "widgets/annotate/AnnotateBar.h"
#include "widgets/annotate/AnnotatorsPanel.h"
#include "widgets/annotate/NextPane.h"
#include "widgets/annotate/SegmentsPanel.h"
#include "widgets/annotate/TopicStrip.h"
#include "widgets/common/Actions.h"
#include "widgets/common/MessageBar.h"
#include "widgets/common/PanelColumn.h"
#include "widgets/common/Theme.h"
#include "widgets/player/MpvView.h"
#include "widgets/player/PlayerPanel.h"
#include "widgets/review/ContentPane.h"
#include "widgets/review/ItemCare.h"
#include "widgets/review/ItemMedia.h"
#include "widgets/review/Thumbnails.h"
#include "widgets/review/TypeAhead.h"

#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace moderato::widgets {
namespace {

constexpr int mediaAfterMs = 200;

} // namespace

AnnotatePage::AnnotatePage(AnnotateServices services, ActionTable& actions, TaxonomyPtr taxonomy,
                           QWidget* parent)
    : Page(QStringLiteral("annotate"), tr("Annotate"), QStringLiteral("tags"), parent)
    , services_(std::move(services))
    , actions_(actions)
    , taxonomy_(std::move(taxonomy)) {
    writer_.setMaxThreadCount(1);
    build();
    connectParts();
}

AnnotatePage::~AnnotatePage() {
    writer_.clear();
    writer_.waitForDone();
}

void AnnotatePage::build() {
    messages_ = new MessageBar;
    thumbnails_ = new Thumbnails(thumbnailLoader(services_.review), this);
    media_ = new ItemMedia(services_.review, this);
    next_ = new NextPane(services_, *thumbnails_);
    content_ = new ContentPane(services_.review.loadPicture);
    content_->player().setServices(services_.review.media.player);
    strip_ = new TopicStrip(services_.findTopics);
    segments_ = new SegmentsPanel(services_.findTopics);
    annotators_ = new AnnotatorsPanel;
    alike_ = new AlikePanel(*thumbnails_);
    typeAhead_ = new TypeAhead(actions_, id(), this);
    addActions();
    bar_ = new AnnotateBar(actions_);

    auto* center = new QWidget;
    middle_ = new QBoxLayout(QBoxLayout::LeftToRight, center);
    middle_->setContentsMargins(0, 0, 0, 0);
    middle_->setSpacing(1);
    middle_->addWidget(content_, 1);
    middle_->addWidget(strip_);
    placeStrip();

    const auto [area, column] = makePanelColumn();
    for (Panel* panel : std::initializer_list<Panel*>{segments_, annotators_, alike_}) {
        column->addWidget(panel);
    }
    column->addStretch(1);
    area->setMinimumWidth(scaled(240));

    splitter_ = new QSplitter(Qt::Horizontal);
    splitter_->setObjectName(QStringLiteral("annotate.splitter")); // its place is kept by the window
    splitter_->addWidget(next_);
    splitter_->addWidget(center);
    splitter_->addWidget(area);
    splitter_->setStretchFactor(0, 0);
    splitter_->setStretchFactor(1, 1);
    splitter_->setStretchFactor(2, 0);
    splitter_->setChildrenCollapsible(false);
    splitter_->setHandleWidth(1);
    splitter_->setSizes({scaled(230), scaled(800), scaled(290)});

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(messages_);
    layout->addWidget(splitter_, 1);
    layout->addWidget(bar_);
    content_->showSentence(tr("Looking for what teaches most…"), {}, nullptr);
    strip_->hide();
}

void AnnotatePage::connectParts() {
    connect(next_, &NextPane::listed, this, [this] {
        if (std::exchange(startOver_, false) || (!item_ && !busy_)) {
            start();
        } else if (item_) {
            next_->setCurrent(item_->content.id);
            showPlace();
        }
    });
    connect(next_, &NextPane::orderChosen, this, [this] { startOver_ = true; });
    connect(next_, &NextPane::failed, this, [this](const Error& error) { messages_->showError(error); });
    connect(next_, &NextPane::chosen, this, [this](domain::ContentId id) {
        if (!busy_ && !(item_ && item_->content.id == id)) {
            go(id);
        }
    });
    connect(strip_, &TopicStrip::orientationChanged, this, &AnnotatePage::placeStrip);
    connect(&strip_->box(), &TopicBox::topicsChanged, this, &AnnotatePage::showAnswer);
    connect(&strip_->box(), &TopicBox::finished, this, [this] { content_->focusContent(); });
    connect(segments_, &SegmentsPanel::segmentsChanged, this, &AnnotatePage::showAnswer);
    connect(segments_, &SegmentsPanel::finished, this, [this] { content_->focusContent(); });
    connect(segments_, &SegmentsPanel::seekRequested, this,
            [this](double seconds) { content_->player().view().seek(seconds); });
    connect(content_, &ContentPane::mediaChanged, this, [this] {
        const bool could = segments_->isMarked();
        segments_->setState(content_->player().state());
        preferOrientation();
        if (could != segments_->isMarked()) {
            actions_.refresh();
        }
    });
    connect(content_, &ContentPane::painted, this, [this] {
        if (item_) {
            Q_EMIT itemShown(item_->content.id);
        }
    });
    connect(media_, &ItemMedia::timelineChanged, this, &AnnotatePage::showTimeline);
    connect(media_, &ItemMedia::duplicatesChanged, this, &AnnotatePage::showAlike);
    connect(alike_, &AlikePanel::itemOpened, this, [this](domain::ContentId id) { showItem(id); });
    connect(alike_, &AlikePanel::exceptionChanged, this, [this](domain::ContentId id, bool on) {
        if (services_.review.media.setException) {
            work([set = services_.review.media.setException, id, on] { return set(id, on); },
                 [this] { media_->readDuplicates(); });
        }
    });
    mediaSoon_.setSingleShot(true);
    mediaSoon_.setInterval(mediaAfterMs);
    connect(&mediaSoon_, &QTimer::timeout, this, [this] {
        if (item_) {
            media_->show(item_, careOf(*item_));
            readAhead();
        }
    });
}

/// A row under landscape media, a column beside portrait media and texts (S0.10).
void AnnotatePage::preferOrientation() {
    const QSize size = content_->player().state().size;
    const bool video = item_ && item_->content.kind == domain::ContentKind::Video;
    if (video && size.isEmpty()) {
        return; // not known yet: nothing jumps
    }
    strip_->setPreferredOrientation(video && !content_->isPortrait() ? Qt::Horizontal : Qt::Vertical);
}

void AnnotatePage::placeStrip() {
    middle_->setDirection(strip_->orientation() == Qt::Vertical ? QBoxLayout::LeftToRight
                                                                : QBoxLayout::TopToBottom);
}

void AnnotatePage::activated() {
    if (!std::exchange(started_, true)) {
        next_->reload();
        readAgreement();
    }
    showPlace();
    content_->focusContent();
    careChanged();
}

void AnnotatePage::deactivated() {
    actions_.releaseHeld();
    content_->pause();
    if (std::exchange(changedLibrary_, false)) {
        Q_EMIT libraryChanged();
    }
}

bool AnnotatePage::showItem(domain::ContentId id) {
    if (!std::exchange(started_, true)) {
        next_->reload();
        readAgreement();
    }
    if (busy_) {
        wanted_ = id;
    } else {
        go(id);
    }
    return true;
}

void AnnotatePage::reload() {
    if (!started_) {
        return; // read when it is first looked at
    }
    thumbnails_->clear();
    forgetAhead();
    if (!item_) {
        next_->reload();
    } else {
        reread();
    }
    readAgreement();
}

void AnnotatePage::mediaAnalyzed() {
    media_->refresh();
    thumbnails_->askMissingAgain();
}

void AnnotatePage::careChanged() {
    if (!item_) {
        return;
    }
    const CareEffect care = careOf(*item_);
    if (!(care == content_->care())) {
        content_->setCare(care);
        media_->setCare(care);
        thumbnails_->clear();
    }
}

void AnnotatePage::showTimeline() {
    const QString notice = media_->state() == ItemMedia::State::Failed
                               ? tr("No filmstrip: %1").arg(media_->problem())
                           : media_->state() == ItemMedia::State::Waiting
                               ? tr("Filmstrip and waveform are being made; this video comes first.")
                           : media_->timeline() ? QString()
                                                : tr("No filmstrip and waveform yet.");
    content_->player().setTimeline(media_->timeline(), notice, nullptr);
    content_->setFileFacts(media_->timeline() ? media_->timeline()->facts : QStringList());
}

void AnnotatePage::showAlike() {
    if (item_ && media_->duplicates()) {
        alike_->setDuplicates(*media_->duplicates(),
                              view_.mine ? std::optional(view_.mine->topics) : std::nullopt,
                              actions_.find(QStringLiteral("analysis.start")));
        actions_.refresh();
    }
}

void AnnotatePage::showPlace() {
    Q_EMIT placeChanged(item_ ? next_->placeOf(item_->content.id) : QString());
}

/// What the answer key does now.
void AnnotatePage::showAnswer() {
    const bool changed = strip_->box().isChanged() || segments_->isChanged();
    bar_->setAnswer(comparing_ && !changed                                              ? tr("Go on")
                    : view_.mine || comparing_                                          ? tr("Answer again")
                    : strip_->box().topics().isEmpty() && segments_->segments().empty() ? tr("No topic fits")
                                                                                        : QString());
    actions_.refresh();
}

void AnnotatePage::showNothing() {
    item_.reset();
    content_->showSentence(tr("Nothing waits for topics"),
                           tr("Import more, or choose another order at the top left."),
                           actions_.find(QStringLiteral("file.importFiles")));
    strip_->hide();
    media_->show(nullptr, {});
    showPlace();
    actions_.refresh();
}

} // namespace moderato::widgets
