#include "app/gui/Application.h"

#include "app/cli/CommandServer.h"
#include "app/gui/AboutBox.h"
#include "app/gui/AnalysisJob.h"
#include "app/gui/FaceFileJob.h"
#include "app/gui/HashListJob.h"
#include "app/gui/ImportJob.h"
#include "app/gui/MainWindow.h"
#include "app/gui/Menus.h"
#include "app/gui/PlayerDecoder.h"
#include "core/base/Log.h"
#include "core/media/DecoderProcess.h"
#include "core/ml/Cpu.h"
#include "core/storage/CategoryRepository.h"
#include "core/storage/Library.h"
#include "core/usecases/Export.h"
#include "core/usecases/GivenLabels.h"
#include "core/usecases/IntakeRun.h"
#include "widgets/annotate/AnnotatePage.h"
#include "widgets/common/MessageBar.h"
#include "widgets/common/Preferences.h"
#include "widgets/library/LibraryPage.h"
#include "widgets/review/ReviewPage.h"
#include "widgets/settings/SettingsPage.h"
#include "widgets/train/TrainPage.h"
#include "widgets/verify/VerifyPage.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QMenuBar>
#include <QProcess>
#include <QSaveFile>

#include <cmath>

namespace moderato {

using namespace widgets;

namespace {

TaxonomyPtr readTaxonomy(storage::Library& library) {
    auto categories = storage::CategoryRepository(library.reader()).all(true);
    if (!categories) {
        qCWarning(log).noquote() << categories.error().message << categories.error().detail;
        return std::make_shared<Taxonomy>();
    }
    return std::make_shared<Taxonomy>(std::move(*categories), languageCode());
}

} // namespace

Application::Application(QApplication& application, std::unique_ptr<Workspace> workspace)
    : application_(application)
    , workspace_(std::move(workspace))
    , theme_(application)
    , atWork_(personName()) {
    window_ =
        std::make_unique<MainWindow>(actions_, workspace_->jobs(), QDir(workspace_->folder()).dirName());
    addFileActions();
    addViewActions();
    analysis_ = new AnalysisJob(workspace_->analysis(), workspace_->jobs(), actions_, *window_);
    addPages();
    fillMenus(*window_->menuBar(), actions_);
    connect(window_.get(), &MainWindow::filesDropped, this, [this](const QStringList& paths) {
        ImportJob::start(paths, workspace_->intake(), workspace_->jobs(), *window_);
    });
    connect(window_.get(), &MainWindow::libraryChanged, this, &Application::showVersions);
    connect(window_.get(), &MainWindow::libraryChanged, analysis_, &AnalysisJob::start);
    // Emitted on the thread that promotes; the queued connection brings it here.
    connect(&workspace_->models(), &usecases::ModelService::changed, this, &Application::showVersions,
            Qt::QueuedConnection);
}

Application::~Application() {
    server_.reset();
    window_.reset();
}

void Application::start() {
    window_->restorePlaces();
    showVersions();
    measureArithmetic();
    server_ = std::make_unique<cli::CommandServer>(*workspace_);
    if (const Status listening = server_->listen(); !listening) {
        qCWarning(log).noquote() << listening.error().message << listening.error().detail;
    }
    connect(server_.get(), &cli::CommandServer::libraryChanged, this, [this] {
        window_->reloadPages();
        showVersions();
        analysis_->start();
    });
    analysis_->start();
}

void Application::addAction(const char* id, const QString& text, const QList<QKeySequence>& keys,
                            const char* icon, const QString& group, std::function<void()> run) {
    ActionSpec spec;
    spec.id = QLatin1String(id);
    spec.text = text;
    spec.keys = keys;
    spec.icon = QLatin1String(icon);
    spec.group = group;
    actions_.add(spec, window_.get(), std::move(run));
}

void Application::addFileActions() {
    const QString group = tr("File");
    const auto import = [this](const QStringList& paths) {
        ImportJob::start(paths, workspace_->intake(), workspace_->jobs(), *window_);
    };
    addAction("file.openLibrary", tr("Open library…"), {QKeySequence::Open}, "database", group,
              [this] { openLibrary(); });
    addAction("file.importFiles", tr("Import files…"), {QKeySequence(QStringLiteral("Ctrl+I"))}, "file-plus",
              group,
              [this, import] { import(QFileDialog::getOpenFileNames(window_.get(), tr("Import files"))); });
    addAction("file.importFolder", tr("Import folder…"), {QKeySequence(QStringLiteral("Ctrl+Shift+I"))},
              "folder-plus", group, [this, import] {
                  const QString folder =
                      QFileDialog::getExistingDirectory(window_.get(), tr("Import folder"));
                  import(folder.isEmpty() ? QStringList() : QStringList{folder});
              });
    addAction("file.export", tr("Export…"), {QKeySequence(QStringLiteral("Ctrl+E"))}, "upload", group,
              [this] { exportContent(); });
    addAction("file.importHashes", tr("Import hash list…"), {}, "hash", group, [this] { importHashes(); });
    addAction("file.readerMode", tr("Reader mode…"), {}, "smile", group, [this] { offerReaderMode(); });
    addAction("file.quit", tr("Quit"), {QKeySequence::Quit}, "log-out", group, [this] { window_->close(); });
    addAction("help.about", tr("About Moderato"), {}, "info", tr("Help"),
              [this] { (new AboutBox(workspace_->folder(), arithmetic_, window_.get()))->show(); });
}

void Application::addViewActions() {
    const QString group = tr("View");
    const auto scale = [this](double by) {
        theme_.setFontScale(std::round((theme_.fontScale() + by) * 10) / 10);
    };
    addAction("view.themeSystem", tr("Theme as the system"), {}, "monitor", group,
              [this] { theme_.setMode(ThemeMode::System); });
    addAction("view.themeLight", tr("Light theme"), {}, "sun", group,
              [this] { theme_.setMode(ThemeMode::Light); });
    addAction("view.themeDark", tr("Dark theme"), {}, "moon", group,
              [this] { theme_.setMode(ThemeMode::Dark); });
    addAction("view.larger", tr("Larger text"),
              {QKeySequence(QStringLiteral("Ctrl++")), QKeySequence(QStringLiteral("Ctrl+="))}, "zoom-in",
              group, [scale] { scale(0.1); });
    addAction("view.smaller", tr("Smaller text"), {QKeySequence(QStringLiteral("Ctrl+-"))}, "zoom-out", group,
              [scale] { scale(-0.1); });
    addAction("view.normal", tr("Text at 100 %"), {QKeySequence(QStringLiteral("Ctrl+0"))}, "type", group,
              [this] { theme_.setFontScale(1.0); });
    addAction("view.fullScreen", tr("Full screen"), {QKeySequence(Qt::Key_F11)}, "maximize", group,
              [this] { window_->setWindowState(window_->windowState() ^ Qt::WindowFullScreen); });
}

void Application::addPages() {
    const TaxonomyPtr taxonomy = readTaxonomy(workspace_->library());
    const auto loadPicture = [this](const QString& path, QSize bound) {
        return workspace_->decoder().picture(path, bound);
    };
    ReviewServices services = reviewServices(workspace_->queue(), workspace_->items(), workspace_->decide(),
                                             workspace_->topics(), loadPicture);
    services.media = mediaServices(workspace_->analysis(), workspace_->duplicates(),
                                   playerServices(workspace_->decoder(), Workspace::program()));
    services.removeSeries = [&series = workspace_->series()](domain::ContentId id, const QString& name) {
        return series.remove(id, name);
    };
    services.judgeQuality = [this](domain::ContentId id, const QString& task, std::optional<bool> positive) {
        return usecases::GivenLabels(workspace_->library(), clock_).give(id, task, positive);
    };
    auto* annotate = new AnnotatePage(annotateServices(workspace_->nextItems(), workspace_->annotate(),
                                                       workspace_->agreement(), workspace_->tags(),
                                                       workspace_->topics(), services),
                                      actions_, taxonomy);
    auto* review = new ReviewPage(std::move(services), actions_, taxonomy);
    connect(review, &ReviewPage::faceFileWanted, this,
            [this, taxonomy](domain::ContentId id, const QString& title, const QString& path) {
                FaceFileJob::start(id, title, path, taxonomy, *workspace_, *window_);
            });
    connect(analysis_, &AnalysisJob::progressed, review, &ReviewPage::mediaAnalyzed);
    connect(analysis_, &AnalysisJob::progressed, annotate, &AnnotatePage::mediaAnalyzed);
    window_->addPage(review);
    window_->addPage(annotate);
    window_->addPage(
        new LibraryPage(workspace_->list(), taxonomy, actions_, QStringLiteral("file.importFiles")));
    window_->addPage(new TrainPage({workspace_->training(), workspace_->models(), workspace_->intake(),
                                    workspace_->jobs(), Workspace::program()},
                                   taxonomy, actions_));
    window_->addPage(
        new VerifyPage(verifyServices(workspace_->quality(), workspace_->qualityUpdate(),
                                      workspace_->models(), workspace_->intake(), Workspace::program()),
                       workspace_->jobs(), actions_, clock_));
    usecases::NearDuplicates& duplicates = workspace_->duplicates();
    SettingsOutside outside{
        .taxonomy = taxonomy,
        .hashLists = {
            .lists = [&duplicates] { return duplicates.hashLists(); },
            .remove = [&duplicates](const QString& name) { return duplicates.removeHashList(name); }},
        .expressionSets = expressionSetServices(workspace_->expressionSets()),
        .readerMode = {.isOn = [&mode = workspace_->readerMode()] { return mode.isOn(); },
                       .setOn = [&mode = workspace_->readerMode()](bool on) { return mode.setOn(on); }}};
    auto* settings = new SettingsPage(theme_, actions_, std::move(outside));
    connect(settings, &SettingsPage::preferenceChanged, review, &ReviewPage::careChanged);
    connect(settings, &SettingsPage::preferenceChanged, this, [this] { atWork_.rename(personName()); });
    connect(settings, &SettingsPage::preferenceChanged, annotate, &AnnotatePage::careChanged);
    window_->addPage(settings, true);
}

void Application::openLibrary() {
    const QString folder = QFileDialog::getExistingDirectory(window_.get(), tr("Open or make a library"),
                                                             QFileInfo(workspace_->folder()).absolutePath());
    if (folder.isEmpty() || QDir(folder) == QDir(workspace_->folder())) {
        return;
    }
    // A library is opened by a process of its own; this one closes, so that only one window has it.
    if (QProcess::startDetached(QCoreApplication::applicationFilePath(),
                                {QStringLiteral("--library"), folder})) {
        window_->close();
    } else {
        window_->messages().showError(Error::io(tr("The other library could not be opened: the program did "
                                                   "not start again. Start it with “--library %1”.")
                                                    .arg(folder)));
    }
}

void Application::offerReaderMode() {
    const auto on = workspace_->readerMode().isOn();
    if (!on.ok() || !*on) {
        window_->messages().showMessage(
            MessageBar::Kind::Warning,
            on.ok()
                ? tr("Reader mode is turned off in this library, because a camera looks at a person's face "
                     "in it. Whoever answers for the library turns it on, on the Settings page.")
                : on.error().message);
        return;
    }
    window_->messages().showMessage(MessageBar::Kind::Info,
                                    tr("Reader mode is for a reader who does not work here: you are signed "
                                       "out, and the workstation closes."),
                                    tr("Hand over"), [this] { handOver(); });
}

/// To a process in which nobody is signed in.
void Application::handOver() {
    const QStringList arguments{QStringLiteral("reader"), QStringLiteral("start"),
                                QStringLiteral("--library"), workspace_->folder()};
    if (QProcess::startDetached(QCoreApplication::applicationFilePath(), arguments)) {
        window_->close();
    } else {
        window_->messages().showError(
            Error::io(tr("Reader mode could not be opened: the program did not start "
                         "again. Start it with “moderato reader start”.")));
    }
}

void Application::importHashes() {
    const QString file =
        QFileDialog::getOpenFileName(window_.get(), tr("Import a list of known hashes"), QDir::homePath(),
                                     tr("Hash lists (*.txt *.csv *.vpdq *.pdq);;All files (*)"));
    HashListJob::start(file, workspace_->duplicates(), workspace_->jobs(), *window_);
}

void Application::exportContent() {
    const QString file = QFileDialog::getSaveFileName(window_.get(), tr("Export"),
                                                      QDir::home().filePath(QStringLiteral("content.jsonl")),
                                                      tr("JSON lines (*.jsonl);;CSV table (*.csv)"));
    if (file.isEmpty()) {
        return;
    }
    auto future = workspace_->jobs().run(
        tr("Exporting"), [&exporter = workspace_->exporter(), file](const JobContext& context) {
            const auto format = file.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive)
                                    ? interchange::ExportFormat::Csv
                                    : interchange::ExportFormat::Jsonl;
            // The file that was there stays until the new one is complete.
            QSaveFile device(file);
            if (!device.open(QIODevice::WriteOnly)) {
                return Result<qint64>(Error::io(tr("“%1” cannot be written: choose another place.").arg(file),
                                                device.errorString()));
            }
            auto rows = exporter.content(device, format, context);
            if (rows && !device.commit()) {
                return Result<qint64>(Error::io(
                    tr("“%1” could not be completed; the disk may be full. Nothing was changed.").arg(file),
                    device.errorString()));
            }
            return rows;
        });
    future.then(window_.get(), [this, file](const Result<qint64>& rows) {
        if (rows) {
            window_->messages().showMessage(MessageBar::Kind::Info,
                                            tr("%n item(s) exported to %1", nullptr, int(*rows)).arg(file));
        } else {
            window_->messages().showError(rows.error());
        }
    });
}

void Application::showVersions() {
    QStringList names;
    for (const auto task : {domain::ModelTask::Category, domain::ModelTask::Topics, domain::ModelTask::Tags,
                            domain::ModelTask::Quality, domain::ModelTask::LowQuality}) {
        if (const auto version = workspace_->models().inService(task); version && version->has_value()) {
            names << (*version)->name;
        }
    }
    window_->setVersions(names.isEmpty() ? tr("no model in service") : names.join(QStringLiteral(" · ")));
}

void Application::measureArithmetic() {
    auto future = workspace_->jobs().run(
        QString(), [](const JobContext&) { return Result<ml::BlasSpeed>(ml::measureBlas()); });
    future.then(window_.get(), [this](const Result<ml::BlasSpeed>& speed) {
        arithmetic_ = tr("Matrix products: %1 GFLOP/s").arg(std::round(speed->gigaflops));
        if (speed->slow) {
            arithmetic_ = tr("Matrix products run on the slow reference library (%1 GFLOP/s): training takes "
                             "many times longer than it could. "
                             "Install the package “libopenblas0-pthread” and start again.")
                              .arg(std::round(speed->gigaflops));
            window_->messages().showMessage(MessageBar::Kind::Warning, arithmetic_);
        }
    });
}

} // namespace moderato
