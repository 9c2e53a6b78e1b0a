#pragma once

#include "core/base/Result.h"
#include "core/usecases/FeatureTally.h"
#include "core/usecases/RecognizeExpressions.h"

#include <QImage>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <thread>
#include <vector>

namespace moderato::usecases {

/// What was measured of a reader in front of one item: numbers, no pixel.
struct FaceMeasurement {
    qint64 frames = 0, usable = 0, withoutFace = 0, unsure = 0; ///< usable + withoutFace + unsure = frames
    double confidence = 0;                                      ///< Mean over the usable frames, 0 to 1.
    bool withResting = false; ///< Compared with the reader's own face at rest.
    QStringList models;       ///< Those that ran.
    std::vector<FeatureFinding> features;

    double shareWithoutFace() const { return frames > 0 ? double(withoutFace) / double(frames) : 0; }
    QStringList present() const; ///< Codes.
};

/// Looks at the frames of a feed on a thread of its own (S4.3): the newest frame counts, one that comes while
/// another is looked at takes the place of the one that waits. A frame is held in memory until it has been
/// looked at and is never written. All members may be called from any thread.
class FaceWatch {
public:
    using FindFace = RecognizeExpressions::FindFace;
    /// The models, compared with these faces at rest (none: without).
    using MakeModels =
        std::function<Result<std::vector<ExpressionRecognizer>>(std::span<const ml::AlignedFace> resting)>;

    struct Options {
        std::chrono::milliseconds every{100}; ///< Frames that come sooner after another are not looked at.
        std::chrono::milliseconds bin{1000};  ///< Of the tracks.
        double minimumConfidence = 0.5;       ///< Below it a frame's face is not used.
        PresenceRule presence = {};
        QSize maxSize{640, 640}; ///< Larger frames are made smaller first.
    };
    struct State {
        qint64 frames = 0;    ///< Looked at, of this item.
        bool hasFace = false; ///< In the last one.
        int resting = 0;      ///< Faces at rest, of `restingWanted`.
    };
    static constexpr int restingWanted = 8;

    FaceWatch(FindFace findFace, MakeModels makeModels, Options options);
    /// With the models of `resourceFolder`; a sentence where one is missing.
    static Result<std::unique_ptr<FaceWatch>> open(const QString& resourceFolder, const Options& options);
    ~FaceWatch();
    FaceWatch(const FaceWatch&) = delete;
    FaceWatch& operator=(const FaceWatch&) = delete;

    /// The reader's face at rest: what comes now is the base line of all items after it.
    void beginResting();
    /// An item; only the models that have one of the features are asked.
    void begin(const QStringList& features);
    /// A frame that was just taken, and where in the item its reader is; nothing: the item has no time of its
    /// own. Returns at once.
    void offer(const QImage& frame, std::optional<std::chrono::microseconds> inItem = {});
    /// What was measured since `begin`, after the frame that is looked at. Fails where a model failed.
    Result<FaceMeasurement> finish();
    /// Forgets what waits and what was measured since `begin`; what is looked at now will not count.
    void drop();

    State state() const;

private:
    enum class Task { None, Resting, Item };
    struct Frame {
        QImage image;
        std::chrono::microseconds taken{0};
        std::optional<std::chrono::microseconds> inItem;
    };
    struct Item {
        Task task = Task::None;
        quint64 number = 0;
        QStringList features;
    };

    void run();
    void beginTask(Task task, const QStringList& features);
    void look(const Frame& frame, const Item& item);
    void lookAtRest(const Frame& frame, const Item& item);
    Status choose(const Item& item);
    void count(const ExpressionFrame& found, const Frame& frame);

    const FindFace findFace_;
    const MakeModels makeModels_;
    const Options options_;

    // Of the thread alone.
    std::unique_ptr<RecognizeExpressions> recognize_;
    quint64 chosen_ = 0;
    std::optional<quint64> modelsOf_; ///< The resting task whose faces the models know.

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    Item item_;
    std::optional<Frame> waiting_;
    bool busy_ = false, ends_ = false;
    std::chrono::microseconds lastTaken_{-1};
    std::optional<std::chrono::microseconds> lastUsed_;
    State state_;
    std::vector<ml::AlignedFace> resting_;
    quint64 restingNumber_ = 0;
    FaceMeasurement measured_;
    std::vector<FeatureTally> tallies_;
    std::optional<Error> problem_;
    std::thread thread_;
};

} // namespace moderato::usecases
