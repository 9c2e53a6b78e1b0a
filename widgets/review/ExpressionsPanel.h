#pragma once

#include "widgets/common/Panel.h"
#include "widgets/common/Taxonomy.h"
#include "widgets/review/ReviewServices.h"

class QPushButton;

namespace moderato::widgets {

class MatchCurve;
class MatchScale;
class SeriesView;

/// How readers' expressions matched what goes with the item's category: never without n and an interval
/// (S4.4, S4.5). Under it ready-made aggregates of other readers. A file about a face can be dropped on it.
class ExpressionsPanel : public Panel {
    Q_OBJECT
public:
    explicit ExpressionsPanel(QWidget* parent = nullptr);

    /// `import`: takes in a file about a reader's face.
    void setItem(const usecases::ItemView& item, const Taxonomy& taxonomy, QAction* import);

Q_SIGNALS:
    void fileDropped(const QString& path);
    void seriesRemoved(const QString& name);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void showReaders(const usecases::ItemView& item, const Taxonomy& taxonomy);

    MatchScale* scale_;
    QLabel* figures_;
    QLabel* rules_;
    MatchCurve* curve_;
    QLabel* positive_;
    QLabel* negative_;
    SeriesView* series_;
    QPushButton* import_;
};

} // namespace moderato::widgets
