#include "widgets/expressions/ReaderContent.h"

#include "widgets/article/ArticleView.h"
#include "widgets/article/PictureView.h"
#include "widgets/common/Theme.h"
#include "widgets/player/MpvView.h"

#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <cmath>

namespace moderato::widgets {

using domain::ContentKind;

ReaderContent::ReaderContent(PictureLoader::Decode decode, PlayerServices player, QWidget* parent)
    : QWidget(parent)
    , loader_(std::move(decode))
    , stack_(new QStackedWidget(this))
    , video_(new MpvView)
    , article_(new ArticleView(loader_))
    , pictures_(new PictureView(loader_))
    , problem_(new QLabel)
    , title_(new QLabel(this)) {
    video_->setServices(std::move(player));
    article_->setEvidenceShown(false);
    problem_->setAlignment(Qt::AlignCenter);
    problem_->setWordWrap(true);
    problem_->setMargin(4 * grid);
    title_->setWordWrap(true);
    title_->setTextFormat(Qt::PlainText);
    setRole(title_, "head");
    for (QWidget* widget : std::initializer_list<QWidget*>{video_, article_, pictures_, problem_}) {
        stack_->addWidget(widget);
    }
    auto* head = new QVBoxLayout;
    head->setContentsMargins(2 * grid, grid, 2 * grid, grid);
    head->addWidget(title_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(stack_, 1);
    setProperty("ground", "surface");
    setAttribute(Qt::WA_StyledBackground);
    connect(video_, &MpvView::stateChanged, this, &ReaderContent::videoChanged);
}

ReaderContent::~ReaderContent() = default;

void ReaderContent::show(const ReaderItemPtr& item) {
    const domain::Content& content = item->content;
    hasEnded_ = false;
    isVideo_ = content.kind == ContentKind::Video && content.media && content.mediaProblem.isEmpty();
    title_->setVisible(content.kind != ContentKind::Article && !content.title.isEmpty());
    title_->setText(content.title);
    if (isVideo_) {
        stack_->setCurrentWidget(video_);
        video_->open(content.media->path, false, false);
    } else {
        video_->close();
        if (content.kind == ContentKind::Video) {
            problem_->setText(content.mediaProblem.isEmpty() ? tr("This video has no file.")
                                                             : content.mediaProblem);
            stack_->setCurrentWidget(problem_);
        } else if (content.kind == ContentKind::Pictures) {
            QStringList paths;
            for (const domain::MediaFile& image : content.images) {
                paths << image.path;
            }
            pictures_->setPictures(paths);
            stack_->setCurrentWidget(pictures_);
        } else {
            article_->setArticle(content.title, item->article);
            stack_->setCurrentWidget(article_);
        }
        // What cannot be shown is not looked at.
        Q_EMIT moved({}, content.kind != ContentKind::Video);
    }
}

void ReaderContent::clear() {
    isVideo_ = false;
    video_->close();
    article_->clear();
    pictures_->setPictures({});
}

bool ReaderContent::isPlaying() const {
    const PlayerState& state = video_->state();
    return isVideo_ && state.hasPicture && !state.paused && !state.ended;
}

void ReaderContent::togglePlay() {
    if (isVideo_ && !hasEnded_) {
        video_->setPaused(!video_->state().paused);
    }
}

double ReaderContent::position() const {
    return isVideo_ ? video_->state().position : 0;
}

double ReaderContent::duration() const {
    return isVideo_ ? video_->state().duration : 0;
}

void ReaderContent::videoChanged() {
    if (!isVideo_) {
        return;
    }
    constexpr double second = 1e6;
    Q_EMIT moved(std::chrono::microseconds(std::llround(position() * second)), isPlaying());
    if (video_->state().ended && !hasEnded_) {
        hasEnded_ = true;
        Q_EMIT ended();
    }
}

} // namespace moderato::widgets
