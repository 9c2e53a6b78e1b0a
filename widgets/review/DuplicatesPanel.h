#pragma once

#include "core/usecases/NearDuplicates.h"
#include "widgets/common/Panel.h"
#include "widgets/common/Taxonomy.h"

class QLabel;
class QPushButton;

namespace moderato::widgets {

class DuplicateRow;
class Thumbnails;

/// What is nearly the same as the item: known material first, then its near duplicates with how alike they
/// are and what was decided on each. Deciding alike shows first how many it concerns. GUI thread.
class DuplicatesPanel : public Panel {
    Q_OBJECT
public:
    explicit DuplicatesPanel(Thumbnails& thumbnails, QWidget* parent = nullptr);

    /// What is known is not read yet: the count goes, the rest stays until it is.
    void setReading();
    /// `decision`: what holds on the item ("Food"), in words; empty: nothing does, so that nothing can be
    /// decided alike. `analyze`: gets what is missing.
    void setDuplicates(const usecases::DuplicateView& view, const QString& decision, const Taxonomy& taxonomy,
                       QAction* analyze);
    /// Members that a decision on the item would be applied to.
    int undecided() const { return undecided_; }
    int exceptions() const { return exceptions_; }
    /// Asks: how many get the decision, which do not. Then `decideAlikeConfirmed`.
    void askDecideAlike();
    bool isAsking() const;
    /// In words: how many a decision would be applied to, and which are left out.
    QString consequence() const;
    std::vector<DuplicateRow*> rows() const { return rows_; }

Q_SIGNALS:
    void itemOpened(moderato::domain::ContentId id);
    void exceptionChanged(moderato::domain::ContentId id, bool isException);
    void decideAlikeConfirmed();
    /// "3" for a tab's title; empty: none.
    void counted(const QString& count);

private:
    void fillRows(const usecases::DuplicateView& view, const Taxonomy& taxonomy);
    void stopAsking();

    Thumbnails& thumbnails_;
    QLabel* known_;
    QWidget* list_;
    QLabel* more_;
    QPushButton* decideAlike_;
    QWidget* question_;
    QLabel* questionText_;
    QPushButton* yes_;
    std::vector<DuplicateRow*> rows_;
    QString decision_;
    int undecided_ = 0;
    int exceptions_ = 0;
    int decided_ = 0;
};

} // namespace moderato::widgets
