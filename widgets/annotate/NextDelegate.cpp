#include "widgets/annotate/NextDelegate.h"

#include "widgets/annotate/NextPane.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"
#include "widgets/review/ReviewWords.h"
#include "widgets/review/Thumbnails.h"

#include <QPainter>

namespace moderato::widgets {
namespace {

constexpr QSize pictureSize(44, 32);

QString reasonOf(usecases::NextItems::Reason reason) {
    using Reason = usecases::NextItems::Reason;
    switch (reason) {
    case Reason::Uncertain:
        return NextDelegate::tr("unsure");
    case Reason::NewCluster:
        return NextDelegate::tr("new");
    case Reason::Disagreement:
        return NextDelegate::tr("opinions differ");
    case Reason::Gain:
        return NextDelegate::tr("teaches much");
    case Reason::Gold: // does not give itself away
    case Reason::Random:
        break;
    }
    return NextDelegate::tr("at random");
}

} // namespace

NextDelegate::NextDelegate(const NextModel& model, Thumbnails& thumbnails, QObject* parent)
    : QStyledItemDelegate(parent)
    , model_(model)
    , thumbnails_(thumbnails) {}

QSize NextDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    const int lines = QFontMetrics(textFont()).height() + QFontMetrics(textFont(TextSize::Small)).height();
    return {scaled(160), lines + 2 * grid};
}

void NextDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    const NextRow& row = model_.row(index.row());
    const Tokens& colors = tokens(option.palette);
    const bool done = row.state != NextRow::State::Open;
    painter->save();
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(option.rect, colors.accentSoft);
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), colors.accent);
    } else if (option.state & QStyle::State_MouseOver) {
        painter->fillRect(option.rect, colors.raised);
    }
    const QRect area = option.rect.adjusted(grid + halfGrid, grid - 1, -grid, -grid + 1);
    const QRect place(area.left(), area.center().y() - scaled(pictureSize.height()) / 2,
                      scaled(pictureSize.width()), scaled(pictureSize.height()));
    const QPixmap picture =
        done || row.item.kind == domain::ContentKind::Article ? QPixmap() : thumbnails_.get(row.item.content);
    if (!picture.isNull()) {
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        QRect shown(QPoint(), picture.size().scaled(place.size(), Qt::KeepAspectRatio));
        shown.moveCenter(place.center());
        painter->drawPixmap(shown, picture);
    } else {
        const QString shape = row.state == NextRow::State::Answered ? QStringLiteral("check")
                              : row.state == NextRow::State::Passed ? QStringLiteral("skip-forward")
                                                                    : ReviewWords::kindIcon(row.item.kind);
        const int size = scaled(16);
        painter->drawPixmap(QPoint(place.center().x() - size / 2 + 1, place.center().y() - size / 2 + 1),
                            iconPixmap(shape, done ? colors.successText : colors.textMuted, size,
                                       painter->device()->devicePixelRatioF()));
    }
    const QFontMetrics body(textFont()), small(textFont(TextSize::Small));
    QRect line(place.right() + 1 + grid, area.top(), area.right() - place.right() - grid, body.height());
    painter->setFont(textFont());
    painter->setPen(done ? colors.textMuted : colors.text);
    const QString title = row.item.title.isEmpty() ? ReviewWords::kind(row.item.kind) : row.item.title;
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      body.elidedText(title, Qt::ElideRight, line.width()));
    line.moveTop(area.top() + body.height() + 2);
    line.setHeight(small.height());
    painter->setFont(textFont(TextSize::Small));
    painter->setPen(colors.textMuted);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      small.elidedText(reasonOf(row.item.reason), Qt::ElideRight, line.width()));
    painter->restore();
}

} // namespace moderato::widgets
