#pragma once

#include "widgets/review/ReviewServices.h"

#include <QAbstractListModel>
#include <QHash>
#include <QThreadPool>

namespace moderato::widgets {

/// The queue as a list that grows while one scrolls: pages are read by key on a worker thread, so that
/// 100,000 items open like ten. Rows that were decided stay, marked, until the queue is read again: nothing
/// moves under the person's hands. GUI thread.
class QueueModel : public QAbstractListModel {
    Q_OBJECT
public:
    QueueModel(const ReviewServices& services, QObject* parent = nullptr);
    ~QueueModel() override;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    /// Another filter, or the same again: reads the first page, then `firstPageRead`.
    void read(const usecases::QueueFilter& filter);
    const usecases::QueueFilter& filter() const { return filter_; }
    bool isReading() const { return reading_; }
    bool isComplete() const { return complete_; }

    const usecases::QueueRow& row(int index) const { return rows_[std::size_t(index)]; }
    /// −1: not among the rows read so far.
    int indexOf(domain::ContentId id) const { return places_.value(id, -1); }
    /// The next row after `index` that still waits for a decision (any row with the filter's state); −1: none
    /// among the rows read so far.
    int nextOpen(int index) const;
    void setState(domain::ContentId id, domain::ReviewItem::State state);
    /// How many rows were decided since they were read.
    int closed() const { return closed_; }

Q_SIGNALS:
    void firstPageRead();
    void pageRead();
    void failed(const moderato::Error& error);

private:
    void ask();
    void take(std::vector<usecases::QueueRow> rows);

    const ReviewServices& services_;
    usecases::QueueFilter filter_;
    std::vector<usecases::QueueRow> rows_;
    QHash<domain::ContentId, int> places_;
    bool reading_ = false;
    bool complete_ = true;
    int closed_ = 0;
    quint64 latest_ = 0;
    QThreadPool worker_;
};

} // namespace moderato::widgets
