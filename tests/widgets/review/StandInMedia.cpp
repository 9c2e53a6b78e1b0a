#include "tests/widgets/review/StandInMedia.h"

#include <cmath>

using namespace moderato;
using usecases::DuplicateView;
using usecases::TimelineView;

TimelineView StandInMedia::timelineView() {
    TimelineView view;
    view.startSeconds = 1.5; // the container's clock need not begin at 0
    view.duration = 10;
    const auto picture = [](int i) {
        QImage image(64, 36, QImage::Format_RGB32);
        image.fill(QColor(250 - 25 * i, 20, 25 * i));
        return image;
    };
    for (int i = 0; i < 10; ++i) {
        view.filmstrip.push_back({1.5 + i, i * 25, picture(i)});
    }
    for (const double shot : {0.0, 2.5, 6.0}) {
        view.shots.push_back({1.5 + shot, qint64(shot * 25)});
    }
    view.covers = {{1.5 + 7, 175, picture(7)}, {1.5 + 3, 75, picture(3)}};
    view.hasSound = true;
    view.soundStart = 1.5;
    view.soundSeconds = 10;
    for (int i = 0; i < 1000; ++i) {
        const auto loud = float(std::abs(std::sin(i / 40.0)));
        view.low.push_back(-loud);
        view.high.push_back(loud);
    }
    view.silence = {{4, 5}};
    return view;
}

void StandInMedia::setDuplicates(DuplicateView view) {
    const std::lock_guard lock(mutex_);
    duplicates_ = std::move(view);
}

widgets::MediaServices StandInMedia::services() {
    widgets::MediaServices media;
    media.timeline = [this](domain::ContentId) -> Result<std::optional<TimelineView>> {
        return analysed ? std::optional(timelineView()) : std::nullopt;
    };
    media.prioritize = [this](domain::ContentId id) -> Status {
        prioritised = id.value;
        return {};
    };
    media.progress = [this]() -> Result<usecases::AnalysisProgress> {
        usecases::AnalysisProgress progress;
        progress.running = running;
        progress.paused = paused;
        return progress;
    };
    media.duplicates = [this](domain::ContentId) -> Result<DuplicateView> {
        const std::lock_guard lock(mutex_);
        return duplicates_;
    };
    media.setException = [this](domain::ContentId id, bool on) -> Status {
        const std::lock_guard lock(mutex_);
        for (usecases::NearDuplicate& member : duplicates_.members) {
            if (member.content == id) {
                member.isException = on;
            }
        }
        return {};
    };
    media.decideAlike = [this](domain::ContentId from,
                               const QString&) -> Result<std::vector<domain::ContentId>> {
        const std::lock_guard lock(mutex_);
        decidedFrom = from.value;
        ++timesDecided;
        std::vector<domain::ContentId> decided;
        for (usecases::NearDuplicate& member : duplicates_.members) {
            if (!member.isException && member.decidedCategory.isEmpty()) {
                member.decidedCategory = QStringLiteral("food");
                decided.push_back(member.content);
            }
        }
        return decided;
    };
    return media;
}
