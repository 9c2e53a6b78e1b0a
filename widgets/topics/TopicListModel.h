#pragma once

#include <QAbstractListModel>
#include <QString>

#include <vector>

namespace moderato::widgets {

/// A topic that can be taken: the model's with a score, a known one with how often it was used, or one that
/// does not exist yet.
struct TopicOffer {
    QString name;      ///< Without "#".
    double score = -1; ///< 0…1, the model's; below 0: the model does not say.
    qint64 uses = 0;
    bool isNew = false; ///< Taking it makes the topic.
    bool isFavourite = false;
    bool isRecent = false; ///< The person gave it not long ago.
    QString through = {};  ///< The synonym or pinyin that fits what was typed; empty: the name does.

    bool operator==(const TopicOffer&) const = default;
};

class TopicListModel : public QAbstractListModel {
    Q_OBJECT
public:
    static constexpr int ScoreRole = Qt::UserRole + 1;
    static constexpr int UsesRole = Qt::UserRole + 2;
    static constexpr int NewRole = Qt::UserRole + 3;
    static constexpr int FavouriteRole = Qt::UserRole + 4;
    static constexpr int RecentRole = Qt::UserRole + 5;
    static constexpr int ThroughRole = Qt::UserRole + 6;

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    void setOffers(std::vector<TopicOffer> offers);
    const std::vector<TopicOffer>& offers() const { return offers_; }

private:
    std::vector<TopicOffer> offers_;
};

} // namespace moderato::widgets
