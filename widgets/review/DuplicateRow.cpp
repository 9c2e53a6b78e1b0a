#include "widgets/review/DuplicateRow.h"

#include "widgets/common/Format.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"
#include "widgets/review/ElidedLabel.h"
#include "widgets/review/ReviewWords.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

namespace moderato::widgets {
namespace {

constexpr QSize pictureSize(64, 40);

QString decided(const usecases::NearDuplicate& member, const Taxonomy& taxonomy) {
    if (member.state == domain::RecommendationState::Dropped) {
        return ReviewWords::state(member.state);
    }
    return member.decidedCategory.isEmpty() ? DuplicateRow::tr("undecided")
                                            : taxonomy.name(member.decidedCategory);
}

} // namespace

QString DuplicateRow::similarity(const usecases::NearDuplicate& member) {
    switch (member.medium) {
    case usecases::NearDuplicate::Medium::Picture:
        return member.distance >= 0 ? tr("distance %1").arg(member.distance)
                                    : tr("%1 alike").arg(Format::percent(member.similarity));
    case usecases::NearDuplicate::Medium::Video:
        return tr("%1 of frames").arg(Format::percent(member.similarity));
    case usecases::NearDuplicate::Medium::Text:
        return tr("%1 of the text").arg(Format::percent(member.similarity));
    }
    return {};
}

bool DuplicateRow::isUndecided(const usecases::NearDuplicate& member) {
    return member.decidedCategory.isEmpty() && member.state != domain::RecommendationState::Dropped;
}

DuplicateRow::DuplicateRow(const usecases::NearDuplicate& member, const Taxonomy& taxonomy, QWidget* parent)
    : QWidget(parent)
    , content_(member.content)
    , picture_(new QLabel)
    , title_(new ElidedLabel)
    , line_(new ElidedLabel)
    , except_(new QToolButton) {
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    picture_->setFixedSize(scaled(pictureSize.width()), scaled(pictureSize.height()));
    picture_->setAlignment(Qt::AlignCenter);
    picture_->setPixmap(iconPixmap(ReviewWords::kindIcon(member.kind), tokens(palette()).textMuted,
                                   scaled(18), devicePixelRatioF()));
    title_->setFullText(member.title.isEmpty() ? ReviewWords::kind(member.kind) : member.title);
    setRole(line_, "small");
    QStringList parts{similarity(member), decided(member, taxonomy)};
    if (member.isException) {
        parts << tr("excepted");
    }
    line_->setFullText(parts.join(QStringLiteral("  ·  ")));
    setAccessibleName(QStringLiteral("%1, %2").arg(title_->fullText(), parts.join(QStringLiteral(", "))));
    except_->setCheckable(true);
    except_->setChecked(member.isException);
    except_->setIcon(icon(QStringLiteral("ban")));
    except_->setIconSize({scaled(14), scaled(14)});
    except_->setFocusPolicy(Qt::TabFocus);
    except_->setCursor(Qt::ArrowCursor);
    except_->setToolTip(member.isException
                            ? tr("Excepted: it is decided by itself. Take it back into the group")
                            : tr("Except it: it is not decided with the others"));
    except_->setAccessibleName(tr("Except it"));
    connect(except_, &QToolButton::clicked, this, [this](bool on) { Q_EMIT exceptionChanged(content_, on); });

    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(title_);
    words->addWidget(line_);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(halfGrid, halfGrid, 0, halfGrid);
    row->setSpacing(grid);
    row->addWidget(picture_);
    row->addLayout(words, 1);
    row->addWidget(except_);
}

void DuplicateRow::setThumbnail(const QPixmap& picture) {
    if (picture.isNull()) {
        return;
    }
    QPixmap small =
        picture.scaled(picture_->size() * devicePixelRatioF(), Qt::KeepAspectRatio, Qt::SmoothTransformation);
    small.setDevicePixelRatio(devicePixelRatioF());
    picture_->setPixmap(small);
}

QString DuplicateRow::text() const {
    return accessibleName();
}

void DuplicateRow::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && rect().contains(event->pos())) {
        Q_EMIT opened(content_);
    }
}

bool DuplicateRow::event(QEvent* event) {
    // Return opens this one; it does not confirm the item on the screen.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave) {
        update();
    }
    return QWidget::event(event);
}

void DuplicateRow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT opened(content_);
        return;
    }
    QWidget::keyPressEvent(event);
}

void DuplicateRow::paintEvent(QPaintEvent*) {
    const Tokens& colors = tokens(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(colors.accent) : QPen(Qt::NoPen));
    painter.setBrush(underMouse() ? QBrush(colors.raised) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), halfGrid, halfGrid);
}

} // namespace moderato::widgets
