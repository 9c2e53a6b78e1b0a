#pragma once

#include "core/usecases/LibraryList.h"
#include "widgets/common/Taxonomy.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace moderato::widgets {

/// What of the library is shown and in which order: kind, category, state, decided, sort, and how many that
/// are. Remembers the choice in QSettings. GUI thread.
class FilterRow : public QWidget {
    Q_OBJECT
public:
    explicit FilterRow(TaxonomyPtr taxonomy, QWidget* parent = nullptr);

    /// Without the text, which the window's search field has.
    usecases::LibraryFilter filter() const;
    usecases::LibrarySort sort() const;
    bool isFiltered() const;
    void clear();
    void setCount(const QString& text);

Q_SIGNALS:
    void changed();

private:
    QComboBox* add(const QString& id, const QString& name);
    void chosen();

    QComboBox* kind_;
    QComboBox* category_;
    QComboBox* state_;
    QComboBox* decided_;
    QComboBox* sort_;
    QPushButton* clear_;
    QLabel* count_;
};

} // namespace moderato::widgets
