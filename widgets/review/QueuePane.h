#pragma once

#include "widgets/common/Taxonomy.h"
#include "widgets/review/ReviewServices.h"

#include <QThreadPool>
#include <QWidget>

class QComboBox;
class QListView;

namespace moderato::widgets {

class QueueDelegate;
class QueueModel;
class Thumbnails;

/// The queue at the left: which part of it, how many, and its items. GUI thread.
class QueuePane : public QWidget {
    Q_OBJECT
public:
    QueuePane(const ReviewServices& services, TaxonomyPtr taxonomy, Thumbnails& thumbnails,
              QWidget* parent = nullptr);
    ~QueuePane() override;

    QueueModel& model() { return *model_; }
    QListView& list() { return *list_; }
    void setTaxonomy(TaxonomyPtr taxonomy);

    /// Reads queue and counts again.
    void reload();
    void setCurrent(domain::ContentId id);
    const usecases::QueueCounts& counts() const { return counts_; }
    /// Where this item stands and among how many: "12 of 340"; empty: not in this part of the queue.
    QString placeOf(domain::ContentId id) const;
    /// How many wait in the part shown, as counted last, less those decided since.
    qint64 waiting() const;

Q_SIGNALS:
    void chosen(moderato::domain::ContentId id);
    /// The person wants another part of the queue; it is being read.
    void partChosen();
    /// The counts are there, or have changed.
    void counted();

private:
    void fillFilters();
    void showCount();
    void readCounts();
    qint64 total() const;

    const ReviewServices& services_;
    QComboBox* filter_;
    QListView* list_;
    QueueModel* model_;
    QueueDelegate* delegate_;
    usecases::QueueCounts counts_;
    quint64 latest_ = 0;
    bool following_ = false; ///< The page has chosen, not the person.
    QThreadPool worker_;
};

} // namespace moderato::widgets
