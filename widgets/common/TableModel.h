#pragma once

#include <QAbstractTableModel>
#include <QList>
#include <QString>

#include <utility>
#include <vector>

namespace moderato::widgets {

inline constexpr int SortRole = Qt::UserRole + 1; ///< The value to sort by, where the shown text sorts badly.
inline constexpr int FirstRole = Qt::UserRole + 8; ///< A model's own roles start here.

struct TableColumn {
    QString title;
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
};

/// A table over plain rows. It seals the index arithmetic: a model is its columns, one `cell` function and a
/// setter for a snapshot. A cell's SortRole falls back to its DisplayRole. GUI thread.
template <class Row> class TableModel : public QAbstractTableModel {
public:
    TableModel(QList<TableColumn> columns, QObject* parent = nullptr)
        : QAbstractTableModel(parent)
        , columns_(std::move(columns)) {}

    int rowCount(const QModelIndex& parent = {}) const final {
        return parent.isValid() ? 0 : int(rows_.size());
    }
    int columnCount(const QModelIndex& parent = {}) const final {
        return parent.isValid() ? 0 : int(columns_.size());
    }

    QVariant data(const QModelIndex& index, int role) const final {
        if (!index.isValid() || index.row() >= int(rows_.size()) || index.column() >= columns_.size()) {
            return {};
        }
        if (role == Qt::TextAlignmentRole) {
            return QVariant::fromValue(columns_[index.column()].alignment);
        }
        const QVariant value = cell(rows_[std::size_t(index.row())], index.column(), role);
        if (role == SortRole && !value.isValid()) {
            return cell(rows_[std::size_t(index.row())], index.column(), Qt::DisplayRole);
        }
        return value;
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const final {
        if (orientation != Qt::Horizontal || section < 0 || section >= columns_.size()) {
            return {};
        }
        if (role == Qt::DisplayRole) {
            return columns_[section].title;
        }
        if (role == Qt::TextAlignmentRole) {
            return QVariant::fromValue(columns_[section].alignment);
        }
        return {};
    }

    const std::vector<Row>& rows() const { return rows_; }
    const Row& row(int index) const { return rows_[std::size_t(index)]; }
    bool has(int index) const { return index >= 0 && index < int(rows_.size()); }

    /// Replaces everything at once.
    void setRows(std::vector<Row> rows) {
        beginResetModel();
        rows_ = std::move(rows);
        endResetModel();
    }
    void appendRows(std::vector<Row> rows) {
        if (rows.empty()) {
            return;
        }
        beginInsertRows({}, int(rows_.size()), int(rows_.size() + rows.size()) - 1);
        rows_.insert(rows_.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
        endInsertRows();
    }
    void replaceRow(int index, Row row) {
        rows_[std::size_t(index)] = std::move(row);
        Q_EMIT dataChanged(this->index(index, 0), this->index(index, int(columns_.size()) - 1));
    }
    void removeRow(int index) {
        beginRemoveRows({}, index, index);
        rows_.erase(rows_.begin() + index);
        endRemoveRows();
    }

protected:
    /// One cell's value for a role; an invalid QVariant for roles it does not have.
    virtual QVariant cell(const Row& row, int column, int role) const = 0;

private:
    QList<TableColumn> columns_;
    std::vector<Row> rows_;
};

} // namespace moderato::widgets
