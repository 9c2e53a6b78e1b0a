#pragma once

#include "app/Workspace.h"
#include "core/usecases/AtWork.h"
#include "widgets/common/Actions.h"
#include "widgets/common/Theme.h"

#include <QObject>

#include <memory>

class QApplication;

namespace moderato {

class AnalysisJob;
class MainWindow;

namespace cli {
class CommandServer;
}

/// The window's composition: workspace, theme, table of actions, pages. Built once by `runWindow` (or by a
/// test); owns all of it. The window goes before the workspace, so that no page outlives what it works on.
class Application : public QObject {
    Q_OBJECT
public:
    Application(QApplication& application, std::unique_ptr<Workspace> workspace);
    ~Application() override;

    Workspace& workspace() { return *workspace_; }
    widgets::ActionTable& actions() { return actions_; }
    widgets::Theme& theme() { return theme_; }
    MainWindow& window() { return *window_; }
    AnalysisJob& analysis() { return *analysis_; }

    /// Pages as they were left, and the checks that a start makes in the background.
    void start();

private:
    void addFileActions();
    void addViewActions();
    void addPages();
    void addAction(const char* id, const QString& text, const QList<QKeySequence>& keys, const char* icon,
                   const QString& group, std::function<void()> run);
    void openLibrary();
    void offerReaderMode();
    void handOver();
    void exportContent();
    void importHashes();
    void showVersions();
    void measureArithmetic();

    QApplication& application_;
    std::unique_ptr<Workspace> workspace_;
    SystemClock clock_;
    widgets::Theme theme_;
    widgets::ActionTable actions_;
    /// Whoever sits at these windows is signed in; reader mode does not begin while this is there.
    usecases::AtWork atWork_;
    std::unique_ptr<MainWindow> window_;
    AnalysisJob* analysis_ = nullptr; ///< The window's.
    std::unique_ptr<cli::CommandServer> server_;
    QString arithmetic_; ///< How fast matrix products are here, for people.
};

} // namespace moderato
