#pragma once

#include "core/domain/ExpressionSeries.h"

#include <QWidget>

class QVBoxLayout;

namespace moderato::widgets {

/// An item's ready-made aggregates: for each file its name, a row a signal with its curve and n, and a way to
/// take it away. Of readers that the library does not know, which the first line says. GUI thread.
class SeriesView : public QWidget {
    Q_OBJECT
public:
    explicit SeriesView(QWidget* parent = nullptr);

    /// `endUs`: where the time axis ends at least.
    void setSeries(const std::vector<domain::ExpressionSeries>& series, qint64 endUs);
    /// The latest time of any of them; 0: none.
    static qint64 endOf(const std::vector<domain::ExpressionSeries>& series);

Q_SIGNALS:
    void removeRequested(const QString& name);

private:
    void addFile(QVBoxLayout& column, const domain::ExpressionSeries& series, qint64 endUs);

    QVBoxLayout* column_;
    QWidget* rows_ = nullptr;
};

} // namespace moderato::widgets
