#pragma once

#include <QStyledItemDelegate>

namespace moderato::widgets {

/// Paints the library's rows: kind and title, the category as a chip (filled where a person decided), the
/// state with its mark; rows have a fixed height and a line below.
class LibraryDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace moderato::widgets
