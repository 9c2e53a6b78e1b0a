#include "app/gui/WalkthroughReader.h"

#include "app/gui/WaitFor.h"
#include "widgets/common/Theme.h"
#include "widgets/expressions/CameraLight.h"
#include "widgets/expressions/ConsentPane.h"
#include "widgets/expressions/ReaderContent.h"
#include "widgets/expressions/ReaderPane.h"
#include "widgets/expressions/ReaderWindow.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QDir>
#include <QKeyEvent>
#include <QPixmap>
#include <QPushButton>
#include <QShortcut>

#include <cstdio>
#include <utility>

namespace moderato {

using namespace widgets;
using Stage = ReaderRun::Stage;

namespace {

constexpr qint64 framesToSee = 12;

} // namespace

WalkthroughReader::WalkthroughReader(ReaderWindow& window, Theme& theme, QString folder)
    : window_(window)
    , theme_(theme)
    , folder_(std::move(folder)) {
    QDir().mkpath(folder_);
}

/// The step in both sizes and themes.
void WalkthroughReader::step(const QString& name, bool well) {
    ++number_;
    failed_ += well ? 0 : 1;
    for (const auto& [mode, word] :
         {std::pair(ThemeMode::Dark, "dark"), std::pair(ThemeMode::Light, "light")}) {
        theme_.setMode(mode);
        for (const QSize size : {QSize(1280, 720), QSize(1600, 1000)}) {
            window_.resize(size);
            waitFor([&] { return window_.size() == size; }, 5);
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
            const QString file = QStringLiteral("%1-%2-%3-%4.png")
                                     .arg(number_, 2, 10, QLatin1Char('0'))
                                     .arg(name, QLatin1String(word))
                                     .arg(size.width());
            if (!window_.grab().save(QDir(folder_).filePath(file))) {
                std::fprintf(stderr, "cannot write %s\n", qPrintable(file));
            }
        }
    }
    std::printf("%02d %-16s %s  %s\n", number_, qPrintable(name), well ? "ok    " : "FAILED",
                qPrintable(window_.run().sentence()));
    std::fflush(stdout);
}

void WalkthroughReader::press(const char* button) {
    for (QPushButton* found : window_.findChildren<QPushButton*>(QLatin1String(button))) {
        if (found->isVisible()) {
            found->click();
            return;
        }
    }
}

int WalkthroughReader::run() {
    ReaderRun& run = window_.run();
    if (!waitFor([&] { return run.stage() == Stage::Consent || run.stage() == Stage::Refused; }) ||
        run.stage() == Stage::Refused) {
        step(QStringLiteral("refused"), true);
        return 0;
    }
    step(QStringLiteral("consent"), !window_.light().isOn());
    window_.findChild<QCheckBox*>(QStringLiteral("consent"))->setChecked(true);
    press("startCamera");
    step(QStringLiteral("calm-page"),
         waitFor([&] { return run.stage() == Stage::Resting && run.watched().frames > 0; }) &&
             window_.light().isOn());
    for (int i = 0; i < int(run.tasks().size()); ++i) {
        const bool shown = waitFor([&] {
            return run.item() && run.item()->content.id == run.tasks()[std::size_t(i)].content &&
                   (!run.isMeasuring() || run.watched().frames >= framesToSee || !run.isCameraOn());
        });
        step(QStringLiteral("item-%1").arg(i + 1), shown && window_.light().isOn() == run.isCameraOn());
        if (i + 1 < int(run.tasks().size())) {
            press("next");
        }
    }
    window_.findChild<QPushButton*>(QStringLiteral("next"))->click();
    step(QStringLiteral("finished"),
         waitFor([&] { return run.stage() == Stage::Finished; }) && !window_.light().isOn());
    return failed_ == 0 ? 0 : 1;
}

} // namespace moderato
