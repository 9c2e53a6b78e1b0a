#include "widgets/article/PictureView.h"

#include "widgets/article/PictureLoader.h"
#include "widgets/common/Format.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QVBoxLayout>

namespace moderato::widgets {

PictureView::PictureView(PictureLoader& pictures, QWidget* parent)
    : QWidget(parent)
    , pictures_(pictures)
    , big_(new QWidget)
    , strip_(new QListWidget)
    , place_(new QLabel) {
    big_->installEventFilter(this);
    big_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    strip_->setFlow(QListView::LeftToRight);
    strip_->setWrapping(false);
    strip_->setFrameShape(QFrame::NoFrame);
    strip_->setIconSize({scaled(96), scaled(64)});
    strip_->setFixedHeight(scaled(88));
    strip_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    strip_->setAccessibleName(tr("Pictures"));
    setRole(place_, "small");
    place_->setAlignment(Qt::AlignCenter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid, grid, grid, 0);
    layout->setSpacing(halfGrid);
    layout->addWidget(big_, 1);
    layout->addWidget(place_);
    layout->addWidget(strip_);
    connect(strip_, &QListWidget::currentRowChanged, this, &PictureView::setCurrent);
    connect(&pictures_, &PictureLoader::loaded, this, &PictureView::onLoaded);
    connect(&pictures_, &PictureLoader::lookChanged, this, [this] {
        for (const QString& path : std::as_const(paths_)) {
            onLoaded(path);
        }
        big_->update();
    });
    setFocusProxy(strip_);
}

void PictureView::setPictures(const QStringList& paths) {
    {
        const QSignalBlocker quiet(strip_);
        strip_->clear();
        paths_ = paths;
        marks_.clear();
        for (int i = 0; i < paths.size(); ++i) {
            auto* item = new QListWidgetItem(QString(), strip_);
            item->setSizeHint({scaled(104), scaled(72)});
            item->setData(Qt::AccessibleTextRole, nameOf(i));
        }
    }
    strip_->setVisible(paths.size() > 1);
    place_->setVisible(paths.size() > 1);
    for (const QString& path : paths) {
        onLoaded(path);
    }
    current_ = -1;
    setCurrent(0);
}

void PictureView::setCurrent(int index) {
    if (index == current_ || (index < 0 && !paths_.isEmpty())) {
        return;
    }
    current_ = index;
    if (index < paths_.size()) {
        strip_->setCurrentRow(index);
        showPlace();
    }
    big_->update();
}

void PictureView::showPlace() {
    QString text = Format::place(current_ + 1, paths_.size());
    if (const auto mark = marks_.constFind(paths_.value(current_)); mark != marks_.cend()) {
        text +=
            QStringLiteral("  ·  ") + tr("looked at: place %1, %2", "rank among the pictures, weight")
                                          .arg(QString::number(mark->rank), Format::percent(mark->weight));
    }
    place_->setText(text);
}

QString PictureView::nameOf(int index) const {
    const auto mark = marks_.constFind(paths_.value(index));
    return mark == marks_.cend() ? tr("Picture %1").arg(index + 1)
                                 : tr("Picture %1, looked at: place %2")
                                       .arg(QString::number(index + 1), QString::number(mark->rank));
}

void PictureView::setMarks(QHash<QString, LookedAt> marks) {
    if (marks_ == marks) {
        return;
    }
    marks_ = std::move(marks);
    for (int i = 0; i < paths_.size(); ++i) {
        strip_->item(i)->setData(Qt::AccessibleTextRole, nameOf(i));
        onLoaded(paths_[i]);
    }
    if (!paths_.isEmpty()) {
        showPlace();
    }
    big_->update();
}

void PictureView::onLoaded(const QString& path) {
    for (int i = 0; i < paths_.size(); ++i) {
        if (paths_[i] == path) {
            const QImage image = pictures_.get(path);
            if (!image.isNull()) {
                QPixmap small = QPixmap::fromImage(image.scaled(
                    strip_->iconSize() * devicePixelRatio(), Qt::KeepAspectRatio, Qt::SmoothTransformation));
                if (const auto mark = marks_.constFind(path); mark != marks_.cend()) {
                    QPainter painter(&small);
                    paintLookedAt(painter, small.rect(), *mark, palette());
                }
                strip_->item(i)->setIcon(QIcon(small));
            } else if (!pictures_.problem(path).isEmpty()) {
                strip_->item(i)->setIcon(icon(QStringLiteral("triangle-alert")));
            }
            if (i == current_) {
                big_->update();
            }
        }
    }
}

bool PictureView::eventFilter(QObject* watched, QEvent* event) {
    if (watched == big_ && event->type() == QEvent::Paint) {
        paintBig();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void PictureView::paintBig() {
    QPainter painter(big_);
    const QString path = paths_.value(current_);
    const QImage image = path.isEmpty() ? QImage() : pictures_.get(path);
    if (image.isNull()) {
        painter.setPen(tokens(palette()).textMuted);
        const QString problem = pictures_.problem(path);
        painter.drawText(big_->rect().adjusted(grid, grid, -grid, -grid), Qt::AlignCenter | Qt::TextWordWrap,
                         path.isEmpty()      ? tr("There are no pictures in this set.")
                         : problem.isEmpty() ? tr("Picture is being read…")
                                             : problem);
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QSize size = image.size().scaled(big_->size(), Qt::KeepAspectRatio).boundedTo(image.size() * 2);
    const QRect place(QPoint((big_->width() - size.width()) / 2, (big_->height() - size.height()) / 2), size);
    painter.drawImage(place, image);
    if (const auto mark = marks_.constFind(path); mark != marks_.cend()) {
        paintLookedAt(painter, place, *mark, palette());
    }
}

} // namespace moderato::widgets
