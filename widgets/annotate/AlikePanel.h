#pragma once

#include "core/usecases/NearDuplicates.h"
#include "widgets/common/Panel.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace moderato::widgets {

class DuplicateRow;
class Thumbnails;

/// The item's look-alikes, which can get its topics all at once: how many, which exceptions are left out, and
/// a click on one opens it. GUI thread.
class AlikePanel : public Panel {
    Q_OBJECT
public:
    AlikePanel(Thumbnails& thumbnails, QWidget* parent = nullptr);

    void setReading();
    /// `topics`: what they would get; nothing: the person has not answered the item yet.
    void setDuplicates(const usecases::DuplicateView& view, const std::optional<QStringList>& topics,
                       QAction* analyze);
    /// Members that are no exception.
    int members() const { return members_; }
    int exceptions() const { return exceptions_; }
    /// In words: what would happen.
    QString consequence() const;

Q_SIGNALS:
    void itemOpened(moderato::domain::ContentId id);
    void exceptionChanged(moderato::domain::ContentId id, bool isException);

private:
    void fillRows(const usecases::DuplicateView& view);

    Thumbnails& thumbnails_;
    QLabel* text_;
    QWidget* list_;
    std::vector<DuplicateRow*> rows_;
    std::optional<QStringList> topics_;
    int members_ = 0;
    int exceptions_ = 0;
};

} // namespace moderato::widgets
