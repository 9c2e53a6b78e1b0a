#pragma once

#include "widgets/common/Taxonomy.h"

#include <QFrame>

#include <vector>

class QLineEdit;
class QListWidget;

namespace moderato::widgets {

/// Which category is right: over the panel it corrects, the likeliest first. 1–9 take at once while nothing
/// is typed, letters search by code, by the names in both languages and by aliases, Enter takes, Escape
/// leaves everything as it is. GUI thread.
class CategoryPicker : public QFrame {
    Q_OBJECT
public:
    explicit CategoryPicker(QWidget* parent);

    void setTaxonomy(TaxonomyPtr taxonomy) { taxonomy_ = std::move(taxonomy); }
    /// `likely`: codes in the order of the keys 1, 2, 3, …; the rest follows in the taxonomy's order. `over`:
    /// the panel, in the parent's coordinates.
    void open(const QStringList& likely, const QRect& over);
    /// Where it is open, over what has moved.
    void place(const QRect& over);
    void close();
    bool isOpen() const { return !isHidden(); }
    QStringList offered() const { return offered_; }

Q_SIGNALS:
    void picked(const QString& category);
    void cancelled();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void take(int row);

    TaxonomyPtr taxonomy_;
    QLineEdit* typed_;
    QListWidget* list_;
    QStringList likely_;
    QStringList offered_;
};

} // namespace moderato::widgets
