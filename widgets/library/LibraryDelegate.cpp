#include "widgets/library/LibraryDelegate.h"

#include "widgets/common/Theme.h"
#include "widgets/library/LibraryModel.h"

#include <QPainter>

namespace moderato::widgets {

void LibraryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    const Tokens& t = tokens(option.palette);
    painter->save();
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    painter->fillRect(option.rect, selected ? t.accentSoft : hovered ? t.window : t.surface);
    painter->setPen(t.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    QRect area = option.rect.adjusted(grid, 0, -grid, 0);
    if (index.column() == LibraryModel::CategoryColumn) {
        for (const ChipData& chip : index.data(LibraryModel::ChipsRole).value<QList<ChipData>>()) {
            QSize size = chipSize(chip);
            size.setWidth(std::min(size.width(), area.width()));
            if (size.width() < scaled(24)) {
                break;
            }
            paintChip(*painter, QRect(QPoint(area.left(), area.center().y() - size.height() / 2), size), chip,
                      option.palette);
            area.setLeft(area.left() + size.width() + halfGrid);
        }
    } else {
        const bool first = index.column() == LibraryModel::TitleColumn;
        if (first) {
            const int size = scaled(16);
            index.data(Qt::DecorationRole)
                .value<QIcon>()
                .paint(painter, QRect(area.left(), area.center().y() - size / 2, size, size));
            area.setLeft(area.left() + size + grid);
        }
        painter->setFont(option.font);
        painter->setPen(first ? t.text : t.textMuted);
        painter->drawText(
            area, Qt::AlignVCenter | Qt::AlignLeft,
            QFontMetrics(option.font)
                .elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, area.width()));
    }
    painter->restore();
}

} // namespace moderato::widgets
