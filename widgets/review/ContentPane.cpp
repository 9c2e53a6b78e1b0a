#include "widgets/review/ContentPane.h"

#include "widgets/article/ArticleView.h"
#include "widgets/article/PictureView.h"
#include "widgets/article/SafeTextBrowser.h"
#include "widgets/common/Actions.h"
#include "widgets/common/Format.h"
#include "widgets/common/Theme.h"
#include "widgets/player/MpvView.h"
#include "widgets/player/PlayerPanel.h"
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
    , emptyAction_(new QPushButton) {
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
}

void ContentPane::addActions(ActionTable& actions, const QString& pageId, QWidget* page) {
    player_->addActions(actions, pageId, page);
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
        page, [this] { article_->setEvidenceShown(!article_->isEvidenceShown()); }, hasText);
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
    meta_->setFullText(parts.join(QStringLiteral("  ·  ")));
    why_->setFullText(why);
}

void ContentPane::setItem(const usecases::ItemView& item, const QString& why) {
    showHead(item, why);
    head_->show();
    const domain::Content& content = item.content;
    QWidget* page = nullptr;
    if (content.kind == ContentKind::Video && content.media && content.mediaProblem.isEmpty()) {
        page = player_;
        stack_->setCurrentWidget(player_);
        player_->open(content.media->path);
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
    stack_->setCurrentWidget(page);
    if (page != player_) {
        player_->close();
    }
    expectPaint(page);
}

void ContentPane::expectPaint(QWidget* widget) {
    expected_ = widget == article_ ? article_->browser().viewport() : widget;
    if (widget == player_ && !player_->view().hasOpenGl()) {
        expected_ = empty_; // the sentence in the picture's place
        QMetaObject::invokeMethod(this, &ContentPane::painted, Qt::QueuedConnection);
    }
    expected_->update();
}

void ContentPane::refresh(const usecases::ItemView& item, const QString& why) {
    showHead(item, why);
    if (stack_->currentWidget() == article_) {
        article_->setEvidence(item.category ? item.category->evidence : std::vector<domain::TextEvidence>());
    }
}

void ContentPane::preload(const usecases::ItemView& item) {
    const domain::Content& content = item.content;
    if (content.kind == ContentKind::Video && content.media && content.mediaProblem.isEmpty()) {
        player_->preload(content.media->path);
    }
    for (const domain::MediaFile& image : content.images) {
        loader_.preload(image.path);
    }
    ArticleView::preload(loader_, item.article);
}

void ContentPane::showSentence(const QString& heading, const QString& text, QAction* action) {
    player_->close();
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
