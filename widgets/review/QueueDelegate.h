#pragma once

#include "widgets/common/Taxonomy.h"

#include <QStyledItemDelegate>

namespace moderato::widgets {

class QueueModel;

/// An item of the queue: kind, title, and below it why it is here and how sure the model is. Decided ones
/// step back.
class QueueDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    QueueDelegate(const QueueModel& model, QObject* parent = nullptr);

    void setTaxonomy(TaxonomyPtr taxonomy) { taxonomy_ = std::move(taxonomy); }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    const QueueModel& model_;
    TaxonomyPtr taxonomy_;
};

} // namespace moderato::widgets
