#include "widgets/review/ContentPane.h"

#include "widgets/article/ArticleView.h"
#include "widgets/article/PictureView.h"
#include "widgets/article/SafeTextBrowser.h"
#include "widgets/common/Actions.h"
#include "widgets/common/Format.h"
#include "widgets/common/Theme.h"
#include "widgets/player/MpvView.h"
#include "widgets/player/PlayerPanel.h"
#include "widgets/player/Timeline.h"
#include "widgets/review/ElidedLabel.h"
#include "widgets/review/ReviewWords.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>

namespace moderato::widgets {

using domain::ContentKind;

ContentPane::ContentPane(PictureLoader::Decode decode, QWidget* parent)
    : QWidget(parent)
    , loader_(std::move(decode))
    , head_(new QWidget)
    , title_(new ElidedLabel)
    , meta_(new ElidedLabel)
    , why_(new ElidedLabel)
    , stack_(new QStackedWidget)
    , player_(new PlayerPanel)
    , article_(new ArticleView(loader_))
    , pictures_(new PictureView(loader_))
    , empty_(new QWidget)
    , emptyHead_(new QLabel)
    , emptyText_(new QLabel)
    , emptyAction_(new QPushButton)
    , careLabel_(new QLabel(this)) {
    setRole(title_, "head");
    setRole(meta_, "small");
    setRole(why_, "small");
    auto* lines = new QVBoxLayout(head_);
    lines->setContentsMargins(2 * grid, grid, 2 * grid, grid);
    lines->setSpacing(2);
    lines->addWidget(title_);
    lines->addWidget(meta_);
    lines->addWidget(why_);

    setRole(emptyHead_, "head");
    setRole(emptyText_, "muted");
    emptyHead_->setAlignment(Qt::AlignCenter);
    emptyText_->setAlignment(Qt::AlignCenter);
    emptyText_->setWordWrap(true);
    auto* center = new QVBoxLayout(empty_);
    center->setContentsMargins(4 * grid, 4 * grid, 4 * grid, 4 * grid);
    center->setSpacing(grid);
    center->addStretch();
    center->addWidget(emptyHead_);
    center->addWidget(emptyText_);
    center->addWidget(emptyAction_, 0, Qt::AlignCenter);
    center->addStretch();
    connect(emptyAction_, &QPushButton::clicked, this, [this] {
        if (emptyRuns_) {
            emptyRuns_->trigger();
        }
    });

    for (QWidget* widget : std::initializer_list<QWidget*>{player_, article_, pictures_, empty_}) {
        stack_->addWidget(widget);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head_);
    layout->addWidget(stack_, 1);
    setMinimumWidth(scaled(320));
    setProperty("ground", "surface");
    setAttribute(Qt::WA_StyledBackground);

    article_->browser().viewport()->installEventFilter(this);
    pictures_->installEventFilter(this);
    player_->installEventFilter(this);
    empty_->installEventFilter(this);
    connect(player_, &PlayerPanel::pictureShown, this, [this] {
        if (expected_ == player_) {
            expected_ = nullptr;
            Q_EMIT painted();
        }
    });
    connect(player_, &PlayerPanel::stateChanged, this, &ContentPane::mediaChanged);
    careLabel_->setObjectName(QStringLiteral("careLabel"));
    careLabel_->setProperty("badge", true);
    careLabel_->setAttribute(Qt::WA_TransparentForMouseEvents);
    careLabel_->hide();
    onScale(this, [this] { placeCare(); });
}

void ContentPane::addActions(ActionTable& actions, const QString& pageId, QWidget* page) {
    player_->addActions(actions, pageId, page);
    actions_ = &actions;
    revealAction_ = pageId + QStringLiteral(".reveal");
    actions.addHeld(
        {.id = revealAction_,
         .text = tr("Look while held"),
         .keys = {Qt::Key_V},
         .icon = QStringLiteral("eye"),
         .group = tr("Care"),
         .scope = pageId,
         .hint = tr("Lifts blur, grey and dimming while the key is held")},
        page, [this] { setRevealed(true); }, [this] { setRevealed(false); },
        [this] { return hasPictures_ && care_.changesPicture(); });
    connect(&actions, &ActionTable::keysChanged, this, [this](const QString& id) {
        if (id == revealAction_) {
            showCare();
        }
    });
    const auto hasText = [this] { return stack_->currentWidget() == article_; };
    const auto scroll = [this](int direction) {
        QScrollBar* bar = article_->browser().verticalScrollBar();
        bar->setValue(bar->value() + direction * (bar->pageStep() - scaled(48)));
    };
    actions.add(
        {.id = pageId + QStringLiteral(".pageDown"),
         .text = tr("Read on"),
         .keys = {Qt::Key_PageDown},
         .icon = QStringLiteral("arrow-down"),
         .group = tr("Article"),
         .scope = pageId,
         .hint = {},
         .autoRepeat = true},
        page, [scroll] { scroll(1); }, hasText);
    actions.add(
        {.id = pageId + QStringLiteral(".pageUp"),
         .text = tr("Read back"),
         .keys = {Qt::Key_PageUp},
         .icon = QStringLiteral("arrow-up"),
         .group = tr("Article"),
         .scope = pageId,
         .hint = {},
         .autoRepeat = true},
        page, [scroll] { scroll(-1); }, hasText);
    actions.add(
        {.id = pageId + QStringLiteral(".evidence"),
         .text = tr("Mark what spoke for the answer"),
         .keys = {Qt::Key_W},
         .icon = QStringLiteral("eye"),
         .group = tr("Article"),
         .scope = pageId,
         .hint = {}},
        page,
        [this] {
            const bool shown = article_->isEvidenceShown() && !article_->isLookedAtShown();
            setLookedAtShown(false);
            article_->setEvidenceShown(!shown);
        },
        hasText);
}

void ContentPane::addLookedAtAction(ActionTable& actions, const QString& pageId, QWidget* page) {
    lookedAtAction_ = actions.add(
        {.id = pageId + QStringLiteral(".lookedAt"),
         .text = tr("Show what mattered for quality"),
         .keys = {Qt::Key_Q},
         .icon = QStringLiteral("search"),
         .group = tr("Article"),
         .scope = pageId,
         .hint = tr("Marks the sentences and pictures that the quality model looked at"),
         .checkable = true},
        page, [this] { setLookedAtShown(lookedAtAction_->isChecked()); },
        [this] { return lookedAtShown_ || !lookedAt_.isEmpty(); });
}

void ContentPane::setLookedAtShown(bool shown) {
    lookedAtShown_ = shown;
    if (lookedAtAction_) {
        lookedAtAction_->setChecked(shown);
    }
    showLookedAt();
}

void ContentPane::takeLookedAt(const usecases::ItemView& item) {
    lookedAt_ = qualityEvidence(item);
    article_->setLookedAt(lookedAt_.sentences, lookedAt_.pictures);
    showLookedAt();
}

void ContentPane::showLookedAt() {
    // On an item without any the evidence of the answer stays.
    article_->setLookedAtShown(lookedAtShown_ && !lookedAt_.isEmpty());
    pictures_->setMarks(lookedAtShown_ ? lookedAt_.pictures : QHash<QString, LookedAt>());
    player_->timeline().setLookedAt(lookedAtShown_ ? lookedAt_.parts : std::vector<LookedAtPart>());
}

void ContentPane::showHead(const usecases::ItemView& item, const QString& why) {
    const domain::Content& content = item.content;
    title_->setVisible(content.kind != ContentKind::Article); // an article says its own
    title_->setFullText(content.title.isEmpty()
                            ? tr("%1 without a title").arg(ReviewWords::kind(content.kind))
                            : content.title);
    QStringList parts{ReviewWords::kind(content.kind)};
    if (!content.author.id.isEmpty()) {
        parts << content.author.id;
    }
    if (content.publishedAt) {
        parts << Format::dateTime(*content.publishedAt);
    }
    if (!content.language.isEmpty()) {
        parts << content.language;
    }
    if (content.state != domain::RecommendationState::Active) {
        parts << ReviewWords::state(content.state);
    }
    if (!content.sourceUrl.isEmpty()) {
        parts << content.sourceUrl;
    }
    itemFacts_ = parts;
    showMeta();
    why_->setFullText(why);
}

void ContentPane::showMeta() {
    meta_->setFullText((itemFacts_ + fileFacts_).join(QStringLiteral("  ·  ")));
}

void ContentPane::setFileFacts(const QStringList& facts) {
    fileFacts_ = facts;
    showMeta();
}

void ContentPane::setItem(const usecases::ItemView& item, const QString& why, const CareEffect& care) {
    setRevealed(false);
    care_ = care;
    fileFacts_.clear();
    loader_.setCare(care);
    showHead(item, why);
    head_->show();
    const domain::Content& content = item.content;
    QWidget* page = nullptr;
    if (content.kind == ContentKind::Video && content.media && content.mediaProblem.isEmpty()) {
        page = player_;
        stack_->setCurrentWidget(player_);
        player_->open(content.media->path, care);
    } else if (content.kind == ContentKind::Video) {
        showSentence(tr("This video cannot be shown"),
                     content.mediaProblem.isEmpty() ? tr("It has no file. Skip it, or decide by its title.")
                                                    : content.mediaProblem,
                     nullptr);
        head_->show();
        page = empty_;
    } else if (content.kind == ContentKind::Pictures) {
        page = pictures_;
        QStringList paths;
        for (const domain::MediaFile& image : content.images) {
            paths << image.path;
        }
        pictures_->setPictures(paths);
    } else {
        page = article_;
        article_->setArticle(content.title, item.article);
        article_->setEvidence(item.category ? item.category->evidence : std::vector<domain::TextEvidence>());
    }
    takeLookedAt(item);
    stack_->setCurrentWidget(page);
    if (page != player_) {
        player_->close();
    }
    hasPictures_ = hasPictures(item);
    showCare();
    expectPaint(page);
}

void ContentPane::expectPaint(QWidget* widget) {
    expected_ = widget == article_ ? article_->browser().viewport() : widget;
    expected_->update();
}

void ContentPane::refresh(const usecases::ItemView& item, const QString& why) {
    showHead(item, why);
    if (stack_->currentWidget() == article_) {
        article_->setEvidence(item.category ? item.category->evidence : std::vector<domain::TextEvidence>());
    }
    takeLookedAt(item);
}

bool ContentPane::hasPictures(const usecases::ItemView& item) const {
    const QWidget* page = stack_->currentWidget();
    return page == player_ || (page == pictures_ && pictures_->count() > 0) ||
           (page == article_ && !item.article.images.empty());
}

void ContentPane::setCare(const CareEffect& care) {
    if (!(care_ == care)) {
        setRevealed(false);
        care_ = care;
        loader_.setCare(care);
        player_->setCare(care);
        showCare();
    }
}

void ContentPane::setRevealed(bool revealed) {
    if (revealed_ != revealed) {
        revealed_ = revealed;
        loader_.setRevealed(revealed);
        player_->setRevealed(revealed);
        showCare();
    }
}

QString ContentPane::careLabel() const {
    if (!hasPictures_ || !care_.changesPicture()) {
        return {};
    }
    const QString what = care_.blur ? tr("Blurred") : care_.grey ? tr("Grey") : tr("Dimmed");
    const QString key = actions_ ? actions_->keyText(revealAction_) : QString();
    return key.isEmpty() ? what : tr("%1 · hold %2 to look", "what care does, a key").arg(what, key);
}

void ContentPane::showCare() {
    const QString text = revealed_ ? QString() : careLabel();
    careLabel_->setText(text);
    careLabel_->setVisible(!text.isEmpty());
    placeCare();
    if (actions_) {
        actions_->refresh();
    }
}

/// At the top right of the picture, where it hides least.
void ContentPane::placeCare() {
    careLabel_->adjustSize();
    careLabel_->move(width() - careLabel_->width() - grid,
                     (head_->isHidden() ? 0 : head_->sizeHint().height()) + grid);
    careLabel_->raise();
}

void ContentPane::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    placeCare();
}

void ContentPane::preload(const usecases::ItemView& item, const CareEffect& care) {
    const domain::Content& content = item.content;
    if (content.kind == ContentKind::Video && content.media && content.mediaProblem.isEmpty()) {
        player_->preload(content.media->path, care);
    }
    for (const domain::MediaFile& image : content.images) {
        loader_.preload(image.path, care);
    }
    ArticleView::preload(loader_, item.article, care);
}

void ContentPane::showSentence(const QString& heading, const QString& text, QAction* action) {
    player_->close();
    setRevealed(false);
    hasPictures_ = false;
    showCare();
    head_->hide();
    emptyHead_->setText(heading);
    emptyText_->setText(text);
    emptyRuns_ = action;
    emptyAction_->setVisible(action != nullptr);
    if (action) {
        emptyAction_->setText(action->text());
        emptyAction_->setIcon(action->icon());
    }
    expected_ = nullptr;
    stack_->setCurrentWidget(empty_);
}

QString ContentPane::sentence() const {
    return stack_->currentWidget() == empty_ ? emptyText_->text() : QString();
}

void ContentPane::pause() {
    player_->pause();
}

bool ContentPane::isPortrait() const {
    const QSize size = player_->state().size;
    return stack_->currentWidget() == player_ && size.height() > size.width();
}

void ContentPane::focusContent() {
    QWidget* page = stack_->currentWidget();
    if (page == article_) {
        article_->browser().setFocus(Qt::OtherFocusReason);
    } else {
        page->setFocus(Qt::OtherFocusReason);
    }
}

bool ContentPane::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Paint && watched == expected_ && watched != player_) {
        expected_ = nullptr;
        // After this paint has gone out with the rest of the window.
        QMetaObject::invokeMethod(this, &ContentPane::painted, Qt::QueuedConnection);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace moderato::widgets
