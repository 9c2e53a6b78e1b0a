#include "core/usecases/ExpressionAlignment.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace moderato::usecases {

using namespace std::chrono_literals;
using Verdict = ExpressionAlignment::Verdict;
using std::chrono::microseconds;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ExpressionAlignment)
};

constexpr std::size_t stepsKept = 4096;
constexpr qsizetype mostFaces = 1000;
constexpr double microsecondsPerSecond = 1e6;

// How far a file may be from its clip.
constexpr microseconds slackThatFits = 500ms, slackThatIsDoubtful = 2s, wholeSecond = 1s;
constexpr double shareThatFits = 0.02, shareThatIsDoubtful = 0.1;
constexpr double droppedThatIsDoubtful = 0.05, facelessThatIsDoubtful = 0.5;
constexpr qint64 framesOfSlack = 2;

double secondsOf(microseconds time) {
    return double(time.count()) / microsecondsPerSecond;
}

QString figure(double seconds) {
    return QString::number(seconds, 'f', 1);
}

qint64 medianOf(std::vector<qint64> values) {
    if (values.empty()) {
        return 0;
    }
    const auto middle = values.begin() + std::ptrdiff_t((values.size() - 1) / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

void note(ExpressionAlignment& alignment, Verdict verdict, const QString& sentence) {
    const bool graver = verdict > alignment.verdict;
    alignment.verdict = std::max(alignment.verdict, verdict);
    alignment.sentences.insert(graver ? 0 : alignment.sentences.size(), sentence);
}

bool countsFramesOfClip(interchange::ExpressionFormat format) {
    return format != interchange::ExpressionFormat::Affdex && format != interchange::ExpressionFormat::Facet;
}

} // namespace

double ExpressionAlignment::shareDropped() const {
    return droppedFrames > 0 ? double(droppedFrames) / double(frames + droppedFrames) : 0;
}

bool FrameSteps::isNew(const interchange::ExpressionSample& sample) {
    const bool same = any_ && (sample.frame ? frame_ == sample.frame : sample.time && time_ == sample.time);
    any_ = true;
    frame_ = sample.frame;
    time_ = sample.time;
    return !same;
}

void ExpressionSurvey::add(const interchange::ExpressionLayout& layout,
                           const interchange::ExpressionSample& sample) {
    if (frames_ == 0) {
        layout_ = layout;
    }
    if (steps_.isNew(sample)) {
        addFrame(sample);
    }
    if (!sample.faceFound) {
        return;
    }
    const bool several = faceInFrame_ && sample.face.isEmpty();
    framesOfSeveral_ += several && !severalInFrame_ ? 1 : 0;
    framesWithFace_ += faceInFrame_ ? 0 : 1;
    severalInFrame_ = severalInFrame_ || several;
    faceInFrame_ = true;
    if (faces_.size() < mostFaces || faces_.contains(sample.face)) {
        ++faces_[sample.face];
    }
}

void ExpressionSurvey::addFrame(const interchange::ExpressionSample& sample) {
    ++frames_;
    faceInFrame_ = severalInFrame_ = false;
    bool back = false;
    if (sample.time) {
        if (lastTime_) {
            const microseconds step = *sample.time - *lastTime_;
            back = step < 0us;
            longestGap_ = std::max(longestGap_, step);
            if (step > 0us && timeSteps_.size() < stepsKept) {
                timeSteps_.push_back(step.count());
            }
        }
        firstTime_ = firstTime_ ? std::min(*firstTime_, *sample.time) : *sample.time;
        latestTime_ = latestTime_ ? std::max(*latestTime_, *sample.time) : *sample.time;
        lastTime_ = sample.time;
    }
    if (sample.frame) {
        if (lastFrame_) {
            const qint64 step = *sample.frame - *lastFrame_;
            back = back || step < 0;
            if (step > 0 && frameSteps_.size() < stepsKept) {
                frameSteps_.push_back(step);
            }
        }
        firstFrame_ = firstFrame_ ? std::min(*firstFrame_, *sample.frame) : *sample.frame;
        latestFrame_ = latestFrame_ ? std::max(*latestFrame_, *sample.frame) : *sample.frame;
        lastFrame_ = sample.frame;
    }
    stepsBack_ += back ? 1 : 0;
}

QString ExpressionSurvey::mainFace() const {
    QString face;
    qint64 most = 0;
    for (auto entry = faces_.cbegin(); entry != faces_.cend(); ++entry) {
        if (*entry > most || (*entry == most && entry.key() < face)) {
            most = *entry;
            face = entry.key();
        }
    }
    return face;
}

QStringList ExpressionSurvey::faces() const {
    QStringList names = faces_.keys();
    names.sort();
    return names;
}

microseconds ExpressionSurvey::step() const {
    if (layout_.wholeSeconds && firstTime_ && frames_ > 1) { // Many frames share a second.
        return microseconds((*latestTime_ - *firstTime_ + wholeSecond).count() / frames_);
    }
    return microseconds(medianOf(timeSteps_));
}

qint64 ExpressionSurvey::stride() const {
    return std::max<qint64>(medianOf(frameSteps_), 1);
}

qint64 ExpressionSurvey::framesSpanned() const {
    return firstFrame_ ? *latestFrame_ - *firstFrame_ + 1 : 0;
}

qint64 ExpressionSurvey::dropped() const {
    qint64 expected = 0;
    if (firstFrame_) {
        expected = (*latestFrame_ - *firstFrame_) / stride() + 1;
    } else if (firstTime_ && step() > 0us) {
        expected = std::llround(double((*latestTime_ - *firstTime_).count()) / double(step().count())) + 1;
    }
    return std::max<qint64>(expected - frames_, 0);
}

ExpressionAlignment ExpressionSurvey::alignment(const ExpressionClip& clip) const {
    ExpressionAlignment result;
    result.clip = clip;
    result.frames = frames_;
    result.stepsBack = stepsBack_;
    result.framesOfSeveral = framesOfSeveral_;
    result.longestGap = longestGap_;
    result.droppedFrames = dropped();
    if (step() > 0us) {
        result.framesPerSecond = microsecondsPerSecond / double(step().count());
        result.duration = *latestTime_ - *firstTime_ + step();
    }
    judge(result);
    return result;
}

bool ExpressionSurvey::framesAgree(const ExpressionClip& clip) const {
    const auto slack = std::max(double(framesOfSlack), shareThatFits * double(clip.frames));
    return clip.frames > 0 && firstFrame_ && std::abs(double(framesSpanned() - clip.frames)) <= slack;
}

void ExpressionSurvey::judge(ExpressionAlignment& result) const {
    judgeDuration(result);
    judgeFrames(result);
    if (result.shareDropped() > droppedThatIsDoubtful) {
        note(result, Verdict::Doubtful,
             Text::tr("%1 frames are missing between the first and the last one. What the face showed "
                      "there is not known.")
                 .arg(result.droppedFrames));
    }
    if (double(frames_ - framesWithFace_) > facelessThatIsDoubtful * double(frames_)) {
        note(result, Verdict::Doubtful,
             Text::tr("No face was found in %1 of %2 frames.").arg(frames_ - framesWithFace_).arg(frames_));
    }
    if (stepsBack_ > 0) {
        note(result, Verdict::Doubtful,
             Text::tr("The frames are not in order: time goes back at %1 places. The file may hold "
                      "several recordings.")
                 .arg(stepsBack_));
    }
    if (framesOfSeveral_ > 0) {
        note(result, Verdict::Doubtful,
             Text::tr("%1 frames show several faces that the file does not tell apart; the first one of "
                      "each was taken.")
                 .arg(framesOfSeveral_));
    }
    if (result.sentences.isEmpty()) {
        note(result, Verdict::Fits, Text::tr("The file agrees with the clip."));
    }
}

void ExpressionSurvey::judgeDuration(ExpressionAlignment& result) const {
    const bool canCompare = result.duration > 0us && result.clip.duration > 0us;
    const bool byFrames = result.clip.frames > 0 && firstFrame_ && countsFramesOfClip(layout_.format);
    if (!canCompare) {
        if (!byFrames) {
            note(result, Verdict::Doubtful,
                 Text::tr("Whether the file belongs to this clip cannot be checked: neither durations nor "
                          "frames can be compared."));
        }
        return;
    }
    const double clip = secondsOf(result.clip.duration), file = secondsOf(result.duration);
    const double rounding = layout_.wholeSeconds ? secondsOf(wholeSecond) : 0;
    const double difference = std::abs(file - clip) - rounding;
    if (difference <= std::max(secondsOf(slackThatFits), shareThatFits * clip)) {
        return;
    }
    if (byFrames && framesAgree(result.clip)) {
        result.timesFromFramesFit = true;
        note(result, Verdict::Doubtful,
             Text::tr("The frames agree with the clip, the times do not: the file lasts %1 s, the clip %2 s. "
                      "The program took another frame rate for granted. Take the times from the frames.")
                 .arg(figure(file), figure(clip)));
        return;
    }
    const bool doubtful = difference <= std::max(secondsOf(slackThatIsDoubtful), shareThatIsDoubtful * clip);
    note(result, doubtful ? Verdict::Doubtful : Verdict::DoesNotFit,
         Text::tr("The file lasts %1 s, the clip %2 s. Check that the file was made from this clip.")
             .arg(figure(file), figure(clip)));
}

void ExpressionSurvey::judgeFrames(ExpressionAlignment& result) const {
    const bool byFrames = result.clip.frames > 0 && firstFrame_ && countsFramesOfClip(layout_.format);
    if (!byFrames || framesAgree(result.clip)) {
        return;
    }
    const double slack = std::max(double(framesOfSlack), shareThatIsDoubtful * double(result.clip.frames));
    const qint64 lastOfClip = layout_.firstFrame + result.clip.frames - 1;
    const double beyond = double(*latestFrame_ - lastOfClip);
    const bool durationsCompared = result.duration > 0us && result.clip.duration > 0us;
    const double missing = durationsCompared ? 0 : double(result.clip.frames - framesSpanned());
    if (beyond <= 0 && missing <= 0) {
        return;
    }
    const bool doubtful = beyond <= slack && missing <= slack;
    note(result, doubtful ? Verdict::Doubtful : Verdict::DoesNotFit,
         Text::tr("The file counts frames %1 to %2, the clip has %3. Check that the file was made from this "
                  "clip.")
             .arg(*firstFrame_)
             .arg(*latestFrame_)
             .arg(result.clip.frames));
}

} // namespace moderato::usecases
