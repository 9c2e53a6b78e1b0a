#pragma once

#include <QStyledItemDelegate>

namespace moderato::widgets {

class NextModel;
class Thumbnails;

/// A row of the list of what comes next: picture, title, and below it why.
class NextDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    NextDelegate(const NextModel& model, Thumbnails& thumbnails, QObject* parent);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    const NextModel& model_;
    Thumbnails& thumbnails_;
};

} // namespace moderato::widgets
