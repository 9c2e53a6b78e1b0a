#include "core/usecases/TopicChooser.h"

#include "core/storage/Library.h"
#include "core/storage/TopicAnswerRepository.h"
#include "core/storage/TopicLibraryRepository.h"

#include <chrono>

namespace moderato::usecases {

namespace {

constexpr auto oldest = std::chrono::seconds(20);
constexpr int recentKept = 30;

Result<TopicIndex::Taste> tasteOf(storage::Connection& reader, const QString& person) {
    const auto favourites = storage::TopicLibraryRepository(reader).favourites(person);
    const auto recent = storage::TopicAnswerRepository(reader).recentTopics(person, recentKept);
    if (!favourites.ok() || !recent.ok()) {
        return favourites.ok() ? recent.error() : favourites.error();
    }
    TopicIndex::Taste taste;
    for (const domain::TopicId id : *favourites) {
        taste.favourites.insert(id.value);
    }
    for (const auto& use : *recent) {
        taste.recent.emplace(use.topic.value, int(taste.recent.size()));
    }
    return taste;
}

} // namespace

struct TopicChooser::Copy {
    std::shared_ptr<const TopicIndex> index;
    storage::TopicLibraryRepository::Revision revision;
    std::chrono::steady_clock::time_point readAt;
};

TopicChooser::TopicChooser(storage::Library& library)
    : library_(library)
    , copy_(std::make_unique<Copy>()) {}

TopicChooser::~TopicChooser() = default;

Result<std::shared_ptr<const TopicIndex>> TopicChooser::index() const {
    storage::TopicLibraryRepository topics(library_.reader());
    const auto revision = topics.revision();
    if (!revision.ok()) {
        return revision.error();
    }
    const std::scoped_lock lock(mutex_);
    const auto now = std::chrono::steady_clock::now();
    if (copy_->index && copy_->revision == *revision && now - copy_->readAt < oldest) {
        return copy_->index;
    }
    auto entries = topics.entries();
    if (!entries.ok()) {
        return entries.error();
    }
    std::vector<domain::Topic> all;
    all.reserve(entries->size());
    for (auto& entry : *entries) {
        all.push_back(std::move(entry.topic));
    }
    *copy_ = {std::make_shared<const TopicIndex>(std::move(all), copy_->index.get()), *revision, now};
    return copy_->index;
}

Status TopicChooser::warm() const {
    const auto read = index();
    return read.ok() ? Status() : Status(read.error());
}

Result<std::vector<TopicIndex::Found>> TopicChooser::find(const QString& typed, int limit,
                                                          const QString& person) const {
    const auto topics = index();
    const auto taste = tasteOf(library_.reader(), person);
    if (!topics.ok() || !taste.ok()) {
        return topics.ok() ? taste.error() : topics.error();
    }
    return (*topics)->find(typed, limit, *taste);
}

Result<std::vector<domain::Topic>> TopicChooser::complete(const QString& typed, int limit) const {
    const auto topics = index();
    if (!topics.ok()) {
        return topics.error();
    }
    std::vector<domain::Topic> found;
    for (auto& hit : (*topics)->find(typed, limit)) {
        found.push_back(std::move(hit.topic));
    }
    return found;
}

} // namespace moderato::usecases
