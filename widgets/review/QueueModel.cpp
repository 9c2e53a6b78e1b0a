#include "widgets/review/QueueModel.h"

#include "widgets/review/ReviewWords.h"

namespace moderato::widgets {
namespace {

constexpr int pageSize = 200;

} // namespace

QueueModel::QueueModel(const ReviewServices& services, QObject* parent)
    : QAbstractListModel(parent)
    , services_(services) {
    worker_.setMaxThreadCount(1);
}

QueueModel::~QueueModel() {
    worker_.clear();
    worker_.waitForDone();
}

int QueueModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(rows_.size());
}

QVariant QueueModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= int(rows_.size())) {
        return {};
    }
    const usecases::QueueRow& row = rows_[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::ToolTipRole:
        return row.why.isEmpty()
                   ? row.title
                   : QStringLiteral("%1\n%2: %3").arg(row.title, ReviewWords::reason(row.reason), row.why);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2, %3, %4")
            .arg(ReviewWords::kind(row.kind), row.title, ReviewWords::reason(row.reason),
                 ReviewWords::state(row.state));
    default:
        return {};
    }
}

bool QueueModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && !complete_ && !reading_;
}

void QueueModel::fetchMore(const QModelIndex& parent) {
    if (canFetchMore(parent)) {
        ask();
    }
}

void QueueModel::read(const usecases::QueueFilter& filter) {
    filter_ = filter;
    complete_ = false;
    ++latest_;
    worker_.clear();
    // The old rows stay until the first new page is there.
    reading_ = true;
    worker_.start([this, wish = latest_, filter = filter_, page = services_.page] {
        auto rows = page(filter, std::nullopt, pageSize);
        QMetaObject::invokeMethod(
            this,
            [this, wish, rows = std::move(rows)]() mutable {
                if (wish != latest_) {
                    return;
                }
                beginResetModel();
                rows_.clear();
                places_.clear();
                closed_ = 0;
                if (rows.ok()) {
                    take(std::move(*rows));
                } else {
                    complete_ = true;
                }
                endResetModel();
                reading_ = false; // only now: who is told of new rows may ask for more at once
                if (!rows.ok()) {
                    Q_EMIT failed(rows.error());
                }
                Q_EMIT firstPageRead();
            },
            Qt::QueuedConnection);
    });
}

void QueueModel::ask() {
    reading_ = true;
    const usecases::QueueRow& last = rows_.back();
    worker_.start([this, wish = latest_, filter = filter_, page = services_.page,
                   after = usecases::QueueKey{last.priority, last.content}] {
        auto rows = page(filter, after, pageSize);
        QMetaObject::invokeMethod(
            this,
            [this, wish, rows = std::move(rows)]() mutable {
                if (wish != latest_) {
                    return;
                }
                if (!rows.ok()) {
                    complete_ = true;
                    Q_EMIT failed(rows.error());
                } else if (rows->empty()) {
                    complete_ = true;
                } else {
                    beginInsertRows({}, int(rows_.size()), int(rows_.size() + rows->size()) - 1);
                    take(std::move(*rows));
                    endInsertRows();
                }
                reading_ = false;
                Q_EMIT pageRead();
            },
            Qt::QueuedConnection);
    });
}

void QueueModel::take(std::vector<usecases::QueueRow> rows) {
    complete_ = int(rows.size()) < pageSize;
    rows_.reserve(rows_.size() + rows.size());
    for (usecases::QueueRow& row : rows) {
        places_.insert(row.content, int(rows_.size()));
        rows_.push_back(std::move(row));
    }
}

int QueueModel::nextOpen(int index) const {
    for (int i = std::max(0, index + 1); i < int(rows_.size()); ++i) {
        if (rows_[std::size_t(i)].state == filter_.state) {
            return i;
        }
    }
    return -1;
}

void QueueModel::setState(domain::ContentId id, domain::ReviewItem::State state) {
    const int place = indexOf(id);
    if (place < 0 || rows_[std::size_t(place)].state == state) {
        return;
    }
    usecases::QueueRow& row = rows_[std::size_t(place)];
    closed_ += row.state == filter_.state ? 1 : state == filter_.state ? -1 : 0;
    row.state = state;
    Q_EMIT dataChanged(index(place), index(place));
}

} // namespace moderato::widgets
