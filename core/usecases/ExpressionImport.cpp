#include "core/usecases/ExpressionImport.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace moderato::usecases {

using namespace std::chrono_literals;
using interchange::ExpressionLayout;
using interchange::ExpressionSample;
using std::chrono::microseconds;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ExpressionImport)
};

constexpr std::size_t baselineBins = 8192;
constexpr double stepsThatBreak = 2.5;

QStringList codesWhere(const std::vector<FeatureFinding>& features, bool FeatureFinding::*what) {
    QStringList codes;
    for (const FeatureFinding& feature : features) {
        if (feature.told && feature.*what) {
            codes << feature.feature;
        }
    }
    return codes;
}

} // namespace

QStringList ExpressionFindings::present() const {
    return codesWhere(features, &FeatureFinding::present);
}

QStringList ExpressionFindings::told() const {
    return codesWhere(features, &FeatureFinding::told);
}

ExpressionBaseline::ExpressionBaseline(const ExpressionLayout& layout) {
    for (const QString& name : layout.signalNames) {
        ranges_.push_back(interchange::rangeOf(layout.format, name));
        counts_.emplace_back(baselineBins, 0);
    }
}

void ExpressionBaseline::add(std::span<const float> values) {
    for (std::size_t i = 0; i < std::min(values.size(), ranges_.size()); ++i) {
        if (std::isnan(values[i])) {
            continue;
        }
        const double share = (double(values[i]) - ranges_[i].low) / (ranges_[i].high - ranges_[i].low);
        ++counts_[i][std::size_t(std::lround(std::clamp(share, 0.0, 1.0) * double(baselineBins - 1)))];
    }
}

std::vector<float> ExpressionBaseline::medians() const {
    std::vector<float> medians;
    for (std::size_t i = 0; i < ranges_.size(); ++i) {
        qint64 total = 0;
        for (const qint32 count : counts_[i]) {
            total += count;
        }
        qint64 below = 0;
        std::size_t bin = 0;
        while (bin + 1 < baselineBins && (below += counts_[i][bin]) * 2 < total) {
            ++bin;
        }
        const double median =
            ranges_[i].low + (ranges_[i].high - ranges_[i].low) * double(bin) / double(baselineBins - 1);
        medians.push_back(total > 0 ? float(median) : 0);
    }
    return medians;
}

FeatureFinder::FeatureFinder(const ExpressionLayout& layout, const interchange::FeatureMapping& mapping,
                             const QStringList& features, ExpressionImportOptions options, microseconds step,
                             std::vector<float> baseline)
    : layout_(layout)
    , options_(std::move(options))
    , step_(step)
    , baseline_(std::move(baseline)) {
    for (const QString& feature : features) {
        Watch watch{.tally = FeatureTally(feature)};
        choose(watch, mapping);
        watches_.push_back(std::move(watch));
    }
}

/// The first rule whose signals are all there, or the reason why there is none.
void FeatureFinder::choose(Watch& watch, const interchange::FeatureMapping& mapping) const {
    FeatureFinding& finding = watch.tally.finding;
    for (const interchange::FeatureMapping::Row& row : mapping.rows) {
        if (row.format != layout_.format || row.feature != finding.feature) {
            continue;
        }
        if (!row.rule) {
            finding.reason = row.note.isEmpty() ? Text::tr("The program cannot tell it.") : row.note;
            return;
        }
        QStringList missing;
        watch.places.clear();
        for (const QString& name : row.rule->signalsUsed()) {
            const auto place = layout_.signalNames.indexOf(name);
            watch.places.push_back(int(place));
            if (place < 0) {
                missing << name;
            }
        }
        if (missing.isEmpty()) {
            watch.rule = row.rule;
            finding.told = true;
            finding.rule = row.rule->text();
            finding.reason.clear();
            return;
        }
        if (finding.reason.isEmpty()) {
            finding.reason = Text::tr("The file lacks %1.").arg(missing.join(QStringLiteral(", ")));
        }
    }
    if (finding.reason.isEmpty()) {
        finding.reason = Text::tr("The table of rules has no row for it.");
    }
}

bool FeatureFinder::isUsable(const ExpressionSample& sample, const ExpressionImportOptions& options) {
    return sample.faceFound && sample.face == options.face &&
           (!sample.confidence || *sample.confidence >= options.minimumConfidence);
}

void FeatureFinder::add(const ExpressionSample& sample) {
    if (steps_.isNew(sample)) {
        endFrame();
        inFrame_ = true;
    }
    if (usedInFrame_) {
        return;
    }
    if (isUsable(sample, options_)) {
        usedInFrame_ = true;
        look(sample);
    } else if (sample.faceFound && sample.face == options_.face) {
        unsureInFrame_ = true;
    }
}

void FeatureFinder::endFrame() {
    if (!inFrame_) {
        return;
    }
    ++findings_.frames;
    findings_.usable += usedInFrame_ ? 1 : 0;
    findings_.unsure += !usedInFrame_ && unsureInFrame_ ? 1 : 0;
    findings_.withoutFace += usedInFrame_ || unsureInFrame_ ? 0 : 1;
    if (!usedInFrame_) {
        breakRuns();
    }
    inFrame_ = usedInFrame_ = unsureInFrame_ = false;
}

void FeatureFinder::breakRuns() {
    for (Watch& watch : watches_) {
        watch.tally.breakRun();
    }
}

void FeatureFinder::look(const ExpressionSample& sample) {
    if (sample.time && lastTime_) {
        const microseconds since = *sample.time - *lastTime_;
        const double rounding = layout_.wholeSeconds ? double(microseconds(1s).count()) : 0;
        if (since < 0us || double(since.count()) - rounding > stepsThatBreak * double(step_.count())) {
            breakRuns();
        }
    }
    lastTime_ = sample.time;
    std::span<const float> values = sample.values;
    if (!baseline_.empty()) {
        values_ = sample.values;
        for (std::size_t i = 0; i < std::min(values_.size(), baseline_.size()); ++i) {
            values_[i] -= baseline_[i];
        }
        values = values_;
    }
    for (Watch& watch : watches_) {
        if (!watch.rule) {
            continue;
        }
        if (const auto holds = watch.rule->holds(values, watch.places)) {
            note(watch, *holds, sample.time);
        } else {
            watch.tally.breakRun();
        }
    }
}

void FeatureFinder::note(Watch& watch, bool holds, std::optional<microseconds> time) const {
    watch.tally.note(holds, time, {step_, layout_.wholeSeconds});
    if (time) {
        watch.tally.place(holds, *time - options_.origin, options_.bin);
    }
}

ExpressionFindings FeatureFinder::finish() {
    endFrame();
    findings_.layout = layout_;
    findings_.face = options_.face;
    for (Watch& watch : watches_) {
        watch.tally.judge({options_.shareOfFrames, options_.onEnd});
        FeatureFinding& finding = watch.tally.finding;
        if (finding.told && finding.usable == 0) {
            finding.told = false;
            finding.reason = Text::tr("No frame with a usable face has the values for it.");
        }
        findings_.features.push_back(std::move(finding));
    }
    watches_.clear();
    return std::move(findings_);
}

Result<ExpressionFindings> importExpressions(const QString& path,
                                             const interchange::ExpressionOptions& reading,
                                             const interchange::FeatureMapping& mapping,
                                             const QStringList& features,
                                             const ExpressionImportOptions& options,
                                             const ExpressionClip& clip, const JobContext& context) {
    interchange::ExpressionOptions file = reading;
    file.framesPerSecond = file.framesPerSecond > 0 ? file.framesPerSecond : clip.framesPerSecond;
    std::vector<interchange::ReadProblem> problems;
    ExpressionSurvey survey;
    const auto summary = interchange::readExpressions(
        path, file,
        [&survey](const ExpressionLayout& layout, const ExpressionSample& sample) {
            survey.add(layout, sample);
            return true;
        },
        [&problems](const interchange::ReadProblem& problem) { problems.push_back(problem); }, context);
    if (!summary) {
        return summary.error();
    }
    ExpressionImportOptions chosen = options;
    chosen.face = options.face.isEmpty() ? survey.mainFace() : options.face;
    if (!file.stimulus.isEmpty() &&
        !summary->stimuli.isEmpty()) { // iMotions' clock began with the recording.
        chosen.origin = survey.firstTime().value_or(options.origin);
    }
    const auto again = [&](const auto& take) {
        return interchange::readExpressions(
            path, file,
            [&take](const ExpressionLayout&, const ExpressionSample& sample) {
                take(sample);
                return true;
            },
            {}, context);
    };
    std::vector<float> medians;
    if (options.subtractMedian) {
        ExpressionBaseline baseline(summary->layout);
        const auto status = again([&](const ExpressionSample& sample) {
            if (FeatureFinder::isUsable(sample, chosen)) {
                baseline.add(sample.values);
            }
        });
        if (!status) {
            return status.error();
        }
        medians = baseline.medians();
    }
    FeatureFinder finder(summary->layout, mapping, features, chosen, survey.step(), std::move(medians));
    const auto status = again([&finder](const ExpressionSample& sample) { finder.add(sample); });
    if (!status) {
        return status.error();
    }
    ExpressionFindings findings = finder.finish();
    findings.faces = survey.faces();
    findings.alignment = survey.alignment(clip);
    findings.problems = std::move(problems);
    findings.stimuli = summary->stimuli;
    return findings;
}

} // namespace moderato::usecases
