#include "widgets/library/LibraryModel.h"

#include "widgets/common/Format.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Tokens.h"

#include <QLocale>

namespace moderato::widgets {

namespace {
constexpr int pageSize = 200;
} // namespace

QString kindName(domain::ContentKind kind) {
    switch (kind) {
    case domain::ContentKind::Article:
        return LibraryModel::tr("Article");
    case domain::ContentKind::Video:
        return LibraryModel::tr("Video");
    case domain::ContentKind::Pictures:
        return LibraryModel::tr("Pictures");
    }
    return {};
}

QString kindIcon(domain::ContentKind kind) {
    switch (kind) {
    case domain::ContentKind::Article:
        return QStringLiteral("file-text");
    case domain::ContentKind::Video:
        return QStringLiteral("film");
    case domain::ContentKind::Pictures:
        return QStringLiteral("images");
    }
    return {};
}

QString stateName(domain::RecommendationState state) {
    switch (state) {
    case domain::RecommendationState::Active:
        return LibraryModel::tr("Active");
    case domain::RecommendationState::Suspended:
        return LibraryModel::tr("Suspended");
    case domain::RecommendationState::Dropped:
        return LibraryModel::tr("Dropped");
    }
    return {};
}

LibraryModel::LibraryModel(usecases::LibraryList& list, TaxonomyPtr taxonomy, QObject* parent)
    : TableModel({{tr("Title")}, {tr("Category")}, {tr("Language")}, {tr("State")}, {tr("Imported")}}, parent)
    , list_(list)
    , taxonomy_(std::move(taxonomy)) {}

void LibraryModel::show(const usecases::LibraryFilter& filter, usecases::LibrarySort sort) {
    filter_ = filter;
    sort_ = sort;
    read(pageSize);
}

void LibraryModel::reload() {
    read(std::max(pageSize, rowCount()));
}

void LibraryModel::read(int rows) {
    reading_ = true;
    reader_.start(
        [this, filter = filter_, sort = sort_, rows] { return list_.page(filter, sort, std::nullopt, rows); },
        [this](Result<usecases::LibraryPage> page) {
            reading_ = false;
            if (!page) {
                Q_EMIT failed(page.error());
                return;
            }
            next_ = page->next;
            setRows(std::move(page->rows));
            Q_EMIT found();
        });
}

bool LibraryModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && next_.has_value() && !reading_;
}

void LibraryModel::fetchMore(const QModelIndex& parent) {
    if (!canFetchMore(parent)) {
        return;
    }
    reading_ = true;
    reader_.start([this, filter = filter_, sort = sort_,
                   next = next_] { return list_.page(filter, sort, next, pageSize); },
                  [this](Result<usecases::LibraryPage> page) {
                      reading_ = false;
                      if (!page) {
                          next_.reset();
                          Q_EMIT failed(page.error());
                          return;
                      }
                      next_ = page->next;
                      appendRows(std::move(page->rows));
                  });
}

QList<ChipData> LibraryModel::chips(const usecases::LibraryRow& row) const {
    QList<ChipData> chips;
    const QString said = row.decidedCategory.isEmpty() ? row.givenCategory : row.decidedCategory;
    if (!row.decidedCategory.isEmpty()) {
        chips << ChipData{taxonomy_->name(said), Voice::Decided, categoryColor(said), -1, {}};
    } else if (!said.isEmpty()) {
        chips << ChipData{taxonomy_->name(said), Voice::Given, {}, -1, {}};
    }
    if (!row.predictedCategory.isEmpty() && row.predictedCategory != said) {
        chips << ChipData{taxonomy_->name(row.predictedCategory), Voice::Predicted, {}, row.probability, {}};
    }
    return chips;
}

QVariant LibraryModel::cell(const usecases::LibraryRow& row, int column, int role) const {
    if (role == ContentRole) {
        return row.content.value;
    }
    if (role == Qt::ToolTipRole) {
        return column == TitleColumn ? (row.mediaProblem.isEmpty() ? row.title : row.mediaProblem)
                                     : QVariant();
    }
    switch (column) {
    case TitleColumn:
        if (role == Qt::DisplayRole) {
            return row.title.isEmpty() ? tr("Without a title") : row.title;
        }
        if (role == Qt::DecorationRole) {
            return icon(row.mediaProblem.isEmpty() ? kindIcon(row.kind) : QStringLiteral("triangle-alert"));
        }
        break;
    case CategoryColumn:
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) {
            QStringList names;
            for (const ChipData& chip : chips(row)) {
                names << chip.text;
            }
            return names.join(QStringLiteral(", "));
        }
        if (role == ChipsRole) {
            return QVariant::fromValue(chips(row));
        }
        break;
    case LanguageColumn:
        if (role == Qt::DisplayRole) {
            return row.language.isEmpty() ? Format::none() : row.language;
        }
        break;
    case StateColumn:
        if (role == Qt::DisplayRole) {
            return stateName(row.state);
        }
        break;
    case AgeColumn:
        if (role == Qt::DisplayRole) {
            return Format::ago(row.importedAt, clock_.now());
        }
        if (role == SortRole) {
            return toUnixMs(row.importedAt);
        }
        break;
    default:
        break;
    }
    return {};
}

} // namespace moderato::widgets
