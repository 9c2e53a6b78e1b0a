#pragma once

#include "core/usecases/ReviewQueue.h"
#include "widgets/common/Taxonomy.h"
#include "widgets/common/Tokens.h"

#include <QStyledItemDelegate>

namespace moderato::widgets {

class QueueModel;
class Thumbnails;

/// An item of the queue: picture, title, and below it why it is here and how sure the model is. Decided ones
/// step back.
class QueueDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    QueueDelegate(const QueueModel& model, Thumbnails& thumbnails, QObject* parent = nullptr);

    void setTaxonomy(TaxonomyPtr taxonomy) { taxonomy_ = std::move(taxonomy); }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    /// The item's picture, or the icon of its kind where it has none.
    void paintThumbnail(QPainter& painter, const QRect& place, const usecases::QueueRow& row, bool closed,
                        const Tokens& colors) const;

    const QueueModel& model_;
    Thumbnails& thumbnails_;
    TaxonomyPtr taxonomy_;
};

} // namespace moderato::widgets
