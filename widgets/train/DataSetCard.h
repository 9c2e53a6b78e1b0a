#pragma once

#include "core/usecases/TrainRun.h"
#include "widgets/common/Taxonomy.h"

#include <QFrame>

class QGridLayout;
class QLabel;

namespace moderato::widgets {

/// What people's decisions (of quality: their labels) have taught so far: how many records, corrections and
/// new ones, and a bar for each label.
class DataSetCard : public QFrame {
    Q_OBJECT
public:
    explicit DataSetCard(TaxonomyPtr taxonomy, QWidget* parent = nullptr);

    void setSummary(const usecases::DataSetSummary& summary);
    qint64 records() const { return records_; }

private:
    QString nameOf(domain::ModelTask task, const QString& label) const;
    static QString emptyText(domain::ModelTask task);

    TaxonomyPtr taxonomy_;
    QLabel* heading_;
    QLabel* figures_[3];
    QLabel* empty_;
    QWidget* bars_;
    QGridLayout* barGrid_;
    qint64 records_ = 0;
};

} // namespace moderato::widgets
