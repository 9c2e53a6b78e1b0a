#include "app/gui/Walkthrough.h"

#include "app/gui/Application.h"
#include "app/gui/MainWindow.h"
#include "app/gui/WaitFor.h"
#include "widgets/common/Format.h"
#include "widgets/library/LibraryModel.h"
#include "widgets/library/LibraryPage.h"
#include "widgets/player/MpvView.h"
#include "widgets/player/PlayerPanel.h"
#include "widgets/review/ContentPane.h"
#include "widgets/review/EvidencePane.h"
#include "widgets/review/ReviewPage.h"
#include "widgets/review/TopicsPanel.h"
#include "widgets/topics/TopicBox.h"
#include "widgets/train/TrainPage.h"
#include "widgets/verify/VerifyPage.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QElapsedTimer>
#include <QKeySequence>
#include <QLabel>
#include <QPixmap>
#include <QWindow>

#include <cstdio>

/// Qt's own way to feed a key as if the window system had sent it, shortcuts included (what QTest uses).
Q_GUI_EXPORT void qt_handleKeyEvent(QWindow* window, QEvent::Type type, int key,
                                    Qt::KeyboardModifiers modifiers, const QString& text, bool autoRepeat,
                                    ushort count);

namespace moderato {

using namespace widgets;

namespace {

constexpr int decisionsBeforeTraining = 16;
constexpr int trainingSeconds = 900;

qint64 decided(Application& program) {
    const auto counts = program.workspace().queue().counts();
    return counts ? counts->decided : -1;
}

} // namespace

Walkthrough::Walkthrough(Application& program, const QString& folder)
    : program_(program)
    , folder_(folder) {
    QDir().mkpath(folder_);
}

bool Walkthrough::expect(bool condition, const QString& otherwise) {
    if (!condition && said_.isEmpty()) {
        said_ = otherwise;
    }
    return condition;
}

void Walkthrough::step(const QString& name, const std::function<bool()>& work) {
    said_.clear();
    QElapsedTimer since;
    since.start();
    const bool well = work();
    shoot(name);
    failed_ += well ? 0 : 1;
    std::printf("%02d %-16s %s %6lld ms  %s\n", number_, qPrintable(name), well ? "ok    " : "FAILED",
                static_cast<long long>(since.elapsed()), qPrintable(said_));
    std::fflush(stdout);
}

void Walkthrough::press(const char* keys, QWidget* widget) {
    QWidget* target = widget ? widget->window() : &program_.window();
    const QKeySequence sequence(QString::fromLatin1(keys));
    for (int i = 0; i < sequence.count(); ++i) {
        const QKeyCombination chord = sequence[uint(i)];
        const bool plain = !(chord.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier)) &&
                           chord.key() < Qt::Key_Escape;
        const QString text = plain ? QString(QChar(chord.key())).toLower() : QString();
        qt_handleKeyEvent(target->windowHandle(), QEvent::KeyPress, chord.key(), chord.keyboardModifiers(),
                          text, false, 1);
        qt_handleKeyEvent(target->windowHandle(), QEvent::KeyRelease, chord.key(), chord.keyboardModifiers(),
                          text, false, 1);
    }
}

void Walkthrough::sendKey(Qt::Key key, bool down) {
    qt_handleKeyEvent(program_.window().windowHandle(), down ? QEvent::KeyPress : QEvent::KeyRelease, key,
                      Qt::NoModifier, QString(QChar(key)).toLower(), false, 1);
}

ReviewPage& Walkthrough::reviewPage() {
    return *qobject_cast<ReviewPage*>(program_.window().page(QStringLiteral("review")));
}

bool Walkthrough::act(const char* id) {
    const QString name = QLatin1String(id);
    program_.actions().refresh();
    const QAction* action = program_.actions().find(name);
    if (!expect(action != nullptr, QStringLiteral("there is no action %1").arg(name)) ||
        !expect(action->isEnabled(), QStringLiteral("%1 is not possible now").arg(name))) {
        return false;
    }
    // By its key where it has one, so that the walk is a person's.
    const auto keys = program_.actions().keys(name);
    if (keys.isEmpty()) {
        return program_.actions().trigger(name);
    }
    press(keys.first().toString(QKeySequence::PortableText).toLatin1().constData());
    return true;
}

void Walkthrough::shoot(const QString& name) {
    ++number_;
    // What was asked for is painted before the picture is taken.
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    const QString file =
        QDir(folder_).filePath(QStringLiteral("%1-%2.png").arg(number_, 2, 10, QLatin1Char('0')).arg(name));
    if (!program_.window().grab().save(file)) {
        std::fprintf(stderr, "cannot write %s\n", qPrintable(file));
        ++failed_;
    }
}

bool Walkthrough::waitForItem() {
    auto* page = qobject_cast<ReviewPage*>(program_.window().page(QStringLiteral("review")));
    return expect(waitFor([page] { return page->item() && !page->isBusy(); }),
                  QStringLiteral("no item was shown"));
}

int Walkthrough::run() {
    MainWindow& window = program_.window();
    window.resize(1600, 1000);
    window.activateWindow();
    program_.theme().setMode(ThemeMode::Light);
    step(QStringLiteral("open"), [&] {
        window.showPage(QStringLiteral("review"));
        return expect(waitFor([&] { return window.isActiveWindow(); }),
                      QStringLiteral("the window did not become active")) &&
               waitForItem();
    });
    review();
    media();
    annotate();
    trainAndPromote();
    library();
    pagesIn(QStringLiteral("light"), 1600, 1000);
    pagesIn(QStringLiteral("dark"), 1600, 1000);
    pagesIn(QStringLiteral("light"), 1280, 720);
    pagesIn(QStringLiteral("dark"), 1280, 720);
    std::printf("%d steps, %d failed; pictures in %s\n", number_, failed_, qPrintable(folder_));
    window.close();
    return failed_ == 0 ? 0 : 1;
}

int Walkthrough::shootPages() {
    program_.window().activateWindow();
    if (const auto id = video()) {
        step(QStringLiteral("video"), [&] { return showVideo(*id); });
    }
    for (const char* theme : {"light", "dark"}) {
        pagesIn(QLatin1String(theme), 1600, 1000);
        annotatePages(QLatin1String(theme), 1600, 1000);
        expressionPages(QLatin1String(theme), 1600);
        qualityPages(QLatin1String(theme), 1600);
        pagesIn(QLatin1String(theme), 1280, 720);
        annotatePages(QLatin1String(theme), 1280, 720);
        expressionPages(QLatin1String(theme), 1280);
        qualityPages(QLatin1String(theme), 1280);
    }
    program_.window().close();
    return failed_ == 0 ? 0 : 1;
}

void Walkthrough::review() {
    auto* page = qobject_cast<ReviewPage*>(program_.window().page(QStringLiteral("review")));
    const auto decides = [this](const char* id, const char* then, qint64 by) {
        const qint64 before = decided(program_);
        if (!waitForItem() || !act(id)) {
            return false;
        }
        if (*then) {
            press(then);
        }
        return expect(waitFor([&] { return decided(program_) == before + by; }),
                      QStringLiteral("%1 did not reach the library").arg(QLatin1String(id))) &&
               waitForItem();
    };
    step(QStringLiteral("confirm"), [&] { return decides("review.confirm", "", 1); });
    step(QStringLiteral("correct"), [&] { return decides("review.correct", "2", 1); });
    step(QStringLiteral("topics"), [&] {
        if (!waitForItem() || !act("review.topics")) {
            return false;
        }
        TopicBox& box = page->evidence().topics().box();
        const auto had = box.topics().size();
        const bool open = waitFor([&] { return box.isListOpen(); });
        press("Down");
        press("Return");
        return expect(open, QStringLiteral("the list of topics did not open")) &&
               expect(waitFor([&] { return box.topics().size() != had; }),
                      QStringLiteral("no topic was taken"));
    });
    step(QStringLiteral("confirm-topics"), [&] {
        press("Esc");
        press("Esc");
        program_.window().setFocus();
        return decides("review.confirm", "", 1);
    });
    step(QStringLiteral("disallow"), [&] { return decides("review.disallow", "1", 1); });
    step(QStringLiteral("undo"), [&] { return decides("review.undo", "", -1); });
    step(QStringLiteral("skip"), [&] {
        const auto skipped = [this] {
            const auto counts = program_.workspace().queue().counts();
            return counts ? counts->skipped : -1;
        };
        const qint64 before = skipped();
        return waitForItem() && act("review.skip") &&
               expect(waitFor([&] { return skipped() == before + 1; }),
                      QStringLiteral("the item was not skipped"));
    });
    step(QStringLiteral("video"), [&] {
        usecases::LibraryFilter videos;
        videos.kind = domain::ContentKind::Video;
        videos.decided = false;
        const auto found =
            program_.workspace().list().page(videos, usecases::LibrarySort::Oldest, std::nullopt, 1);
        if (!found || found->rows.empty()) {
            said_ = QStringLiteral("no video in this library");
            return true;
        }
        const auto id = found->rows.front().content;
        page->showItem(id);
        const MpvView& view = page->content().player().view();
        return expect(waitFor([&] {
                          return page->item() && page->item()->content.id == id && !page->isBusy() &&
                                 view.isPictureShown();
                      }),
                      QStringLiteral("the video was not shown"));
    });
    step(QStringLiteral("many"), [&] {
        for (int i = 0; i < decisionsBeforeTraining; ++i) {
            if (!decides("review.confirm", "", 1)) {
                return false;
            }
        }
        said_ = QStringLiteral("%1 more confirmed").arg(decisionsBeforeTraining);
        return true;
    });
}

void Walkthrough::trainAndPromote() {
    auto* page = qobject_cast<TrainPage*>(program_.window().page(QStringLiteral("train")));
    Training& training = page->training();
    QString problem;
    const auto failure = QObject::connect(&training, &Training::failed, page,
                                          [&problem](const Error& error) { problem = error.message; });
    const auto idle = [&] { return training.step() == Training::Step::Idle; };
    const auto canTrain = [&] {
        return expect(waitFor([&] {
                          program_.actions().refresh();
                          return program_.actions().find(QStringLiteral("train.start"))->isEnabled();
                      }),
                      QStringLiteral("there is nothing to train on"));
    };
    step(QStringLiteral("train-page"), [&] { return act("go.train") && canTrain(); });
    step(QStringLiteral("train-videos"), [&] { return act("train.tags"); });
    step(QStringLiteral("trained"), [&] {
        const bool done = act("train.category") && canTrain() && act("train.start") &&
                          waitFor([&] { return training.comparison().has_value() || !problem.isEmpty(); },
                                  trainingSeconds) &&
                          waitFor(idle);
        said_ = problem.isEmpty() ? training.candidate() : problem;
        return done && problem.isEmpty();
    });
    step(QStringLiteral("promoted"), [&] {
        const QString version = training.candidate();
        const auto enabled = [this] {
            program_.actions().refresh();
            return program_.actions().find(QStringLiteral("train.promote"))->isEnabled();
        };
        const auto inService = [&] {
            const auto now = program_.workspace().models().inService(domain::ModelTask::Category);
            return now && now->has_value() && (*now)->name == version;
        };
        return expect(waitFor(enabled), QStringLiteral("the new version cannot be promoted")) &&
               act("train.promote") &&
               expect(waitFor([&] { return (inService() && idle()) || !problem.isEmpty(); }, trainingSeconds),
                      QStringLiteral("the new version is not in service")) &&
               expect(problem.isEmpty(), problem);
    });
    QObject::disconnect(failure);
}

void Walkthrough::library() {
    MainWindow& window = program_.window();
    LibraryModel& model = qobject_cast<LibraryPage*>(window.page(QStringLiteral("library")))->model();
    step(QStringLiteral("library"), [&] {
        return act("go.library") &&
               expect(waitFor([&] { return model.rowCount() > 0; }), QStringLiteral("the library is empty"));
    });
    step(QStringLiteral("search"), [&] {
        // A word that is there: the first of the first title.
        const QString title = model.rowCount() > 0 ? model.row(0).title : QString();
        const QString word = title.section(QLatin1Char(' '), 0, 0).left(12);
        if (!act("window.search")) {
            return false;
        }
        bool answered = false;
        const auto found =
            QObject::connect(&model, &LibraryModel::found, &window, [&answered] { answered = true; });
        for (const QChar c : word) {
            qt_handleKeyEvent(window.windowHandle(), QEvent::KeyPress, c.toUpper().unicode(), Qt::NoModifier,
                              QString(c), false, 1);
            qt_handleKeyEvent(window.windowHandle(), QEvent::KeyRelease, c.toUpper().unicode(),
                              Qt::NoModifier, QString(c), false, 1);
        }
        const bool well = expect(waitFor([&] { return answered && model.filter().text == word; }),
                                 QStringLiteral("the search gave no answer")) &&
                          expect(model.rowCount() > 0, QStringLiteral("“%1” was not found").arg(word));
        QObject::disconnect(found);
        said_ = well ? QStringLiteral("“%1”: %2 items").arg(word).arg(model.rowCount()) : said_;
        return well;
    });
    step(QStringLiteral("open-found"), [&] {
        press("Down");
        return act("library.open") &&
               expect(waitFor([&] { return window.currentPage()->id() == QLatin1String("review"); }),
                      QStringLiteral("the item did not open")) &&
               waitForItem();
    });
    step(QStringLiteral("palette"), [&] {
        auto* palette = window.findChild<QWidget*>(QStringLiteral("commandPalette"));
        return act("window.palette") && expect(waitFor([&] { return palette->isVisible(); }),
                                               QStringLiteral("the palette did not open"));
    });
    press("Esc");
    step(QStringLiteral("keys"), [&] {
        window.setFocus();
        if (!act("window.keys")) {
            return false;
        }
        QDialog* sheet = nullptr;
        const bool open = waitFor(
            [&] { return (sheet = window.findChild<QDialog*>(QStringLiteral("shortcutSheet"))) != nullptr; });
        if (open) {
            sheet->grab().save(QDir(folder_).filePath(QStringLiteral("keys-sheet.png")));
            sheet->close();
        }
        return expect(open, QStringLiteral("the keys were not shown"));
    });
    window.activateWindow();
    waitFor([&] { return window.isActiveWindow(); });
}

void Walkthrough::pagesIn(const QString& theme, int width, int height) {
    MainWindow& window = program_.window();
    window.resize(width, height);
    step(QStringLiteral("theme-%1-%2").arg(theme).arg(width), [&] {
        program_.actions().trigger(theme == QLatin1String("dark") ? QStringLiteral("view.themeDark")
                                                                  : QStringLiteral("view.themeLight"));
        window.showPage(QStringLiteral("review"));
        return expect(waitFor([&] { return window.width() == width; }),
                      QStringLiteral("the window did not change its size")) &&
               expect(program_.theme().isDark() == (theme == QLatin1String("dark")),
                      QStringLiteral("the theme did not change"));
    });
    for (const QString& id : window.pageIds()) {
        step(QStringLiteral("%1-%2-%3").arg(id, theme).arg(width), [&] {
            window.showPage(id);
            const auto* verify = qobject_cast<const VerifyPage*>(window.page(id));
            return expect(
                waitFor([&] { return window.currentPage()->id() == id && (!verify || verify->hasRead()); }),
                QStringLiteral("the page did not open"));
        });
    }
}

} // namespace moderato
