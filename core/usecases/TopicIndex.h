#pragma once

#include "core/domain/Topic.h"

#include <QHash>
#include <QString>

#include <memory>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace moderato::usecases {

/// The whole topic set in memory, for finding topics while one types (S0.10): by name, synonym, part of
/// either, and for Chinese by pinyin and its initials. Immutable once made, so any thread may ask it. Some
/// 200 bytes a topic; a search looks at every one, below a millisecond for 10,000.
class TopicIndex {
public:
    /// What one person likes: favourites and what was used last.
    struct Taste {
        std::unordered_set<qint64> favourites;  ///< Topic ids.
        std::unordered_map<qint64, int> recent; ///< Topic id → place, 0 the latest.
    };

    struct Found {
        domain::Topic topic;
        bool isFavourite = false;
        bool isRecent = false;
        QString through; ///< The synonym that fits, where the name does not; or the pinyin.
    };

    /// Retired topics are left out. `known`: an index whose pinyin is taken over.
    explicit TopicIndex(std::vector<domain::Topic> topics, const TopicIndex* known = nullptr);

    std::size_t size() const { return entries_.size(); }

    /// The best `limit`: exact, then beginnings (name, synonym, a word of the name, pinyin initials, pinyin),
    /// then inside; among equals favourites, recent ones, the much used. Nothing typed: favourites, recent
    /// ones, the most used.
    std::vector<Found> find(const QString& typed, int limit, const Taste& taste = {}) const;

private:
    struct Entry {
        domain::Topic topic;
        QString key;
        std::vector<std::pair<QString, QString>> synonyms; ///< Key and name.
        QString pinyin, initials;
    };
    struct Fit {
        int tier = 0;
        int synonym = -1;
        bool byPinyin = false;
    };
    static std::optional<Fit> fit(const Entry& entry, const QString& typed, const QString& bare);

    std::vector<Entry> entries_;
    std::unordered_map<qint64, std::size_t> places_; ///< By topic id.
};

} // namespace moderato::usecases
