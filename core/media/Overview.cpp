#include "core/media/Overview.h"

#include "core/media/InputFile.h"
#include "core/media/private/FrameImage.h"
#include "core/media/private/FrameSource.h"
#include "core/media/private/Shots.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace moderato::media {

namespace {

constexpr double fullPixels = 1.8e9; // Up to so many pixels every frame is looked at: a minute at 1280 × 720.
constexpr double groupPixels = 5e9;  // In longer videos, so many of groups whose key frames differ.
constexpr double neighboursDiffer = 0.12;
constexpr int fewPictures = 48; // With fewer key frames, others are added.
constexpr double nearCut = 0.3; // Seconds.
constexpr QSize glanceSize(64, 64);

/// One frame as it is looked at.
struct Glance {
    FrameTime time;
    Impression impression;
};

/// Evenly spread over 0…count − 1, each once.
std::vector<qint64> spread(qint64 count, qint64 wanted) {
    std::vector<qint64> numbers;
    for (qint64 i = 0; i < std::min(count, wanted); ++i) {
        numbers.push_back(wanted >= count ? i : (2 * i + 1) * count / (2 * wanted));
    }
    return numbers;
}

class OverviewReader {
public:
    OverviewReader(FrameSource& source, const OverviewOptions& options)
        : source_(source)
        , options_(options) {}

    Overview read() {
        readFilmstrip();
        if (source_.table && pixelsOf(source_.table->count()) <= fullPixels) {
            findShotsIn(glanceAtAll());
        } else {
            findShotsBetweenPictures();
        }
        chooseCovers();
        return std::move(overview_);
    }

private:
    double pixelsOf(qint64 frames) const {
        const AVCodecParameters& codec = *source_.reader.stream().codecpar;
        return double(frames) * std::max(codec.width, 320) * std::max(codec.height, 240);
    }

    /// Key frames, evenly spread; where they are few, frames in between as well.
    std::vector<int64_t> filmstripTimes() const {
        std::vector<int64_t> times;
        const qint64 most = std::max(options_.maxThumbnails, 1);
        if (source_.table) {
            const FrameTable& table = *source_.table;
            std::vector<int64_t> keys;
            for (qint64 i = 0; i < table.count(); ++i) {
                if (table.isKey[size_t(i)]) {
                    keys.push_back(table.pts[size_t(i)]);
                }
            }
            for (const qint64 i : spread(qint64(keys.size()), most)) {
                times.push_back(keys[size_t(i)]);
            }
            if (qint64(times.size()) < std::min<qint64>(fewPictures, most)) {
                for (const qint64 i : spread(table.count(), std::min<qint64>(fewPictures, most))) {
                    times.push_back(table.pts[size_t(i)]);
                }
            }
        } else {
            for (qint64 i = 0; i < most; ++i) {
                times.push_back(source_.timeAt(source_.length() * double(i) / double(most)));
            }
        }
        std::ranges::sort(times);
        times.erase(std::ranges::unique(times).begin(), times.end());
        return times;
    }

    void readFilmstrip() {
        Result<std::vector<SampledFrame>> frames = framesOf(source_, filmstripTimes(), options_.thumbnail);
        overview_.filmstrip = frames ? *std::move(frames) : std::vector<SampledFrame>();
        for (const SampledFrame& frame : overview_.filmstrip) {
            pictures_.push_back({frame.time, impressionOf(frame.image)});
        }
    }

    std::optional<Glance> glance(const AVFrame& frame, int64_t pts) const {
        const Result<QImage> image = source_.reader.image(frame, glanceSize);
        return image ? std::optional(Glance{source_.timeOf(pts), impressionOf(*image)}) : std::nullopt;
    }

    std::vector<Glance> glanceAtAll() {
        std::vector<Glance> glances;
        FrameWalk walk(source_);
        int64_t time = 0;
        while (const FramePtr frame = walk.next(time)) {
            if (auto seen = glance(*frame, time)) {
                glances.push_back(*std::move(seen));
            }
        }
        return glances;
    }

    /// From one picture of the strip up to and with the next.
    std::vector<Glance> glanceBetween(int64_t from, int64_t to) {
        std::vector<Glance> glances;
        const std::optional<Target> target = source_.find(from);
        if (!target || !source_.reader.seekKey(*target)) {
            return glances;
        }
        while (const FramePtr frame = source_.reader.nextFrame()) {
            const int64_t time = source_.reader.timeOf(*frame);
            if (time >= from) {
                if (auto seen = glance(*frame, time)) {
                    glances.push_back(*std::move(seen));
                }
            }
            if (time >= to) {
                break;
            }
        }
        return glances;
    }

    void beginFirstShot() {
        if (!overview_.shots.empty()) {
            return;
        }
        if (source_.table) {
            overview_.shots.push_back(source_.table->at(0));
        } else if (!pictures_.empty()) {
            overview_.shots.push_back(pictures_.front().time);
        }
    }

    void findShotsIn(const std::vector<Glance>& glances) {
        beginFirstShot();
        std::vector<double> differences;
        for (size_t i = 0; i + 1 < glances.size(); ++i) {
            differences.push_back(difference(glances[i].impression, glances[i + 1].impression));
        }
        for (const int cut : cutsIn(differences)) {
            const FrameTime& time = glances[size_t(cut)].time;
            if (overview_.shots.empty() || time.pts > overview_.shots.back().pts) {
                overview_.shots.push_back(time);
            }
        }
    }

    void findShotsBetweenPictures() {
        beginFirstShot();
        double pixelsLeft = groupPixels;
        for (size_t i = 0; i + 1 < pictures_.size(); ++i) {
            const Glance& here = pictures_[i];
            const Glance& next = pictures_[i + 1];
            if (difference(here.impression, next.impression) < neighboursDiffer) {
                continue;
            }
            const double seconds = next.time.seconds() - here.time.seconds();
            const AVRational rate = source_.reader.stream().avg_frame_rate;
            const double frames = here.time.number >= 0 && next.time.number >= 0
                                      ? double(next.time.number - here.time.number)
                                      : seconds * (rate.num > 0 && rate.den > 0 ? av_q2d(rate) : 25);
            pixelsLeft -= pixelsOf(qint64(std::clamp(frames, 0.0, 1e9)));
            if (pixelsLeft >= 0) {
                findShotsIn(glanceBetween(here.time.pts, next.time.pts));
            } else {
                overview_.shots.push_back(next.time);
                overview_.shotsAreExact = false;
            }
        }
    }

    int shotOf(const FrameTime& time) const {
        const auto after = std::ranges::upper_bound(overview_.shots, time.pts, {}, &FrameTime::pts);
        return int(after - overview_.shots.begin());
    }

    bool isNearCut(const FrameTime& time) const {
        return std::ranges::any_of(overview_.shots, [&](const FrameTime& shot) {
            return std::abs(shot.seconds() - time.seconds()) < nearCut;
        });
    }

    /// The best picture of each shot, then the best of these.
    void chooseCovers() {
        std::map<int, std::pair<double, size_t>> bestOf;
        for (size_t i = 0; i < pictures_.size(); ++i) {
            const double score = coverScore(pictures_[i].impression) - (isNearCut(pictures_[i].time) ? 1 : 0);
            const auto [place, isNew] = bestOf.try_emplace(shotOf(pictures_[i].time), score, i);
            if (!isNew && score > place->second.first) {
                place->second = {score, i};
            }
        }
        std::vector<std::pair<double, size_t>> best;
        for (const auto& [shot, picture] : bestOf) {
            best.push_back(picture);
        }
        std::ranges::stable_sort(best, std::ranges::greater(), &std::pair<double, size_t>::first);
        for (size_t i = 0; i < std::min(best.size(), size_t(std::max(options_.maxCovers, 0))); ++i) {
            overview_.covers.push_back(overview_.filmstrip[best[i].second]);
        }
    }

    FrameSource& source_;
    const OverviewOptions& options_;
    Overview overview_;
    std::vector<Glance> pictures_; ///< One for each of the filmstrip.
};

} // namespace

Result<Overview> readOverview(const InputFile& file, const OverviewOptions& options) {
    Result<FrameSource> source = FrameSource::open(file, {.maxSize = options.thumbnail});
    if (!source) {
        return source.error();
    }
    Overview overview = OverviewReader(*source, options).read();
    return overview.filmstrip.empty() ? Result<Overview>(noPicture()) : std::move(overview);
}

} // namespace moderato::media
