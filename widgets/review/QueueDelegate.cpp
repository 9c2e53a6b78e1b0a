#include "widgets/review/QueueDelegate.h"

#include "widgets/common/Format.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"
#include "widgets/review/QueueModel.h"
#include "widgets/review/ReviewWords.h"
#include "widgets/review/Thumbnails.h"

#include <QPainter>

namespace moderato::widgets {

using domain::ReviewItem;

namespace {

constexpr QSize pictureSize(44, 32);

} // namespace

QueueDelegate::QueueDelegate(const QueueModel& model, Thumbnails& thumbnails, QObject* parent)
    : QStyledItemDelegate(parent)
    , model_(model)
    , thumbnails_(thumbnails)
    , taxonomy_(std::make_shared<Taxonomy>()) {}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    const int lines = QFontMetrics(textFont()).height() + QFontMetrics(textFont(TextSize::Small)).height();
    return {scaled(160), lines + 2 * grid};
}

void QueueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    const usecases::QueueRow& row = model_.row(index.row());
    const Tokens& colors = tokens(option.palette);
    const bool closed = row.state != model_.filter().state;
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    if (selected) {
        painter->fillRect(option.rect, colors.accentSoft);
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), colors.accent);
    } else if (option.state & QStyle::State_MouseOver) {
        painter->fillRect(option.rect, colors.raised);
    }
    const QRect area = option.rect.adjusted(grid + halfGrid, grid - 1, -grid, -grid + 1);
    const QFontMetrics body(textFont()), small(textFont(TextSize::Small));

    // first line: kind, title, and at the right what the model says
    const QColor ink = closed ? colors.textMuted : colors.text;
    const int firstHeight = body.height();
    const QRect place(area.left(), area.center().y() - scaled(pictureSize.height()) / 2,
                      scaled(pictureSize.width()), scaled(pictureSize.height()));
    paintThumbnail(*painter, place, row, closed, colors);
    QRect line(place.right() + 1 + grid, area.top(), area.right() - place.right() - grid, firstHeight);
    painter->setFont(textFont());
    painter->setPen(ink);
    const QString title = row.title.isEmpty() ? ReviewWords::kind(row.kind) : row.title;
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      body.elidedText(title, Qt::ElideRight, line.width()));

    // second line: why it is here at the left, the prediction at the right
    line.moveTop(area.top() + firstHeight + 2);
    line.setHeight(small.height());
    painter->setFont(textFont(TextSize::Small));
    painter->setPen(colors.textMuted);
    QString right;
    if (closed) {
        right = ReviewWords::state(row.state);
    } else if (!row.predictedCategory.isEmpty()) {
        right = QStringLiteral("%1 %2").arg(taxonomy_->name(row.predictedCategory),
                                            Format::percent(row.probability));
    }
    const QString why = ReviewWords::reason(row.reason);
    const int whyWidth = std::min(small.horizontalAdvance(why), line.width());
    right = small.elidedText(right, Qt::ElideRight, std::max(0, line.width() - whyWidth - grid));
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, right);
    if (row.reason == ReviewItem::Reason::Flagged && !closed) {
        painter->setPen(colors.warningText);
    }
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      small.elidedText(why, Qt::ElideRight, line.width()));
    painter->restore();
}

void QueueDelegate::paintThumbnail(QPainter& painter, const QRect& place, const usecases::QueueRow& row,
                                   bool closed, const Tokens& colors) const {
    const QPixmap picture =
        closed || row.kind == domain::ContentKind::Article ? QPixmap() : thumbnails_.get(row.content);
    if (!picture.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        QRect shown(QPoint(), picture.size().scaled(place.size(), Qt::KeepAspectRatio));
        shown.moveCenter(place.center());
        painter.drawPixmap(shown, picture);
        return;
    }
    const QString shape = !closed                                   ? ReviewWords::kindIcon(row.kind)
                          : row.state == ReviewItem::State::Decided ? QStringLiteral("check")
                          : row.state == ReviewItem::State::Skipped ? QStringLiteral("skip-forward")
                                                                    : QStringLiteral("flag");
    const int size = scaled(16);
    painter.drawPixmap(QPoint(place.center().x() - size / 2 + 1, place.center().y() - size / 2 + 1),
                       iconPixmap(shape, closed ? colors.successText : colors.textMuted, size,
                                  painter.device()->devicePixelRatioF()));
}

} // namespace moderato::widgets
