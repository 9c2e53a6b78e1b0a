#include "core/usecases/LibraryList.h"

#include "core/storage/ContentList.h"
#include "core/storage/Library.h"

namespace moderato::usecases {

namespace {

storage::ContentFilter toStorage(const LibraryFilter& filter) {
    storage::ContentFilter result;
    result.text = filter.text;
    result.kind = filter.kind;
    result.category = filter.category;
    result.topic = filter.topic;
    result.state = filter.state;
    result.decided = filter.decided;
    return result;
}

storage::ContentSort toStorage(LibrarySort sort) {
    switch (sort) {
    case LibrarySort::Oldest:
        return storage::ContentSort::Oldest;
    case LibrarySort::Title:
        return storage::ContentSort::Title;
    case LibrarySort::LeastCertain:
        return storage::ContentSort::LeastCertain;
    case LibrarySort::Newest:
        break;
    }
    return storage::ContentSort::Newest;
}

} // namespace

Result<LibraryPage> LibraryList::page(const LibraryFilter& filter, LibrarySort sort,
                                      std::optional<LibraryKey> after, int limit) const {
    std::optional<storage::ContentKey> key;
    if (after) {
        key = storage::ContentKey{after->sortValue, after->content};
    }
    const auto found =
        storage::ContentList(library_.reader()).page(toStorage(filter), toStorage(sort), key, limit);
    if (!found.ok()) {
        return found.error();
    }
    LibraryPage page;
    page.rows.reserve(found->rows.size());
    for (const storage::ContentRow& row : found->rows) {
        page.rows.push_back({row.content, row.kind, row.title, row.externalId, row.givenCategory,
                             row.predictedCategory, row.decidedCategory, row.probability, row.language,
                             row.state, row.importedAt, row.mediaProblem});
    }
    if (found->next) {
        page.next = LibraryKey{found->next->sortValue, found->next->content};
    }
    return page;
}

Result<qint64> LibraryList::count(const LibraryFilter& filter, qint64 limit) const {
    return storage::ContentList(library_.reader()).count(toStorage(filter), limit);
}

} // namespace moderato::usecases
