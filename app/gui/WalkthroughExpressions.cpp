// The walkthrough's pictures of what readers' faces say: the panel on the review page, the editor of sets.
#include "app/gui/Application.h"
#include "app/gui/MainWindow.h"
#include "app/gui/WaitFor.h"
#include "app/gui/Walkthrough.h"
#include "widgets/expressions/ExpressionSetEditor.h"
#include "widgets/expressions/FaceFileWindow.h"
#include "widgets/review/EvidencePane.h"
#include "widgets/review/ExpressionsPanel.h"
#include "widgets/review/ReviewPage.h"
#include "widgets/settings/SettingsPage.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>

namespace moderato {

using namespace widgets;

/// An item with a curve along its time, else one with a flag, else one with readers; nothing: none has any.
std::optional<domain::ContentId> Walkthrough::itemWithReaders() {
    const auto judged = program_.workspace().expressions().judged();
    if (!judged || judged->empty()) {
        return {};
    }
    const auto rank = [](const usecases::MatchExpressions::Judged& one) {
        return 2 * int(!one.expressions.curves.empty()) +
               int(one.expressions.byDocument == domain::ExpressionFinding::DoesNotBelong);
    };
    return std::max_element(judged->begin(), judged->end(),
                            [&](const auto& a, const auto& b) { return rank(a) < rank(b); })
        ->content;
}

/// The window before a face file is taken, for four seconds of a smile as OpenFace writes it; nothing is
/// taken.
bool Walkthrough::showFaceFile(domain::ContentId id, const QString& name) {
    const QString path = QDir(folder_).filePath(QStringLiteral("face.csv"));
    QFile csv(path);
    if (!expect(csv.open(QIODevice::WriteOnly), csv.errorString())) {
        return false;
    }
    csv.write(
        "frame, face_id, timestamp, confidence, success, AU01_r, AU04_r, AU06_r, AU12_r, AU15_r, AU25_r\n");
    for (int frame = 0; frame < 100; ++frame) {
        csv.write(QStringLiteral("%1, 0, %2, 0.98, 1, 0.20, 0.10, %3, 0.00, 0.40\n")
                      .arg(frame + 1)
                      .arg(frame * 0.04, 0, 'f', 3)
                      .arg(frame < 50 ? QStringLiteral("0.10, 0.20") : QStringLiteral("1.80, 2.60"))
                      .toLatin1());
    }
    csv.close();
    Q_EMIT reviewPage().faceFileWanted(id, reviewPage().item()->content.title, path);
    auto* shown = program_.window().findChild<FaceFileWindow*>();
    if (!expect(shown && waitFor([shown] { return !shown->isReading(); }),
                QStringLiteral("the face file was not read"))) {
        return false;
    }
    QCoreApplication::processEvents();
    const bool saved = shown->grab().save(QDir(folder_).filePath(name + QStringLiteral(".png")));
    shown->close();
    return expect(saved, QStringLiteral("the picture was not written"));
}

void Walkthrough::expressionPages(const QString& theme, int width) {
    const auto named = [&](const char* what) {
        return QStringLiteral("%1-%2-%3").arg(QLatin1String(what), theme).arg(width);
    };
    if (const auto id = itemWithReaders()) {
        step(named("expressions"), [&] {
            if (!showItem(*id)) {
                return false;
            }
            EvidencePane& evidence = reviewPage().evidence();
            evidence.reveal(evidence.expressions());
            return width < 1600 || showFaceFile(*id, named("face-file"));
        });
    }
    step(named("sets"), [&] {
        program_.window().showPage(QStringLiteral("settings"));
        const auto* settings =
            qobject_cast<SettingsPage*>(program_.window().page(QStringLiteral("settings")));
        ExpressionSetEditor* sets = settings->expressionSets();
        program_.actions().trigger(QStringLiteral("settings.expressionSets"));
        const bool shown = waitFor([&] { return sets->isVisible() && sets->isRead(); });
        sets->choose(QStringLiteral("fun"));
        return expect(shown, QStringLiteral("the sets were not shown"));
    });
    program_.actions().trigger(QStringLiteral("settings.general"));
}

} // namespace moderato
