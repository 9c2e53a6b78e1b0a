#include "core/usecases/GivenLabels.h"

#include "core/storage/DuplicateRepository.h"
#include "core/storage/Library.h"
#include "core/storage/QualityRepository.h"
#include "core/usecases/QualityLabels.h"

#include <QCoreApplication>

#include <algorithm>

namespace moderato::usecases {

using domain::ContentId;
using domain::QualityLabel;
using Origin = domain::QualityLabel::Origin;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(GivenLabels)
};

constexpr int groupsAtOnce = 200, mostMembers = 1000;
constexpr double best = 100;

bool isTask(const QString& name) {
    for (std::size_t task = 0; task < qualityTaskCount; ++task) {
        if (qualityTask(task) == name) {
            return true;
        }
    }
    return false;
}

struct Labelled {
    ContentId content;
    std::vector<QualityLabel> labels; ///< But for those passed on.
};

/// The members of a group that are alike enough, the likest first, with the labels that they have themselves.
Result<std::vector<Labelled>> likest(storage::Connection& reader, ContentId leader, double similarity) {
    auto members = storage::DuplicateRepository(reader).group(leader, mostMembers);
    if (!members.ok()) {
        return members.error();
    }
    std::erase_if(*members,
                  [&](const auto& member) { return member.isException || member.similarity < similarity; });
    std::stable_sort(members->begin(), members->end(),
                     [](const auto& a, const auto& b) { return a.similarity > b.similarity; });
    std::vector<Labelled> result;
    for (const auto& member : *members) {
        auto labels = storage::QualityRepository(reader).labels(member.content);
        if (!labels.ok()) {
            return labels.error();
        }
        std::erase_if(*labels, [](const QualityLabel& label) { return label.origin == Origin::Similar; });
        result.push_back({member.content, std::move(*labels)});
    }
    return result;
}

const QualityLabel* labelIn(const std::vector<QualityLabel>& labels, const QString& task, Origin origin) {
    const auto found = std::find_if(labels.begin(), labels.end(), [&](const QualityLabel& label) {
        return label.task == task && label.origin == origin;
    });
    return found == labels.end() ? nullptr : &*found;
}

/// What the members that have no label of a task are passed.
void passOnWithin(const std::vector<Labelled>& members, const QString& task,
                  std::vector<QualityLabel>& passed, Timestamp now) {
    const QualityLabel* given = nullptr;
    for (const Origin origin : {Origin::Expert, Origin::Consumption}) {
        for (std::size_t i = 0; i < members.size() && !given; ++i) {
            given = labelIn(members[i].labels, task, origin);
        }
    }
    for (const Labelled& member : members) {
        if (given && !labelIn(member.labels, task, Origin::Expert) &&
            !labelIn(member.labels, task, Origin::Consumption)) {
            QualityLabel label = *given;
            label.content = member.content;
            label.origin = Origin::Similar;
            label.at = now;
            passed.push_back(std::move(label));
        }
    }
}

} // namespace

Status GivenLabels::give(ContentId content, const QString& task, std::optional<bool> positive) {
    if (!isTask(task)) {
        return Error::invalid(
            Text::tr("“%1” is no task; the tasks are clicks, dwell, likes, dislikes, comments and shares.")
                .arg(task));
    }
    QualityLabel label;
    label.content = content;
    label.task = task;
    label.value = positive.value_or(false) ? QualityLabel::Value::Positive : QualityLabel::Value::Negative;
    label.degree = positive.value_or(false) ? best : 0;
    label.origin = Origin::Expert;
    label.at = clock_.now();
    return library_.writeAndWait([&](storage::Connection& connection) {
        storage::QualityRepository repository(connection);
        return positive ? repository.save(label) : repository.remove(content, task, Origin::Expert);
    });
}

Result<qint64> GivenLabels::passOn(double similarity, const JobContext& context) {
    storage::Connection& reader = library_.reader();
    std::vector<QualityLabel> passed;
    for (ContentId after;;) {
        const auto leaders = storage::DuplicateRepository(reader).groups(after, groupsAtOnce);
        if (!leaders.ok()) {
            return leaders.error();
        }
        if (leaders->empty()) {
            break;
        }
        after = leaders->back();
        for (const ContentId leader : *leaders) {
            if (context.isCancelled()) {
                return Error::cancelled();
            }
            const auto members = likest(reader, leader, similarity);
            if (!members.ok()) {
                return members.error();
            }
            for (std::size_t task = 0; task < qualityTaskCount; ++task) {
                passOnWithin(*members, qualityTask(task), passed, clock_.now());
            }
        }
    }
    const Status written = library_.writeAndWait([&passed](storage::Connection& connection) {
        storage::QualityRepository repository(connection);
        Status status = repository.removeAll(Origin::Similar);
        for (auto label = passed.begin(); status.ok() && label != passed.end(); ++label) {
            status = repository.save(*label);
        }
        return status;
    });
    return written.ok() ? Result(qint64(passed.size())) : Result<qint64>(written.error());
}

} // namespace moderato::usecases
