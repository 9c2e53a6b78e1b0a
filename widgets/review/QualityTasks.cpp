#include "widgets/review/QualityTasks.h"

#include "core/usecases/QualityLabels.h"
#include "core/usecases/TagFeatures.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace moderato::widgets {
namespace {

using Origin = domain::QualityLabel::Origin;

constexpr double worthALook = 0.1;
constexpr std::size_t sentencesAtMost = 40, tasksAtMost = 40;
constexpr int picturesAtMost = 3;

std::size_t orderOf(const QString& task) {
    std::size_t i = 0;
    while (i < usecases::qualityTaskCount && usecases::qualityTask(i) != task) {
        ++i;
    }
    return i;
}

int precedence(Origin origin) {
    return origin == Origin::Expert ? 2 : origin == Origin::Consumption ? 1 : 0;
}

/// Where a picture lies; empty: the item has no such picture.
QString pathOf(const usecases::ItemView& item, int picture) {
    const auto& own = item.content.images;
    if (picture < 0) {
        return {};
    }
    if (!own.empty()) {
        return std::size_t(picture) < own.size() ? own[std::size_t(picture)].path : QString();
    }
    const auto& shown = item.article.images;
    return std::size_t(picture) < shown.size() ? shown[std::size_t(picture)].path : QString();
}

template <class Evidence> std::vector<Evidence> worthy(std::vector<Evidence> evidence) {
    std::erase_if(evidence, [](const Evidence& each) { return !(each.weight >= worthALook); });
    std::stable_sort(evidence.begin(), evidence.end(),
                     [](const Evidence& a, const Evidence& b) { return a.weight > b.weight; });
    return evidence;
}

} // namespace

std::vector<QualityTask> qualityTasks(const usecases::ItemView& item) {
    std::map<std::pair<std::size_t, QString>, QualityTask> tasks;
    const auto at = [&tasks](const QString& name) -> QualityTask& {
        QualityTask& task = tasks[{orderOf(name), name}];
        task.task = name;
        return task;
    };
    for (const domain::QualityLabel& label : item.quality) {
        QualityTask& task = at(label.task);
        if (!task.label || precedence(label.origin) > precedence(task.label->origin)) {
            if (task.label) {
                task.others.push_back(*task.label);
            }
            task.label = label;
        } else {
            task.others.push_back(label);
        }
    }
    if (item.predictedQuality) {
        for (const domain::TaskScore& score : item.predictedQuality->scores) {
            if (std::isfinite(score.probability)) {
                at(score.task).probability = std::clamp(score.probability, 0.0, 1.0);
            }
        }
    }
    std::vector<QualityTask> ordered;
    for (auto& task : tasks) {
        if (ordered.size() < tasksAtMost) { // nobody looks at more, whatever a library says
            ordered.push_back(std::move(task.second));
        }
    }
    return ordered;
}

QualityEvidence qualityEvidence(const usecases::ItemView& item) {
    QualityEvidence evidence;
    if (!item.predictedQuality) {
        return evidence;
    }
    if (item.content.kind == domain::ContentKind::Article) { // of the others no text is shown
        evidence.sentences = worthy(item.predictedQuality->sentences);
        evidence.sentences.resize(std::min(evidence.sentences.size(), sentencesAtMost));
    }
    int rank = 0;
    for (const domain::PictureEvidence& each : worthy(item.predictedQuality->pictures)) {
        if (rank == picturesAtMost) {
            break;
        }
        if (item.content.kind == domain::ContentKind::Video) {
            constexpr double parts = usecases::TagFeatures::segments;
            if (each.picture >= 0 && each.picture < parts) {
                evidence.parts.push_back(
                    {each.picture / parts, (each.picture + 1) / parts, {++rank, each.weight}});
            }
        } else if (const QString path = pathOf(item, each.picture);
                   !path.isEmpty() && !evidence.pictures.contains(path)) {
            evidence.pictures.insert(path, {++rank, each.weight});
        }
    }
    return evidence;
}

} // namespace moderato::widgets
