#include "app/gui/MainWindow.h"

#include "app/gui/Rail.h"
#include "app/gui/TopBar.h"
#include "widgets/common/Actions.h"
#include "widgets/common/CommandPalette.h"
#include "widgets/common/JobStatus.h"
#include "widgets/common/MessageBar.h"
#include "widgets/common/ShortcutSheet.h"
#include "widgets/common/Theme.h"

#include <QCloseEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QUrl>
#include <QVBoxLayout>

namespace moderato {

using namespace widgets;

MainWindow::MainWindow(ActionTable& actions, JobRunner& jobs, const QString& libraryName)
    : actions_(actions)
    , libraryName_(libraryName)
    , rail_(new Rail(this))
    , top_(new TopBar(this))
    , messages_(new MessageBar(this))
    , stack_(new QStackedWidget(this))
    , place_(new QLabel(this))
    , saved_(new QLabel(this))
    , versions_(new QLabel(this))
    , palette_(nullptr) {
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    setMinimumSize(960, 600);
    resize(1440, 900);
    arrange(jobs);
    palette_ = new CommandPalette(actions_, this);
    addFrameActions();
    connect(rail_, &Rail::chosen, this, &MainWindow::showPage);
    connect(top_, &TopBar::typed, this, [this](const QString& text) { search(text, false); });
    connect(top_, &TopBar::submitted, this, [this](const QString& text) { search(text, true); });
    connect(top_, &TopBar::left, this, [this] {
        if (Page* page = currentPage()) {
            page->setFocus();
            page->activated();
        }
    });
}

MainWindow::~MainWindow() = default;

void MainWindow::arrange(JobRunner& jobs) {
    auto* middle = new QWidget(this);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(top_);
    column->addWidget(messages_);
    column->addWidget(stack_, 1);
    auto* central = new QWidget(this);
    auto* row = new QHBoxLayout(central);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(rail_);
    row->addWidget(middle, 1);
    setCentralWidget(central);

    for (QLabel* label : {place_, saved_, versions_}) {
        setRole(label, "small");
    }
    place_->setObjectName(QStringLiteral("status.place"));
    saved_->setObjectName(QStringLiteral("status.saved"));
    versions_->setObjectName(QStringLiteral("status.versions"));
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(grid, 0, grid, 0);
    statusBar()->addWidget(place_);
    statusBar()->addWidget(saved_);
    statusBar()->addWidget(versions_);
    statusBar()->addPermanentWidget(new JobStatus(jobs, this));
}

void MainWindow::addFrameActions() {
    const auto add = [this](const char* id, const QString& text, QList<QKeySequence> keys, const char* shape,
                            ActionTable::Run run) {
        ActionSpec spec;
        spec.id = QLatin1String(id);
        spec.text = text;
        spec.keys = std::move(keys);
        spec.icon = QLatin1String(shape);
        spec.group = tr("Window");
        actions_.add(spec, this, std::move(run));
    };
    add("window.search", tr("Search"), {QKeySequence(Qt::Key_Slash), QKeySequence(QKeySequence::Find)},
        "search", [this] { top_->focusSearch(); });
    add("window.palette", tr("Do anything…"), {QKeySequence(QStringLiteral("Ctrl+K"))}, "command",
        [this] { palette_->open(); });
    add("window.keys", tr("Show keys"), {QKeySequence(Qt::Key_Question), QKeySequence(Qt::Key_F1)},
        "keyboard", [this] { (new ShortcutSheet(actions_, this))->show(); });
    const auto showKey = [this] { top_->setSearchKey(actions_.keyText(QStringLiteral("window.search"))); };
    connect(&actions_, &ActionTable::keysChanged, this, showKey);
    showKey();
}

void MainWindow::addPage(Page* page, bool atEnd) {
    ActionSpec go;
    go.id = QStringLiteral("go.%1").arg(page->id());
    go.text = page->title();
    go.keys = {QKeySequence(QStringLiteral("Ctrl+%1").arg(order_.size() + 1))};
    go.icon = page->iconName();
    go.group = tr("Go to");
    const QAction* action = actions_.add(go, this, [this, id = page->id()] { showPage(id); });
    pages_.insert(page->id(), page);
    order_ << page->id();
    stack_->addWidget(page);
    rail_->add(page->id(), page->title(), page->iconName(), action, atEnd);

    connect(page, &Page::itemRequested, this, [this](domain::ContentId id, const QString& pageId) {
        if (Page* target = pages_.value(pageId)) {
            showPage(pageId);
            target->showItem(id);
        }
    });
    connect(page, &Page::placeChanged, this, [this, id = page->id()](const QString& text) {
        places_.insert(id, text);
        showPlace();
    });
    connect(page, &Page::saveStateChanged, saved_, &QLabel::setText);
    connect(page, &Page::libraryChanged, this, [this, page] {
        reloadPages(page);
        Q_EMIT libraryChanged();
    });
    if (order_.size() == 1) {
        showPage(page->id());
    }
}

Page* MainWindow::currentPage() const {
    return qobject_cast<Page*>(stack_->currentWidget());
}

void MainWindow::showPage(const QString& id) {
    Page* next = pages_.value(id);
    Page* current = currentPage();
    if (!next) {
        return;
    }
    if (current && current != next) {
        current->deactivated();
    }
    stack_->setCurrentWidget(next);
    rail_->setCurrent(id);
    showPlace();
    next->activated();
    actions_.refresh();
}

void MainWindow::reloadPages(const Page* except) {
    for (const QString& id : std::as_const(order_)) {
        if (Page* page = pages_.value(id); page != except) {
            page->reload();
        }
    }
}

void MainWindow::setVersions(const QString& text) {
    versions_->setText(text);
}

void MainWindow::showPlace() {
    if (const Page* page = currentPage()) {
        top_->setPlace(libraryName_, page->title());
        place_->setText(places_.value(page->id()));
        setWindowTitle(tr("%1 · %2 — Moderato", "library, page").arg(libraryName_, page->title()));
    }
}

void MainWindow::search(const QString& text, bool everywhere) {
    if (Page* page = currentPage(); page && page->search(text)) {
        return;
    }
    if (!everywhere) {
        return;
    }
    // The first page that searches takes it.
    for (const QString& id : std::as_const(order_)) {
        if (Page* page = pages_.value(id); page->search(text)) {
            showPage(id);
            return;
        }
    }
}

void MainWindow::restorePlaces() {
    const QSettings settings;
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    for (QSplitter* splitter : findChildren<QSplitter*>()) {
        if (!splitter->objectName().isEmpty()) {
            splitter->restoreState(
                settings.value(QStringLiteral("splitters/%1").arg(splitter->objectName())).toByteArray());
        }
    }
    showPage(settings.value(QStringLiteral("window/page"), order_.value(0)).toString());
}

void MainWindow::savePlaces() {
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    for (const QSplitter* splitter : findChildren<QSplitter*>()) {
        if (!splitter->objectName().isEmpty()) {
            settings.setValue(QStringLiteral("splitters/%1").arg(splitter->objectName()),
                              splitter->saveState());
        }
    }
    if (const Page* page = currentPage()) {
        settings.setValue(QStringLiteral("window/page"), page->id());
    }
}

void MainWindow::closeEvent(QCloseEvent* event) {
    savePlaces();
    if (Page* page = currentPage()) {
        page->deactivated();
    }
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls() && event->mimeData()->urls().first().isLocalFile()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event) {
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            paths << url.toLocalFile();
        }
    }
    if (!paths.isEmpty()) {
        event->acceptProposedAction();
        Q_EMIT filesDropped(paths);
    }
}

} // namespace moderato
