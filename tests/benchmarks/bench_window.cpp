// How fast the real window is on a library, measured from the key to the picture:
//   bench_window LIBRARY [DECISIONS] [WORD…]     (under xvfb-run where there is no display)
//   bench_window LIBRARY next COUNT              from the key N to the next item's picture, a second on each
// Opens the library, decides DECISIONS items by keys (mostly C; now and then X 2, D 1, S) and types each WORD
// into the search field. Prints a line a figure; 0 decisions left means that every item of the queue was
// reviewed.

#include "app/Workspace.h"
#include "app/gui/Application.h"
#include "app/gui/MainWindow.h"
#include "tests/benchmarks/WaitUntil.h"
#include "widgets/common/Actions.h"
#include "widgets/library/LibraryModel.h"
#include "widgets/library/LibraryPage.h"
#include "widgets/review/ReviewPage.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <clocale>
#include <cstdio>
#include <map>

using namespace moderato;
using namespace moderato::widgets;

namespace {

void print(const char* what, std::vector<double> ms) {
    if (ms.empty()) {
        std::printf("%-28s nothing measured\n", what);
        return;
    }
    std::sort(ms.begin(), ms.end());
    const auto at = [&](double share) {
        return ms[std::min(ms.size() - 1, std::size_t(share * double(ms.size())))];
    };
    std::printf("%-28s n %5zu  p50 %8.2f ms  p95 %8.2f ms  p99 %8.2f ms  max %8.2f ms\n", what, ms.size(),
                at(.5), at(.95), at(.99), ms.back());
    std::fflush(stdout);
}

class Bench {
public:
    explicit Bench(Application& program)
        : program_(program)
        , page_(qobject_cast<ReviewPage*>(program.window().page(QStringLiteral("review")))) {
        QObject::connect(page_, &ReviewPage::itemShown, page_,
                         [this](domain::ContentId, qint64 microseconds) {
                             shown_ = double(microseconds) / 1000;
                             ++painted_;
                         });
    }

    bool waitForItem() {
        return QTest::qWaitFor([this] { return page_->item() && !page_->isBusy(); }, 60'000);
    }

    /// From the key to the next item's picture, the commit with synchronous=FULL in between.
    void decide(int count) {
        std::vector<double> latency;
        std::map<QString, int> kinds;
        for (int i = 0; i < count && page_->item(); ++i) {
            const auto before = page_->item()->content.id;
            const int seen = painted_;
            if (i % 10 == 3) {
                press(Qt::Key_X);
                press(Qt::Key_2);
                ++kinds[QStringLiteral("correct")];
            } else if (i % 25 == 7) {
                press(Qt::Key_D);
                press(Qt::Key_1);
                ++kinds[QStringLiteral("disallow")];
            } else if (i % 25 == 11) {
                press(Qt::Key_S);
                ++kinds[QStringLiteral("skip")];
            } else {
                press(Qt::Key_C);
                ++kinds[QStringLiteral("confirm")];
            }
            const bool moved = QTest::qWaitFor(
                [&] { return !page_->isBusy() && (!page_->item() || page_->item()->content.id != before); },
                20'000);
            if (!moved) {
                std::printf("stopped: the window did not go on after decision %d\n", i + 1);
                break;
            }
            if (page_->item() && bench::waitUntil([&] { return painted_ > seen; }, 5000)) {
                latency.push_back(shown_);
            }
        }
        print("decision to next item shown", latency);
        for (const auto& [kind, n] : kinds) {
            std::printf("  %s %d", qPrintable(kind), n);
        }
        const auto counts = program_.workspace().queue().counts();
        if (counts) {
            std::printf("\n  decided %lld, skipped %lld, left %lld\n", counts->decided, counts->skipped,
                        counts->open);
        }
    }

    /// From one item to the next without a decision, after a look at each.
    void next(int count) {
        std::vector<double> latency;
        for (int i = 0; i < count && page_->item(); ++i) {
            QTest::qWait(1000);
            const int seen = painted_;
            QElapsedTimer since;
            since.start();
            press(Qt::Key_N);
            if (!bench::waitUntil([&] { return painted_ > seen; }, 5000)) {
                break;
            }
            latency.push_back(double(since.nsecsElapsed()) / 1e6);
        }
        print("key N to next item shown", latency);
    }

    void search(const QStringList& words) {
        LibraryModel& model =
            qobject_cast<LibraryPage*>(program_.window().page(QStringLiteral("library")))->model();
        program_.actions().trigger(QStringLiteral("go.library"));
        std::vector<double> latency;
        for (const QString& word : words) {
            program_.actions().trigger(QStringLiteral("window.search"));
            QWidget* field = QApplication::focusWidget();
            QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
            QTest::keyClick(field, Qt::Key_Delete);
            if (!QTest::qWaitFor([&] { return model.filter().text.isEmpty(); }, 5000)) {
                std::fprintf(stderr, "the field could not be emptied\n");
                return;
            }
            QString typed;
            for (const QChar c : word) {
                typed += c;
                QElapsedTimer since;
                since.start();
                bool answered = false;
                const auto found = QObject::connect(&model, &LibraryModel::found, &model,
                                                    [&] { answered = model.filter().text == typed; });
                QTest::sendKeyEvent(QTest::Click, field, Qt::Key(c.toUpper().unicode()), QString(c),
                                    Qt::NoModifier);
                if (QTest::qWaitFor([&] { return answered; }, 10'000)) {
                    latency.push_back(double(since.nsecsElapsed()) / 1e6);
                }
                QObject::disconnect(found);
            }
            std::printf("  “%s”: %d rows read\n", qPrintable(word), model.rowCount());
        }
        print("search, key to rows", latency);
    }

private:
    static void press(Qt::Key key) {
        QWidget* focused = QApplication::focusWidget();
        QTest::keyClick(focused ? focused : QApplication::activeWindow(), key);
    }

    Application& program_;
    ReviewPage* page_;
    double shown_ = 0;
    int painted_ = 0;
};

} // namespace

int main(int argc, char** argv) {
    QElapsedTimer start;
    start.start();
    QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    QCoreApplication::setOrganizationName(QStringLiteral("Moderato"));
    QCoreApplication::setApplicationName(QStringLiteral("bench"));
    QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    if (argc < 2) {
        std::fprintf(stderr, "usage: bench_window LIBRARY [DECISIONS] [WORD…]\n");
        return 2;
    }
    auto workspace = Workspace::open(QString::fromLocal8Bit(argv[1]));
    if (!workspace) {
        std::fprintf(stderr, "%s\n", qPrintable(workspace.error().message));
        return 1;
    }
    if (const auto counts = (*workspace)->queue().counts()) {
        std::printf("open items in the queue: %lld\n", counts->open);
    }
    Application program(application, std::move(*workspace));
    Bench bench(program);
    program.start();
    program.window().resize(1600, 1000);
    program.window().show();
    program.window().activateWindow();
    program.window().showPage(QStringLiteral("review"));
    if (!bench.waitForItem()) {
        std::fprintf(stderr, "no item was shown\n");
        return 1;
    }
    std::printf("%-28s %8.0f ms\n", "start to first item", double(start.nsecsElapsed()) / 1e6);
    if (argc > 3 && QByteArray(argv[2]) == "next") {
        bench.next(std::atoi(argv[3]));
        program.window().close();
        return 0;
    }
    bench.decide(argc > 2 ? std::atoi(argv[2]) : 200);
    QStringList words;
    for (int i = 3; i < argc; ++i) {
        words << QString::fromLocal8Bit(argv[i]);
    }
    if (!words.isEmpty()) {
        bench.search(words);
    }
    program.window().close();
    return 0;
}
