#include "widgets/topics/TopicListModel.h"

#include "widgets/common/Format.h"

namespace moderato::widgets {

int TopicListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(offers_.size());
}

QVariant TopicListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= int(offers_.size())) {
        return {};
    }
    const TopicOffer& offer = offers_[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return offer.isNew ? tr("Create #%1").arg(offer.name) : QLatin1Char('#') + offer.name;
    case Qt::AccessibleTextRole:
        return offer.score >= 0 ? tr("%1, the model gives %2").arg(offer.name, Format::percent(offer.score))
                                : offer.name;
    case ScoreRole:
        return offer.score;
    case UsesRole:
        return offer.uses;
    case NewRole:
        return offer.isNew;
    case FavouriteRole:
        return offer.isFavourite;
    case RecentRole:
        return offer.isRecent;
    case ThroughRole:
        return offer.through;
    default:
        return {};
    }
}

void TopicListModel::setOffers(std::vector<TopicOffer> offers) {
    beginResetModel();
    offers_ = std::move(offers);
    endResetModel();
}

} // namespace moderato::widgets
