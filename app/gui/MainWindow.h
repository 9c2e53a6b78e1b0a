#pragma once

#include "widgets/common/Page.h"

#include <QHash>
#include <QMainWindow>

class QLabel;
class QStackedWidget;

namespace moderato {

class JobRunner;
class Rail;
class TopBar;

namespace widgets {
class ActionTable;
class CommandPalette;
class MessageBar;
} // namespace widgets

/// The one frame: rail, top bar, pages in a stack, status bar. Lays pages out, shows their names, remembers
/// its geometry and every named splitter's place, and routes what pages ask for; it knows nothing of what
/// they do. Owns the pages. GUI thread.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(widgets::ActionTable& actions, JobRunner& jobs, const QString& libraryName);
    ~MainWindow() override;

    /// Adds its place on the rail and its action "go.<id>". `atEnd`: at the bottom of the rail.
    void addPage(widgets::Page* page, bool atEnd = false);
    void showPage(const QString& id);
    widgets::Page* page(const QString& id) const { return pages_.value(id); }
    widgets::Page* currentPage() const;
    QStringList pageIds() const { return order_; }
    /// Every page reads again, but for `except`, which knows already.
    void reloadPages(const widgets::Page* except = nullptr);

    widgets::MessageBar& messages() { return *messages_; }
    /// What is in service, in the status bar.
    void setVersions(const QString& text);
    /// Geometry, splitters and page as they were; after all pages are added.
    void restorePlaces();

Q_SIGNALS:
    void filesDropped(const QStringList& paths);
    void libraryChanged();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void arrange(JobRunner& jobs);
    void addFrameActions();
    void search(const QString& text, bool everywhere);
    void showPlace();
    void savePlaces();

    widgets::ActionTable& actions_;
    QString libraryName_;
    Rail* rail_;
    TopBar* top_;
    widgets::MessageBar* messages_;
    QStackedWidget* stack_;
    QLabel* place_;
    QLabel* saved_;
    QLabel* versions_;
    widgets::CommandPalette* palette_;
    QHash<QString, widgets::Page*> pages_;
    QHash<QString, QString> places_;
    QStringList order_;
};

} // namespace moderato
