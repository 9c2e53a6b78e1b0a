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
        for (int i = 0; i < paths.size(); ++i) {
            auto* item = new QListWidgetItem(QString(), strip_);
            item->setSizeHint({scaled(104), scaled(72)});
            item->setData(Qt::AccessibleTextRole, tr("Picture %1").arg(i + 1));
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
        place_->setText(Format::place(index + 1, paths_.size()));
    }
    big_->update();
}

void PictureView::onLoaded(const QString& path) {
    for (int i = 0; i < paths_.size(); ++i) {
        if (paths_[i] == path) {
            const QImage image = pictures_.get(path);
            if (!image.isNull()) {
                strip_->item(i)->setIcon(
                    QIcon(QPixmap::fromImage(image.scaled(strip_->iconSize() * devicePixelRatio(),
                                                          Qt::KeepAspectRatio, Qt::SmoothTransformation))));
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
    painter.drawImage(
        QRect(QPoint((big_->width() - size.width()) / 2, (big_->height() - size.height()) / 2), size), image);
}

} // namespace moderato::widgets
