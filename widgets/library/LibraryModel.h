#pragma once

#include "core/usecases/LibraryList.h"
#include "widgets/common/Chip.h"
#include "widgets/common/LatestRead.h"
#include "widgets/common/TableModel.h"
#include "widgets/common/Taxonomy.h"

#include <QVariant>

#include <optional>

namespace moderato::widgets {

/// All content as it is filtered, read by key in pages of two hundred as one scrolls: never by offset, never
/// all at once. Reads happen on a thread of their own and the latest question wins; what is shown stays until
/// the answer is there. GUI thread.
class LibraryModel : public TableModel<usecases::LibraryRow> {
    Q_OBJECT
public:
    enum Column { TitleColumn, CategoryColumn, LanguageColumn, StateColumn, AgeColumn };
    static constexpr int ChipsRole = FirstRole;       ///< The category's chips: a QList<ChipData>.
    static constexpr int ContentRole = FirstRole + 1; ///< The item's id, qint64.

    LibraryModel(usecases::LibraryList& list, TaxonomyPtr taxonomy, QObject* parent = nullptr);

    /// Asks for the list anew; `found` or `failed` follows.
    void show(const usecases::LibraryFilter& filter, usecases::LibrarySort sort);
    /// The same question again, after the library changed: as many rows as are loaded now, so that the place
    /// is kept.
    void reload();
    const usecases::LibraryFilter& filter() const { return filter_; }

    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    /// The person's word, else the source's; then the model's where it says something else.
    QList<ChipData> chips(const usecases::LibraryRow& row) const;

Q_SIGNALS:
    /// The first page is shown.
    void found();
    void failed(const moderato::Error& error);

protected:
    QVariant cell(const usecases::LibraryRow& row, int column, int role) const override;

private:
    void read(int rows);

    usecases::LibraryList& list_;
    TaxonomyPtr taxonomy_;
    SystemClock clock_;
    usecases::LibraryFilter filter_;
    usecases::LibrarySort sort_ = usecases::LibrarySort::Newest;
    std::optional<usecases::LibraryKey> next_;
    bool reading_ = false;
    LatestRead reader_; ///< Last: it ends first.
};

/// "Article", "Video", "Pictures" and "Active", "Suspended", "Dropped" for people.
QString kindName(domain::ContentKind kind);
QString kindIcon(domain::ContentKind kind);
QString stateName(domain::RecommendationState state);

} // namespace moderato::widgets

Q_DECLARE_METATYPE(QList<moderato::widgets::ChipData>)
