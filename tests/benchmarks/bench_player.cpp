// How fast the player shows what is asked for, beside the program mpv on the same clips in the same run:
//   bench_player [--vo gpu|null] [--seeks N] CLIP…      (under xvfb-run where there is no display)
// For each clip: N random seeks (to the first picture, to the exact one), a step back right after each and
// five more after a rest of a second. MODERATO_EACH_SEEK=1 lists the seeks. Times run from the call to the
// picture on the screen; those of mpv from the command through its JSON interface to its event that the
// picture is shown.

#include "app/gui/PlayerDecoder.h"
#include "core/media/DecoderProcess.h"
#include "tests/benchmarks/MpvPeer.h"
#include "tests/benchmarks/WaitUntil.h"
#include "widgets/player/MpvView.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTest>

#include <algorithm>
#include <clocale>
#include <cmath>
#include <cstdio>
#include <random>

using namespace moderato;
using namespace moderato::widgets;

namespace {

constexpr int waitMs = 30'000;
constexpr QSize window(1280, 720);
constexpr int stepsAfterRest = 5;

/// By the nearest rank: the smallest that at least `share` of them do not exceed.
double percentile(std::vector<double> ms, double share) {
    std::sort(ms.begin(), ms.end());
    return ms.empty() ? -1 : ms[std::size_t(std::max(0.0, std::ceil(share * double(ms.size())) - 1))];
}

struct Figures {
    std::vector<double> first, exact, stepAtOnce, stepRested;
};

/// Our player's times on one clip.
class Ours {
public:
    Ours(MpvView& view, Figures& figures)
        : view_(view)
        , figures_(figures) {
        painted_ = QObject::connect(&view_, &MpvView::framePainted, &view_, [this] { onPaint(); });
    }
    ~Ours() { QObject::disconnect(painted_); }

    bool open(const QString& clip) {
        view_.open(clip, true, true);
        return bench::waitUntil([&] { return view_.isPictureShown() && view_.state().frame == 0; }, waitMs);
    }
    bool seek(qint64 frame) {
        if (!run(frame, [&] { view_.seekToFrame(frame); })) {
            return false;
        }
        figures_.first.push_back(first_);
        figures_.exact.push_back(exact_);
        return true;
    }
    bool stepBack(std::vector<double>& into) {
        const qint64 to = view_.state().frame - 1;
        if (to < 0 || !run(to, [&] { view_.stepFrame(-1); })) {
            return false;
        }
        into.push_back(exact_);
        return true;
    }

private:
    bool run(qint64 frame, const std::function<void()>& wish) {
        before_ = view_.state().frame;
        wanted_ = frame;
        first_ = exact_ = -1;
        since_.start();
        wish();
        return bench::waitUntil([&] { return exact_ >= 0; }, waitMs);
    }
    void onPaint() {
        const double ms = double(since_.nsecsElapsed()) / 1e6;
        const PlayerState& state = view_.state();
        if (first_ < 0 && state.frame != before_) {
            first_ = ms;
        }
        if (exact_ < 0 && state.exact && state.frame == wanted_) {
            exact_ = ms;
            first_ = first_ < 0 ? ms : first_;
        }
    }

    MpvView& view_;
    Figures& figures_;
    QMetaObject::Connection painted_;
    QElapsedTimer since_;
    qint64 before_ = -1, wanted_ = -1;
    double first_ = -1, exact_ = -1;
};

void report(const char* what, const std::vector<double>& ours, const std::vector<double>& theirs,
            double limit) {
    const double mine = percentile(ours, .95), peer = percentile(theirs, .95);
    std::printf(
        "  %-26s n %3zu  p50 %7.1f  p95 %7.1f ms   mpv n %3zu  p50 %7.1f  p95 %7.1f ms   %.2f x (at most "
        "%.2f)\n",
        what, ours.size(), percentile(ours, .5), mine, theirs.size(), percentile(theirs, .5), peer,
        mine / peer, limit);
    std::fflush(stdout);
}

void measure(MpvView& view, const QString& clip, const QString& output, int seeks) {
    std::printf("%s\n", qPrintable(QFileInfo(clip).fileName()));
    Figures ours, theirs;
    std::mt19937 random(1);
    std::vector<qint64> targets;
    std::vector<double> seconds;
    {
        Ours player(view, ours);
        if (!player.open(clip)) {
            std::printf("  could not be opened: %s\n", qPrintable(view.state().problem));
            return;
        }
        const auto times = view.frameTimes();
        for (int i = 0; i < seeks; ++i) {
            const qint64 target =
                10 + qint64(random() % std::max<unsigned>(1, unsigned(times->count() - 20)));
            targets.push_back(target);
            seconds.push_back(times->seconds(target));
            if (target == view.state().frame || !player.seek(target)) {
                continue;
            }
            player.stepBack(ours.stepAtOnce);
            QTest::qWait(1000);
            for (int step = 0; step < stepsAfterRest; ++step) {
                player.stepBack(ours.stepRested);
            }
        }
        view.close();
    }
    bench::MpvPeer mpv;
    if (!mpv.open(clip, output, window)) {
        std::printf("  mpv could not be measured\n");
        return;
    }
    for (const double at : seconds) {
        theirs.exact.push_back(mpv.seek(at));
        theirs.stepAtOnce.push_back(mpv.stepBack());
        for (int step = 0; step < stepsAfterRest; ++step) {
            theirs.stepRested.push_back(mpv.stepBack());
        }
    }
    if (qEnvironmentVariableIsSet("MODERATO_EACH_SEEK")) {
        for (size_t i = 0; i < std::min({targets.size(), ours.exact.size(), theirs.exact.size()}); ++i) {
            std::printf("    frame %6lld  first %6.1f  exact %6.1f  mpv %6.1f ms\n", targets[i],
                        ours.first[i], ours.exact[i], theirs.exact[i]);
        }
    }
    report("first picture", ours.first, theirs.exact, 0.5);
    report("exact picture", ours.exact, theirs.exact, 1.05);
    report("step back, at once", ours.stepAtOnce, theirs.stepAtOnce, 0.25);
    report("step back, after a second", ours.stepRested, theirs.stepRested, 0.25);
}

} // namespace

int main(int argc, char** argv) {
    qputenv("MODERATO_NO_SOUND", "1");
    QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    QStringList clips = QApplication::arguments().mid(1);
    QString output = QStringLiteral("gpu");
    int seeks = 20;
    while (clips.size() > 1 && clips.first().startsWith(QLatin1String("--"))) {
        const QString option = clips.takeFirst(), value = clips.takeFirst();
        if (option == QLatin1String("--vo")) {
            output = value;
        } else {
            seeks = std::max(1, value.toInt());
        }
    }
    if (clips.isEmpty()) {
        std::fprintf(stderr, "usage: bench_player [--vo gpu|null] [--seeks N] CLIP…\n");
        return 2;
    }
    media::DecoderProcess decoder{QStringLiteral(MODERATO_PROGRAM)};
    MpvView view;
    view.setServices(playerServices(decoder, QStringLiteral(MODERATO_PROGRAM)));
    view.resize(window);
    view.show();
    if (!QTest::qWaitForWindowExposed(&view)) {
        std::fprintf(stderr, "no window here\n");
        return 1;
    }
    for (const QString& clip : clips) {
        measure(view, clip, output, seeks);
    }
    return 0;
}
