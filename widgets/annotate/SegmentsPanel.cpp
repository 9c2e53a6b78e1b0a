#include "widgets/annotate/SegmentsPanel.h"

#include "widgets/common/Format.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace moderato::widgets {
namespace {

QString timeOf(double seconds) {
    return Format::timecode(Milliseconds(std::llround(seconds * 1000)));
}

} // namespace

SegmentsPanel::SegmentsPanel(TopicBox::Find find, QWidget* parent)
    : Panel(QStringLiteral("annotate.segments"), tr("Parts of the video"), {}, parent)
    , box_(new TopicBox(std::move(find)))
    , hint_(new QLabel)
    , rows_(new QWidget) {
    setRole(hint_, "small");
    hint_->setWordWrap(true);
    auto* column = new QVBoxLayout(rows_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    body()->addWidget(rows_);
    body()->addWidget(hint_);
    body()->addWidget(box_);
    box_->setPlaceholder(tr("# Topic of this part"));
    connect(box_, &TopicBox::topicsChanged, this, [this](const QStringList& topics) {
        if (!topics.isEmpty() && isMarked()) {
            add(topics.first());
        }
    });
    connect(box_, &TopicBox::finished, this, &SegmentsPanel::finished);
    showHint();
}

void SegmentsPanel::setItem(std::vector<domain::TopicSegment> segments, std::vector<TopicOffer> candidates,
                            bool isVideo) {
    original_ = segments_ = std::move(segments);
    box_->setItem({}, Voice::Decided, std::move(candidates));
    setVisible(isVideo);
    showRows();
}

void SegmentsPanel::setCandidates(std::vector<TopicOffer> candidates) {
    box_->setCandidates(std::move(candidates));
}

void SegmentsPanel::setState(const PlayerState& state) {
    const bool same = state_.markIn == state.markIn && state_.markOut == state.markOut;
    state_ = state;
    if (!same) {
        showHint();
    }
}

bool SegmentsPanel::isMarked() const {
    return state_.markIn && state_.markOut && state_.markIn->frame >= 0 && state_.markOut->frame >= 0;
}

void SegmentsPanel::ask() {
    setFolded(false);
    box_->openList();
}

void SegmentsPanel::add(const QString& topic) {
    segments_.push_back({topic, state_.markIn->pts, state_.markOut->pts, state_.timeBase.numerator,
                         state_.timeBase.denominator, state_.start});
    // Emptied when the box has finished taking the topic.
    QMetaObject::invokeMethod(
        this,
        [this] {
            box_->clear();
            Q_EMIT finished();
        },
        Qt::QueuedConnection);
    showRows();
    Q_EMIT segmentsChanged();
}

void SegmentsPanel::showHint() {
    const bool marked = state_.markIn && state_.markOut;
    box_->setVisible(isMarked());
    if (isMarked()) {
        hint_->setText(tr("%1 – %2 · frames %3 to %4")
                           .arg(timeOf(state_.markIn->seconds), timeOf(state_.markOut->seconds))
                           .arg(state_.markIn->frame)
                           .arg(state_.markOut->frame));
    } else if (marked) {
        hint_->setText(tr("The frames of this video are still being counted."));
    } else {
        hint_->setText(tr("Mark a part with I and O, then give it a topic."));
    }
}

void SegmentsPanel::showRows() {
    while (QLayoutItem* item = rows_->layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (std::size_t i = 0; i < segments_.size(); ++i) {
        const domain::TopicSegment& segment = segments_[i];
        auto* row = new QWidget;
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        auto* go = new QPushButton(QStringLiteral("#%1   %2 – %3")
                                       .arg(segment.topic, timeOf(segment.seconds(segment.fromPts)),
                                            timeOf(segment.seconds(segment.toPts))));
        go->setProperty("emphasis", "link");
        go->setFocusPolicy(Qt::TabFocus);
        go->setToolTip(tr("Go there"));
        auto* remove = new QToolButton;
        remove->setIcon(icon(QStringLiteral("x")));
        remove->setToolTip(tr("Take this part away"));
        remove->setAccessibleName(remove->toolTip());
        remove->setFocusPolicy(Qt::TabFocus);
        line->addWidget(go, 1);
        line->addWidget(remove);
        rows_->layout()->addWidget(row);
        connect(go, &QPushButton::clicked, this,
                [this, seconds = segment.seconds(segment.fromPts)] { Q_EMIT seekRequested(seconds); });
        connect(remove, &QToolButton::clicked, this, [this, i] {
            segments_.erase(segments_.begin() + std::ptrdiff_t(i));
            showRows();
            Q_EMIT segmentsChanged();
        });
    }
    rows_->setVisible(!segments_.empty());
    setSummary(segments_.empty() ? QString() : Format::number(qint64(segments_.size())));
    showHint();
}

} // namespace moderato::widgets
