#pragma once

#include "core/usecases/NextItems.h"
#include "widgets/annotate/AnnotateServices.h"
#include "widgets/common/LatestRead.h"
#include "widgets/common/TableModel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QListView;

namespace moderato::widgets {

class Thumbnails;

/// An item of the list, and what became of it here.
struct NextRow {
    enum class State { Open, Answered, Passed };
    usecases::NextItems::Item item;
    State state = State::Open;
};

class NextModel : public TableModel<NextRow> {
public:
    explicit NextModel(QObject* parent = nullptr);
    /// −1: it is not in the list.
    int indexOf(domain::ContentId id) const;
    /// The next open row after `row`, from the beginning again; −1: all are done.
    int nextOpen(int row) const;
    void setState(domain::ContentId id, NextRow::State state);

protected:
    QVariant cell(const NextRow& row, int column, int role) const override;
};

/// What to label next, in an order that the person chooses, each with the reason why. GUI thread; the order
/// is computed on a worker.
class NextPane : public QWidget {
    Q_OBJECT
public:
    NextPane(const AnnotateServices& services, Thumbnails& thumbnails, QWidget* parent = nullptr);

    void reload();
    bool isReading() const { return reading_; }
    NextModel& model() { return *model_; }
    QListView& list() { return *list_; }
    QComboBox& strategies() { return *strategy_; }
    void setCurrent(domain::ContentId id);
    /// "3 of 120"
    QString placeOf(domain::ContentId id) const;

Q_SIGNALS:
    /// The person wants another order; it is being made.
    void orderChosen();
    /// A new list is there (it may be empty).
    void listed();
    void chosen(moderato::domain::ContentId id);
    void failed(const moderato::Error& error);

private:
    const AnnotateServices& services_;
    NextModel* model_;
    QListView* list_;
    QComboBox* strategy_;
    QLabel* notice_;
    bool reading_ = false;
    bool following_ = false; ///< The page has chosen, not the person.
    LatestRead reader_;
};

} // namespace moderato::widgets
