#include "core/usecases/NextItems.h"

#include "core/ml/topics/TopicModel.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/Library.h"
#include "core/storage/ModelRepository.h"
#include "core/storage/PredictionRepository.h"
#include "core/storage/TopicAnswerRepository.h"
#include "core/storage/TopicRepository.h"
#include "core/usecases/Acquisition.h"
#include "core/usecases/AgreementFigures.h"
#include "core/usecases/ModelService.h"
#include "core/usecases/ModelText.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <map>
#include <set>

namespace moderato::usecases {

using domain::ContentId;
using domain::TopicScore;
using storage::Connection;
using OpenItem = storage::TopicAnswerRepository::OpenItem;
using Item = NextItems::Item;
using Reason = NextItems::Reason;
using Strategy = NextItems::Strategy;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(NextItems)
};

constexpr int itemsLooked = 20'000;
constexpr std::size_t vectorsLooked = 3000;
constexpr std::size_t centresLooked = 1500;
constexpr std::size_t candidatesCounted = 3; ///< An item rarely has more topics than that.
constexpr int answersAtOnce = 1000;
constexpr std::size_t goldEvery = 10; ///< Mixed: about every tenth item is gold, as long as there are any.

QString percent(double share) {
    return QStringLiteral("%1 %").arg(qRound(100 * share));
}

/// Reads what the strategies need, each part when it is first asked for.
class Orderer {
public:
    Orderer(Connection& reader, ModelService& models, const QString& person, const JobContext& context)
        : reader_(reader)
        , models_(models)
        , person_(person)
        , context_(context) {}

    Status read() {
        const auto version = models_.inService(domain::ModelTask::Topics);
        if (!version.ok()) {
            return version.error();
        }
        auto open = storage::TopicAnswerRepository(reader_).open(
            *version ? (*version)->id : domain::ModelVersionId{}, itemsLooked);
        if (!open.ok()) {
            return open.error();
        }
        open_ = std::move(*open);
        const auto tags = models_.inService(domain::ModelTask::Tags);
        if (!tags.ok()) {
            return tags.error();
        }
        if (*tags) {
            if (const Status read = readTags(**tags); !read.ok()) {
                return read;
            }
        } else if (!*version) {
            notice_ = Text::tr("No topic model is in service, so nothing is known to be uncertain or new.");
        }
        return {};
    }
    qint64 looked() const { return qint64(open_.size()); }
    const QString& notice() const { return notice_; }

    Result<std::vector<Item>> ordered(Strategy strategy, std::size_t limit) {
        switch (strategy) {
        case Strategy::Uncertain:
            return uncertain(limit);
        case Strategy::Diverse:
            return spread(limit, false);
        case Strategy::Gain:
            return spread(limit, true);
        case Strategy::Disagreement:
            return disputed(limit);
        case Strategy::Random:
            return random(limit);
        case Strategy::Mixed:
            return mixed(limit);
        }
        return std::vector<Item>();
    }

private:
    /// Videos and pictures go by the model for them, as the page shows it.
    Status readTags(const domain::ModelVersion& version) {
        auto open = storage::TopicAnswerRepository(reader_).open(version.id, itemsLooked);
        if (!open.ok()) {
            return open.error();
        }
        QHash<domain::ContentId, std::vector<TopicScore>> scores;
        for (OpenItem& item : *open) {
            if (!item.scores.empty()) {
                scores.insert(item.content, std::move(item.scores));
            }
        }
        for (OpenItem& item : open_) {
            if (const auto found = scores.find(item.content); found != scores.end()) {
                item.scores = std::move(*found);
                byTags_.insert(item.content);
            }
        }
        return {};
    }

    static double uncertainty(const std::vector<TopicScore>& scores) {
        double sum = 0;
        const std::size_t n = std::min(scores.size(), candidatesCounted);
        for (std::size_t i = 0; i < n; ++i) {
            sum += binaryEntropy(scores[i].relevancy);
        }
        return n == 0 ? 0 : sum / double(n);
    }

    static Item itemOf(const OpenItem& open, Reason reason, double score, QString why) {
        return {open.content, open.title, open.kind, reason, score, std::move(why)};
    }

    QString topicName(domain::TopicId id) {
        const auto topic = storage::TopicRepository(reader_).find(id);
        return topic.ok() ? topic->name : QString();
    }

    QString whyUncertain(const OpenItem& open) {
        QStringList candidates;
        for (std::size_t i = 0; i < std::min<std::size_t>(2, open.scores.size()); ++i) {
            candidates << QStringLiteral("#%1 %2").arg(topicName(open.scores[i].topic),
                                                       percent(open.scores[i].relevancy));
        }
        return Text::tr("The model is unsure (%1; %2 of 1 bit).")
            .arg(candidates.join(QStringLiteral(", ")))
            .arg(uncertainty(open.scores), 0, 'f', 2);
    }

    std::vector<Item> uncertain(std::size_t limit) {
        std::vector<std::pair<double, const OpenItem*>> order;
        for (const OpenItem& open : open_) {
            if (!open.scores.empty()) {
                order.emplace_back(-uncertainty(open.scores), &open);
            }
        }
        const auto end = order.begin() + std::ptrdiff_t(std::min(limit, order.size()));
        std::partial_sort(order.begin(), end, order.end(), [](const auto& a, const auto& b) {
            return std::pair(a.first, a.second->content) < std::pair(b.first, b.second->content);
        });
        std::vector<Item> items;
        for (auto one = order.begin(); one != end; ++one) {
            items.push_back(itemOf(*one->second, Reason::Uncertain, -one->first, whyUncertain(*one->second)));
        }
        return items;
    }

    /// The order in which `open` gives them is a sample already.
    std::vector<Item> random(std::size_t limit) {
        std::vector<Item> items;
        for (std::size_t i = 0; i < std::min(limit, open_.size()); ++i) {
            items.push_back(itemOf(
                open_[i], Reason::Random, 0,
                Text::tr("Drawn at random out of %n item(s) without topics.", nullptr, int(open_.size()))));
        }
        return items;
    }

    Result<std::vector<float>> vectorsOf(const std::vector<ContentId>& ids, const ml::TopicModel& model) {
        std::vector<float> values;
        constexpr std::size_t atOnce = 200;
        for (std::size_t begin = 0; begin < ids.size(); begin += atOnce) {
            if (context_.isCancelled()) {
                return Error::cancelled();
            }
            context_.report(qint64(begin), qint64(ids.size()), Text::tr("Comparing items"));
            const auto end = ids.begin() + std::ptrdiff_t(std::min(begin + atOnce, ids.size()));
            const auto contents = storage::ContentRepository(reader_).findAll(
                std::vector<ContentId>(ids.begin() + std::ptrdiff_t(begin), end));
            if (!contents.ok()) {
                return contents.error();
            }
            for (const domain::Content& content : *contents) {
                const auto vector = model.embed(modelText(content));
                values.insert(values.end(), vector.begin(), vector.end());
            }
        }
        return values;
    }

    /// Far from what is labelled and from each other; with `weigh`, and uncertain.
    Result<std::vector<Item>> spread(std::size_t limit, bool weigh) {
        const auto loaded = models_.topicModel();
        if (!loaded.ok()) {
            return loaded.error().kind == Error::Kind::NotFound ? Result<std::vector<Item>>(random(limit))
                                                                : Result<std::vector<Item>>(loaded.error());
        }
        auto labelled = storage::TopicAnswerRepository(reader_).labelled();
        if (!labelled.ok()) {
            return labelled.error();
        }
        if (labelled->size() > centresLooked) { // the newest items
            labelled->erase(labelled->begin(), labelled->end() - std::ptrdiff_t(centresLooked));
        }
        const std::size_t n = std::min(open_.size(), vectorsLooked);
        std::vector<ContentId> ids;
        std::vector<double> weights;
        for (std::size_t i = 0; i < n; ++i) {
            ids.push_back(open_[i].content);
            weights.push_back(uncertainty(open_[i].scores));
        }
        const auto candidates = vectorsOf(ids, *loaded->model);
        const auto centres = vectorsOf(*labelled, *loaded->model);
        if (!candidates.ok() || !centres.ok()) {
            return candidates.ok() ? centres.error() : candidates.error();
        }
        const std::size_t dimensions = std::size_t(loaded->model->dimensions());
        const auto picks =
            farthestFirst({*candidates, dimensions}, {*centres, dimensions},
                          weigh ? std::span<const double>(weights) : std::span<const double>(), limit);
        std::vector<Item> items;
        for (const Pick& pick : picks) {
            const OpenItem& open = open_[pick.row];
            items.push_back(weigh ? itemOf(open, Reason::Gain, pick.gain, whyGain(open, pick))
                                  : itemOf(open, Reason::NewCluster, pick.distance, whyNew(pick, *labelled)));
        }
        return items;
    }

    static QString whyNew(const Pick& pick, const std::vector<ContentId>& labelled) {
        return labelled.empty()
                   ? Text::tr("Nothing is labelled yet; this one is unlike those before it "
                              "(distance %1).")
                         .arg(pick.distance, 0, 'f', 2)
                   : Text::tr("Unlike everything that is labelled: the nearest is at distance %1.")
                         .arg(pick.distance, 0, 'f', 2);
    }

    static QString whyGain(const OpenItem& open, const Pick& pick) {
        return Text::tr("Unsure (%1 of 1 bit) and unlike what is labelled (distance %2): expected gain %3.")
            .arg(uncertainty(open.scores), 0, 'f', 2)
            .arg(pick.distance, 0, 'f', 2)
            .arg(pick.gain, 0, 'f', 2);
    }

    /// Items on which other annotators differ first, then those on which the version in service and the one
    /// before it differ.
    Result<std::vector<Item>> disputed(std::size_t limit) {
        auto items = betweenAnnotators();
        if (!items.ok()) {
            return items;
        }
        auto more = betweenVersions();
        if (!more.ok()) {
            return more;
        }
        items->insert(items->end(), more->begin(), more->end());
        items->resize(std::min(items->size(), limit));
        return items;
    }

    Result<std::vector<Item>> betweenAnnotators() {
        storage::TopicAnswerRepository repository(reader_);
        std::vector<std::pair<ContentId, std::pair<double, QStringList>>> found;
        for (ContentId after;;) {
            const auto some = repository.after(after, answersAtOnce);
            if (!some.ok()) {
                return some.error();
            }
            if (some->empty()) {
                break;
            }
            for (std::size_t begin = 0; begin < some->size();) {
                std::size_t end = begin;
                while (end < some->size() && (*some)[end].content == (*some)[begin].content) {
                    ++end;
                }
                if (const auto one = dispute({some->data() + begin, end - begin})) {
                    found.emplace_back((*some)[begin].content, *one);
                }
                begin = end;
            }
            after = some->back().content;
        }
        std::stable_sort(found.begin(), found.end(),
                         [](const auto& a, const auto& b) { return a.second.first > b.second.first; });
        std::vector<Item> items;
        for (const auto& [content, difference] : found) {
            const auto item = storage::ContentRepository(reader_).find(content);
            if (!item.ok()) {
                return item.error();
            }
            items.push_back(
                {content, item->title, item->kind, Reason::Disagreement, difference.first,
                 Text::tr("%1 differ: their topics overlap by %2.")
                     .arg(difference.second.join(QStringLiteral(", ")), percent(1 - difference.first))});
        }
        return items;
    }

    /// How far the annotators of an item are from each other; nothing: they agree, or the person is among
    /// them.
    std::optional<std::pair<double, QStringList>>
    dispute(std::span<const domain::TopicAnswer> answers) const {
        double sum = 0;
        int pairs = 0;
        QStringList people;
        for (std::size_t i = 0; i < answers.size(); ++i) {
            if (answers[i].person == person_) {
                return {};
            }
            people << answers[i].person;
            const LabelSet mine(answers[i].topics.begin(), answers[i].topics.end());
            for (std::size_t j = i + 1; j < answers.size(); ++j, ++pairs) {
                sum += jaccardDistance(mine, LabelSet(answers[j].topics.begin(), answers[j].topics.end()));
            }
        }
        return pairs == 0 || sum == 0 ? std::nullopt : std::optional(std::pair(sum / pairs, people));
    }

    Result<std::vector<Item>> betweenVersions() {
        auto items = betweenVersions(domain::ModelTask::Topics);
        auto videos = items.ok() ? betweenVersions(domain::ModelTask::Tags) : items;
        if (!videos.ok()) {
            return videos;
        }
        items->insert(items->end(), std::make_move_iterator(videos->begin()),
                      std::make_move_iterator(videos->end()));
        std::stable_sort(items->begin(), items->end(),
                         [](const Item& a, const Item& b) { return a.score > b.score; });
        return items;
    }

    /// Of the items that go by this task's model.
    Result<std::vector<Item>> betweenVersions(domain::ModelTask task) {
        storage::ModelRepository models(reader_);
        const auto now = models.inService(task);
        const auto before = models.previousInService(task);
        if (!now.ok() || !before.ok()) {
            return now.ok() ? before.error() : now.error();
        }
        std::vector<Item> items;
        if (!*now || !*before) {
            return items;
        }
        storage::PredictionRepository predictions(reader_);
        for (const OpenItem& open : open_) {
            if (byTags_.contains(open.content) != (task == domain::ModelTask::Tags)) {
                continue;
            }
            const auto old = predictions.topics(open.content, (*before)->id);
            if (!old.ok()) {
                return old.error();
            }
            if (!*old || open.scores.empty()) {
                continue;
            }
            const double difference = jaccardDistance(firstTopics(open.scores), firstTopics((*old)->scores));
            if (difference > 0) {
                items.push_back(itemOf(open, Reason::Disagreement, difference,
                                       Text::tr("%1 and %2 differ: their first %3 candidates overlap by %4.")
                                           .arg((*before)->name, (*now)->name)
                                           .arg(candidatesCounted)
                                           .arg(percent(1 - difference))));
            }
        }
        return items;
    }

    static LabelSet firstTopics(const std::vector<TopicScore>& scores) {
        LabelSet topics;
        for (std::size_t i = 0; i < std::min(scores.size(), candidatesCounted); ++i) {
            topics.insert(QString::number(scores[i].topic.value));
        }
        return topics;
    }

    Result<std::vector<Item>> gold() {
        storage::TopicAnswerRepository repository(reader_);
        const auto gold = repository.allGold();
        const auto answered = repository.answeredBy(person_);
        if (!gold.ok() || !answered.ok()) {
            return gold.ok() ? answered.error() : gold.error();
        }
        std::vector<Item> items;
        for (const auto& known : *gold) {
            if (std::binary_search(answered->begin(), answered->end(), known.content)) {
                continue;
            }
            const auto item = storage::ContentRepository(reader_).find(known.content);
            if (!item.ok()) {
                return item.error();
            }
            items.push_back({known.content, item->title, item->kind, Reason::Gold, 0, {}});
        }
        return items;
    }

    /// One of each in turn. That an item is gold is not said: `why` is that of a random one.
    Result<std::vector<Item>> mixed(std::size_t limit) {
        std::vector<std::vector<Item>> parts;
        parts.push_back(uncertain(limit));
        for (auto part : {spread(std::min<std::size_t>(limit, 100), true),
                          spread(std::min<std::size_t>(limit, 100), false), disputed(limit)}) {
            if (!part.ok()) {
                return part;
            }
            parts.push_back(std::move(*part));
        }
        parts.push_back(random(limit));
        auto known = gold();
        if (!known.ok()) {
            return known;
        }
        std::vector<Item> items;
        std::set<ContentId> taken;
        for (const Item& one : *known) {
            taken.insert(one.content); // comes in its turn only
        }
        std::size_t nextGold = 0;
        for (std::size_t round = 0; items.size() < limit; ++round) {
            bool any = false;
            for (const auto& part : parts) {
                if (nextGold < known->size() && items.size() % goldEvery == goldEvery / 2) {
                    items.push_back((*known)[nextGold++]);
                    items.back().why = Text::tr("Drawn at random out of %n item(s) without topics.", nullptr,
                                                int(open_.size()));
                }
                any = any || round < part.size();
                if (round < part.size() && items.size() < limit && taken.insert(part[round].content).second) {
                    items.push_back(part[round]);
                }
            }
            if (!any) {
                break;
            }
        }
        while (items.size() < limit && nextGold < known->size()) {
            items.push_back((*known)[nextGold++]);
            items.back().why = Text::tr("Drawn at random.");
        }
        return items;
    }

    Connection& reader_;
    ModelService& models_;
    QString person_;
    const JobContext& context_;
    std::vector<OpenItem> open_;
    QSet<domain::ContentId> byTags_; ///< Whose scores are those of the model for videos and pictures.
    QString notice_;
};

} // namespace

Result<NextItems::Order> NextItems::order(Strategy strategy, int limit, const QString& person,
                                          const JobContext& context) const {
    Orderer orderer(library_.reader(), models_, person, context);
    if (const Status read = orderer.read(); !read.ok()) {
        return read.error();
    }
    auto items = orderer.ordered(strategy, std::size_t(std::max(0, limit)));
    if (!items.ok()) {
        return items.error();
    }
    return Order{std::move(*items), orderer.looked(), orderer.notice()};
}

QString toCode(Strategy strategy) {
    switch (strategy) {
    case Strategy::Uncertain:
        return QStringLiteral("uncertain");
    case Strategy::Diverse:
        return QStringLiteral("diverse");
    case Strategy::Disagreement:
        return QStringLiteral("disagreement");
    case Strategy::Gain:
        return QStringLiteral("gain");
    case Strategy::Random:
        return QStringLiteral("random");
    case Strategy::Mixed:
        break;
    }
    return QStringLiteral("mixed");
}

std::optional<Strategy> nextStrategyFromCode(QStringView code) {
    for (const Strategy strategy : {Strategy::Uncertain, Strategy::Diverse, Strategy::Disagreement,
                                    Strategy::Gain, Strategy::Random, Strategy::Mixed}) {
        if (toCode(strategy) == code) {
            return strategy;
        }
    }
    return {};
}

QString toCode(Reason reason) {
    switch (reason) {
    case Reason::Uncertain:
        return QStringLiteral("uncertain");
    case Reason::NewCluster:
        return QStringLiteral("new_cluster");
    case Reason::Disagreement:
        return QStringLiteral("disagreement");
    case Reason::Gain:
        return QStringLiteral("gain");
    case Reason::Gold:
        return QStringLiteral("gold");
    case Reason::Random:
        break;
    }
    return QStringLiteral("random");
}

} // namespace moderato::usecases
