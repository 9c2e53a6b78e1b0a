#pragma once

#include "app/Workspace.h"
#include "app/gui/Application.h"
#include "app/gui/MainWindow.h"
#include "widgets/common/Actions.h"
#include "widgets/review/ReviewPage.h"

#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace moderato::testsupport {

/// The program on a small library of its own: articles in two languages (some under a wrong category) and a
/// clip. It can be closed and opened again. Everything goes through keys and named actions; conditions are
/// waited for, never a time.
class Program {
public:
    Program();
    ~Program();

    void open();
    void close();

    Application& application() { return *application_; }
    Workspace& workspace() { return application_->workspace(); }
    MainWindow& window() { return application_->window(); }
    widgets::ReviewPage& review();
    QString path(const QString& name) const { return folder_.filePath(name); }

    static bool waitFor(const std::function<bool()>& condition, int ms = 30'000) {
        return QTest::qWaitFor(condition, ms);
    }

    /// Presses the action's first key; it must exist and be possible.
    void act(const QString& id);
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    void type(const QString& text);

    bool waitForItem();
    /// Waits until the library holds one more decision than before `work`, and the page rests on another
    /// item.
    domain::Decision decides(const std::function<void()>& work);
    qint64 decisions();
    std::vector<domain::Decision> history(domain::ContentId id);
    /// The chain, checked from the first to the last decision.
    bool chainHolds();

private:
    void makeContent();

    QTemporaryDir folder_;
    std::unique_ptr<Application> application_;
};

} // namespace moderato::testsupport
