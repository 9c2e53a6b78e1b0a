#include "core/usecases/FaceWatch.h"

#include <algorithm>
#include <utility>

namespace moderato::usecases {

using namespace std::chrono_literals;
using std::chrono::microseconds;

namespace {

constexpr double stepsThatBreak = 2.5; ///< A longer gap between two frames ends a run.
constexpr int restingEvery = 3;        ///< Frames looked at for one face at rest.

microseconds now() {
    return std::chrono::duration_cast<microseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace

QStringList FaceMeasurement::present() const {
    QStringList codes;
    for (const FeatureFinding& feature : features) {
        if (feature.told && feature.present) {
            codes << feature.feature;
        }
    }
    return codes;
}

FaceWatch::FaceWatch(FindFace findFace, MakeModels makeModels, Options options)
    : findFace_(std::move(findFace))
    , makeModels_(std::move(makeModels))
    , options_(std::move(options))
    , thread_([this] { run(); }) {}

Result<std::unique_ptr<FaceWatch>> FaceWatch::open(const QString& resourceFolder, const Options& options) {
    auto reader = FaceReader::open(resourceFolder);
    if (!reader.ok()) {
        return reader.error();
    }
    if (const auto models = expressionRecognizers(resourceFolder); !models.ok()) {
        return models.error();
    }
    const auto shared = std::make_shared<FaceReader>(std::move(*reader));
    return std::make_unique<FaceWatch>([shared](const QImage& frame) { return shared->next(frame); },
                                       [resourceFolder](std::span<const ml::AlignedFace> resting) {
                                           return expressionRecognizers(resourceFolder, resting);
                                       },
                                       options);
}

FaceWatch::~FaceWatch() {
    {
        const std::lock_guard lock(mutex_);
        ends_ = true;
        waiting_.reset();
    }
    changed_.notify_all();
    thread_.join();
}

void FaceWatch::beginTask(Task task, const QStringList& features) {
    const std::lock_guard lock(mutex_);
    item_ = {task, item_.number + 1, features};
    waiting_.reset();
    lastTaken_ = microseconds(-1);
    lastUsed_.reset();
    state_ = {.frames = 0, .hasFace = false, .resting = int(resting_.size())};
    measured_ = {};
    tallies_.clear();
    problem_.reset();
    for (const QString& feature : features) {
        tallies_.emplace_back(feature);
    }
}

void FaceWatch::beginResting() {
    beginTask(Task::Resting, {});
    const std::lock_guard lock(mutex_);
    resting_.clear();
    restingNumber_ = item_.number;
    state_.resting = 0;
}

void FaceWatch::begin(const QStringList& features) {
    beginTask(Task::Item, features);
}

void FaceWatch::drop() {
    beginTask(Task::None, {});
}

void FaceWatch::offer(const QImage& frame, std::optional<microseconds> inItem) {
    {
        const std::lock_guard lock(mutex_);
        const microseconds taken = now();
        if (item_.task == Task::None || (lastTaken_ >= 0us && taken - lastTaken_ < options_.every)) {
            return;
        }
        lastTaken_ = taken;
        waiting_ = Frame{frame, taken, inItem};
    }
    changed_.notify_all();
}

FaceWatch::State FaceWatch::state() const {
    const std::lock_guard lock(mutex_);
    return state_;
}

Result<FaceMeasurement> FaceWatch::finish() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !busy_ && !waiting_; });
    const Item item = std::exchange(item_, {Task::None, item_.number + 1, {}});
    if (problem_) {
        return *problem_;
    }
    FaceMeasurement done = std::exchange(measured_, {});
    done.withResting = !resting_.empty();
    for (FeatureTally& tally : tallies_) {
        tally.judge(options_.presence);
        tally.finding.told = item.task == Task::Item && tally.finding.usable > 0;
        done.features.push_back(std::move(tally.finding));
    }
    tallies_.clear();
    return done;
}

void FaceWatch::run() {
    std::unique_lock lock(mutex_);
    while (true) {
        changed_.wait(lock, [this] { return ends_ || waiting_; });
        if (ends_) {
            return;
        }
        Frame frame = *std::exchange(waiting_, std::nullopt);
        const Item item = item_;
        busy_ = true;
        lock.unlock();
        if (frame.image.width() > options_.maxSize.width() ||
            frame.image.height() > options_.maxSize.height()) {
            frame.image = frame.image.scaled(options_.maxSize, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        }
        item.task == Task::Resting ? lookAtRest(frame, item) : look(frame, item);
        frame = {};
        lock.lock();
        busy_ = false;
        changed_.notify_all();
    }
}

void FaceWatch::lookAtRest(const Frame& frame, const Item& item) {
    auto face = findFace_(frame.image);
    const std::lock_guard lock(mutex_);
    if (item.number != item_.number) {
        return;
    }
    state_.hasFace = face.has_value();
    const bool isTurn = state_.frames++ % restingEvery == 0;
    if (face && isTurn && face->confidence >= options_.minimumConfidence && resting_.size() < restingWanted) {
        resting_.push_back(std::move(face->aligned));
        state_.resting = int(resting_.size());
    }
}

/// The models of this item, which know the face at rest.
Status FaceWatch::choose(const Item& item) {
    if (chosen_ == item.number) {
        return {};
    }
    std::vector<ml::AlignedFace> resting;
    quint64 restingNumber = 0;
    {
        const std::lock_guard lock(mutex_);
        resting = resting_;
        restingNumber = restingNumber_;
    }
    if (modelsOf_ != restingNumber) {
        auto models = makeModels_(resting);
        if (!models.ok()) {
            return models.error();
        }
        recognize_ = std::make_unique<RecognizeExpressions>(findFace_, std::move(*models));
        modelsOf_ = restingNumber;
    }
    chosen_ = item.number;
    return recognize_->choose(item.features);
}

void FaceWatch::look(const Frame& frame, const Item& item) {
    const Status chosen = choose(item);
    const ExpressionFrame found = chosen.ok() ? recognize_->look(frame.image, {}) : ExpressionFrame();
    const std::lock_guard lock(mutex_);
    if (item.number != item_.number) {
        return;
    }
    if (!chosen.ok() || recognize_->problem()) {
        problem_ = chosen.ok() ? *recognize_->problem() : chosen.error();
        return;
    }
    count(found, frame);
}

/// With the lock held.
void FaceWatch::count(const ExpressionFrame& found, const Frame& frame) {
    ++state_.frames;
    state_.hasFace = found.hasFace;
    ++measured_.frames;
    measured_.models = recognize_->summary().models;
    const bool isUsable = found.hasFace && double(found.confidence) >= options_.minimumConfidence;
    measured_.withoutFace += found.hasFace ? 0 : 1;
    measured_.unsure += found.hasFace && !isUsable ? 1 : 0;
    const bool isGap =
        lastUsed_ && double((frame.taken - *lastUsed_).count()) >
                         stepsThatBreak * double(microseconds(std::max(options_.every, 100ms)).count());
    if (!isUsable || isGap) {
        for (FeatureTally& tally : tallies_) {
            tally.breakRun();
        }
    }
    if (!isUsable) {
        return;
    }
    lastUsed_ = frame.taken;
    ++measured_.usable;
    measured_.confidence += (double(found.confidence) - measured_.confidence) / double(measured_.usable);
    for (const ExpressionReading& reading : found.readings) {
        for (FeatureTally& tally : tallies_) {
            if (tally.finding.feature == reading.feature) {
                tally.note(reading.isShown, frame.taken, {.length = options_.every});
                if (frame.inItem) {
                    tally.place(reading.isShown, *frame.inItem, options_.bin);
                }
            }
        }
    }
}

} // namespace moderato::usecases
