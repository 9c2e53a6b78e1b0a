#pragma once

#include "core/usecases/TrainRun.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;

namespace moderato::widgets {

/// Which items by when they were published: since the model's data end, of the last days, or from one day to
/// another (both included, local time).
class PeriodChoice : public QWidget {
    Q_OBJECT
public:
    explicit PeriodChoice(QWidget* parent = nullptr);

    usecases::PublishingPeriod period(Timestamp now) const;

private:
    void showDates();

    QComboBox* kind_; ///< Its data: days; 0: since the data end, −1: dates.
    QWidget* dates_;
    QDateEdit* from_;
    QDateEdit* to_;
};

} // namespace moderato::widgets
