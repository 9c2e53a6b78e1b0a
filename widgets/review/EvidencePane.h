#pragma once

#include "widgets/common/Taxonomy.h"
#include "widgets/review/ReviewServices.h"

#include <QWidget>

class QAction;
class QScrollArea;
class QStackedLayout;
class QTabWidget;
class QVBoxLayout;

namespace moderato::widgets {

class ActionTable;
class CategoryPanel;
class DuplicatesPanel;
class ExpressionsPanel;
class HistoryPanel;
class Panel;
class QualityPanel;
class Thumbnails;
class TopicsPanel;

/// What speaks for and against: the panels, stacked or in two columns where there is room, in tabs where
/// there is not. Nothing is ever cut: what does not fit scrolls. GUI thread.
class EvidencePane : public QWidget {
    Q_OBJECT
public:
    EvidencePane(const ReviewServices& services, ActionTable& actions, Thumbnails& thumbnails,
                 QString importAction, QString trainAction, QString trainPageAction,
                 QWidget* parent = nullptr);

    enum class Arrangement { Stack, Tabs };
    void setArrangement(Arrangement arrangement);
    Arrangement arrangement() const { return arrangement_; }

    void setItem(const usecases::ItemView& item, const Taxonomy& taxonomy);
    /// The same item, read again: what the person is typing stays.
    void refresh(const usecases::ItemView& item, const Taxonomy& taxonomy);
    void setNoItem();

    CategoryPanel& category() { return *category_; }
    TopicsPanel& topics() { return *topics_; }
    QualityPanel& quality() { return *quality_; }
    ExpressionsPanel& expressions() { return *expressions_; }
    DuplicatesPanel& duplicates() { return *duplicates_; }
    /// Brings the panel into view, whichever tab it is on.
    void reveal(Panel& panel);

Q_SIGNALS:
    void categoryPicked(const QString& category);

private:
    void fill(const usecases::ItemView& item, const Taxonomy& taxonomy);
    void lay();

    ActionTable& actions_;
    QString importAction_;
    QString trainAction_;
    QString trainPageAction_;
    CategoryPanel* category_;
    TopicsPanel* topics_;
    QualityPanel* quality_;
    ExpressionsPanel* expressions_;
    DuplicatesPanel* duplicates_;
    HistoryPanel* history_;
    QStackedLayout* stack_;
    QScrollArea* scroll_;
    QVBoxLayout* column_;
    QTabWidget* tabs_;
    std::vector<QVBoxLayout*> tabColumns_;
    Arrangement arrangement_ = Arrangement::Stack;
};

} // namespace moderato::widgets
