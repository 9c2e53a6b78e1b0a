#pragma once

#include "core/interchange/FeatureMapping.h"
#include "core/usecases/ExpressionAlignment.h"
#include "core/usecases/FeatureTally.h"

#include <span>

namespace moderato::usecases {

struct ExpressionImportOptions {
    double minimumConfidence = 0.5; ///< Below it a frame's face is not used; files without it use all.
    double shareOfFrames = PresenceRule().shareOfFrames; ///< See PresenceRule.
    std::chrono::milliseconds onEnd = PresenceRule().onEnd;
    bool subtractMedian = false;         ///< Rules see how far a signal is from this reader's own median.
    std::chrono::milliseconds bin{1000}; ///< Of the tracks.
    std::chrono::microseconds origin{0}; ///< When in the file's time the clip begins.
    QString face;                        ///< Which one is the reader's; empty: the one that most frames show.
};

/// What a file says of one reader in front of one clip.
struct ExpressionFindings {
    interchange::ExpressionLayout layout;
    QString face;
    QStringList faces;                                          ///< All that the file tells apart.
    qint64 frames = 0, usable = 0, withoutFace = 0, unsure = 0; ///< usable + withoutFace + unsure = frames
    std::vector<FeatureFinding> features;
    ExpressionAlignment alignment;
    std::vector<interchange::ReadProblem> problems;
    QStringList stimuli; ///< That iMotions' file names.

    double shareWithoutFace() const { return frames > 0 ? double(withoutFace) / double(frames) : 0; }
    QStringList present() const; ///< Codes.
    QStringList told() const;    ///< Codes.
};

/// Each signal's median over a reader's frames, to a few thousandths of its range, in memory that does not
/// depend on their number.
class ExpressionBaseline {
public:
    explicit ExpressionBaseline(const interchange::ExpressionLayout& layout);

    void add(std::span<const float> values);
    std::vector<float> medians() const; ///< 0 where a signal never had a value.

private:
    std::vector<interchange::SignalRange> ranges_;
    std::vector<std::vector<qint32>> counts_;
};

/// Goes through the samples of one file and finds the features in them. Keeps no sample. One thread.
class FeatureFinder {
public:
    /// `step`: from frame to frame as a rule; `baseline`: subtracted from the values, may be empty.
    FeatureFinder(const interchange::ExpressionLayout& layout, const interchange::FeatureMapping& mapping,
                  const QStringList& features, ExpressionImportOptions options,
                  std::chrono::microseconds step, std::vector<float> baseline = {});

    /// `options.face` tells which samples are the reader's.
    void add(const interchange::ExpressionSample& sample);
    /// All but the alignment, the problems and the names of faces and stimuli.
    ExpressionFindings finish();

    static bool isUsable(const interchange::ExpressionSample& sample, const ExpressionImportOptions& options);

private:
    struct Watch {
        FeatureTally tally;
        std::optional<interchange::FeatureRule> rule = {};
        std::vector<int> places = {};
    };

    void choose(Watch& watch, const interchange::FeatureMapping& mapping) const;
    void endFrame();
    void breakRuns();
    void look(const interchange::ExpressionSample& sample);
    void note(Watch& watch, bool holds, std::optional<std::chrono::microseconds> time) const;

    const interchange::ExpressionLayout layout_;
    const ExpressionImportOptions options_;
    const std::chrono::microseconds step_;
    const std::vector<float> baseline_;
    std::vector<Watch> watches_;
    std::vector<float> values_;
    FrameSteps steps_;
    ExpressionFindings findings_;
    bool inFrame_ = false, usedInFrame_ = false, unsureInFrame_ = false;
    std::optional<std::chrono::microseconds> lastTime_;
};

/// All of it for one file: surveys it, takes the base line where that is wanted, finds the features. Reads
/// the file two or three times rather than keep it. Fails as `readExpressions` does; what else is wrong
/// stands in the alignment and the problems. Blocks; run it as a job. Thread-safe.
Result<ExpressionFindings> importExpressions(const QString& path,
                                             const interchange::ExpressionOptions& reading,
                                             const interchange::FeatureMapping& mapping,
                                             const QStringList& features,
                                             const ExpressionImportOptions& options,
                                             const ExpressionClip& clip, const JobContext& context);

} // namespace moderato::usecases
