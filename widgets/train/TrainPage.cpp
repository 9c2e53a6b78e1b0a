#include "widgets/train/TrainPage.h"

#include "widgets/common/ActionButton.h"
#include "widgets/common/Format.h"
#include "widgets/common/MessageBar.h"
#include "widgets/common/Theme.h"
#include "widgets/train/DataSetCard.h"
#include "widgets/train/ResultCard.h"
#include "widgets/train/RunCard.h"
#include "widgets/train/VersionModel.h"

#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace moderato::widgets {

TrainPage::TrainPage(TrainParts parts, TaxonomyPtr taxonomy, ActionTable& actions, QWidget* parent)
    : Page(QStringLiteral("train"), tr("Train"), QStringLiteral("graduation-cap"), parent)
    , parts_(parts)
    , actions_(actions)
    , training_(new Training(parts, this))
    , message_(new MessageBar(this))
    , tasks_(new QTabBar(this))
    , data_(new DataSetCard(taxonomy, this))
    , versions_(new VersionModel(this))
    , versionTable_(new QTableView(this)) {
    tasks_->addTab(tr("Category"));
    tasks_->addTab(tr("Topics"));
    tasks_->addTab(tr("Topics of videos"));
    tasks_->addTab(tr("Quality"));
    tasks_->addTab(tr("Low quality"));
    tasks_->setDrawBase(false);
    tasks_->setExpanding(false);
    addActions();
    run_ = new RunCard(actions_, this);
    result_ = new ResultCard(actions_, std::move(taxonomy), this);
    arrange();
    connectTraining();
    connect(tasks_, &QTabBar::currentChanged, this, [this] {
        result_->showNothing(tr("Train a version to compare it with the one in service."));
        outcome_.clear();
        run_->begin();
        run_->setTask(task());
        showStep();
        read();
    });
    connect(versionTable_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { actions_.refresh(); });
    connect(result_, &ResultCard::itemActivated, this,
            [this](domain::ContentId id) { Q_EMIT itemRequested(id, QStringLiteral("review")); });
    run_->setTask(task());
    showStep();
}

void TrainPage::addActions() {
    const auto idle = [this] { return training_->step() == Training::Step::Idle; };
    const auto add = [this](const char* name, const QString& text, const char* key, const char* shape,
                            ActionTable::Run run, ActionTable::EnabledWhen when) {
        ActionSpec spec;
        spec.id = QStringLiteral("train.%1").arg(QLatin1String(name));
        spec.text = text;
        if (*key) {
            spec.keys = {QKeySequence(QLatin1String(key))};
        }
        spec.icon = QLatin1String(shape);
        spec.group = title();
        spec.scope = id();
        actions_.add(spec, this, std::move(run), std::move(when));
    };
    add(
        "start", tr("Train"), "T", "play", [this] { start(); },
        [this, idle] { return idle() && data_->records() > 0; });
    add(
        "cancel", tr("Cancel"), "Esc", "circle-stop", [this] { training_->cancel(); },
        [this] {
            return training_->step() == Training::Step::Training ||
                   training_->step() == Training::Step::Comparing;
        });
    add(
        "promote", tr("Promote"), "P", "trophy", [this] { training_->promote(selectedVersion()); },
        [this, idle] { return idle() && !selectedVersion().isEmpty(); });
    add(
        "rollBack", tr("Roll back"), "B", "rotate-ccw", [this] { training_->rollBack(task()); },
        [this, idle] { return idle() && canRollBack_; });
    add(
        "compare", tr("Compare"), "C", "arrow-up-down", [this] { training_->compare(selectedVersion()); },
        [this, idle] { return idle() && !selectedVersion().isEmpty(); });
    add("category", tr("Category"), "1", "bookmark", [this] { tasks_->setCurrentIndex(0); }, {});
    add("topics", tr("Topics"), "2", "hash", [this] { tasks_->setCurrentIndex(1); }, {});
    add("tags", tr("Topics of videos"), "3", "film", [this] { tasks_->setCurrentIndex(2); }, {});
    add("quality", tr("Quality"), "4", "gauge", [this] { tasks_->setCurrentIndex(3); }, {});
    add("lowQuality", tr("Low quality"), "5", "ban", [this] { tasks_->setCurrentIndex(4); }, {});
}

void TrainPage::arrange() {
    versionTable_->setObjectName(QStringLiteral("versions"));
    versionTable_->setAccessibleName(tr("Versions"));
    versionTable_->setModel(versions_);
    versionTable_->setSelectionBehavior(QAbstractItemView::SelectRows);
    versionTable_->setSelectionMode(QAbstractItemView::SingleSelection);
    versionTable_->setShowGrid(false);
    versionTable_->setWordWrap(false);
    versionTable_->setTabKeyNavigation(false);
    versionTable_->verticalHeader()->hide();
    versionTable_->horizontalHeader()->setHighlightSections(false);
    versionTable_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    versionTable_->horizontalHeader()->setStretchLastSection(true);
    onScale(versionTable_, [this] {
        versionTable_->verticalHeader()->setDefaultSectionSize(scaled(28));
        versionTable_->setMinimumHeight(scaled(140));
        if (columns_) {
            arrangeColumns();
        }
    });

    auto* versionCard = new QFrame(this);
    versionCard->setProperty("card", true);
    auto* versionColumn = new QVBoxLayout(versionCard);
    versionColumn->setContentsMargins(2 * grid, 12, 2 * grid, 2 * grid);
    versionColumn->setSpacing(12);
    auto* versionHead = new QHBoxLayout;
    auto* heading = new QLabel(tr("Versions"), versionCard);
    setRole(heading, "head");
    versionHead->addWidget(heading, 1);
    versionHead->addWidget(new ActionButton(actions_, QStringLiteral("train.compare"),
                                            ActionButton::Emphasis::Normal, versionCard));
    versionColumn->addLayout(versionHead);
    versionColumn->addWidget(versionTable_, 1);

    auto* inside = new QWidget(this);
    columns_ = new QBoxLayout(QBoxLayout::LeftToRight, inside);
    columns_->setContentsMargins(2 * grid, 0, 2 * grid, 2 * grid);
    columns_->setSpacing(2 * grid);
    const auto side = [this](QWidget* upper, int upperStretch, QWidget* lower, int lowerStretch) {
        auto* column = new QVBoxLayout;
        column->setSpacing(2 * grid);
        column->addWidget(upper, upperStretch);
        column->addWidget(lower, lowerStretch);
        columns_->addLayout(column, 1);
    };
    side(data_, 0, run_, 1);
    side(result_, 3, versionCard, 2);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inside);
    scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    scroll->setFocusPolicy(Qt::NoFocus);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(message_);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(2 * grid, grid, 2 * grid, grid);
    head->addWidget(tasks_);
    head->addStretch(1);
    column->addLayout(head);
    column->addWidget(scroll, 1);
}

void TrainPage::resizeEvent(QResizeEvent* event) {
    arrangeColumns();
    Page::resizeEvent(event);
}

void TrainPage::arrangeColumns() {
    columns_->setDirection(width() < scaled(1100) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void TrainPage::connectTraining() {
    connect(training_, &Training::stepChanged, this, &TrainPage::showStep);
    connect(training_, &Training::roundDone, this, [this](const auto& round) { run_->addRound(round); });
    connect(training_, &Training::progressed, this,
            [this](const Progress& progress) { run_->setProgress(progress); });
    connect(training_, &Training::failed, this, [this](const Error& error) {
        if (error.isCancelled()) {
            outcome_ = tr("Cancelled; nothing was changed.");
            run_->setState(outcome_, false);
        }
        message_->showError(error);
        read();
    });
    connect(training_, &Training::trained, this, [this](const usecases::TrainOutcome& outcome) {
        message_->clear();
        outcome_ = tr("%1 made from %2 examples in %3")
                       .arg(outcome.version.name, Format::number(outcome.examples),
                            Format::duration(outcome.seconds));
        run_->setState(outcome_, false);
        read();
    });
    connect(training_, &Training::compared, this, [this] {
        result_->setComparison(*training_->comparison());
        read();
    });
    connect(training_, &Training::promoted, this, [this](const QString& version) {
        message_->showMessage(MessageBar::Kind::Info,
                              tr("%1 is in service; predictions are being renewed.").arg(version));
        read();
        Q_EMIT libraryChanged();
    });
    connect(training_, &Training::predictionsRenewed, this, [this](qint64 items) {
        message_->showMessage(
            MessageBar::Kind::Info,
            items == 0
                ? tr("Every item has its prediction by the version in service; the queue is in its new "
                     "order.")
                : tr("%n item(s) were predicted anew; the queue is in its new order.", nullptr, int(items)));
        Q_EMIT libraryChanged();
    });
}

domain::ModelTask TrainPage::task() const {
    constexpr std::array tasks{domain::ModelTask::Category, domain::ModelTask::Topics,
                               domain::ModelTask::Tags, domain::ModelTask::Quality,
                               domain::ModelTask::LowQuality};
    return tasks.at(std::size_t(std::max(0, tasks_->currentIndex())));
}

QString TrainPage::selectedVersion() const {
    const QModelIndex index = versionTable_->currentIndex();
    if (index.isValid() && versions_->has(index.row())) {
        const domain::ModelVersion& version = versions_->row(index.row());
        if (version.state != domain::ModelVersion::State::InService) {
            return version.name;
        }
    }
    return {};
}

void TrainPage::activated() {
    read();
}

void TrainPage::reload() {
    read();
}

void TrainPage::read() {
    struct Answer {
        Result<usecases::DataSetSummary> summary;
        Result<std::vector<domain::ModelVersion>> versions;
    };
    reader_.start(
        [parts = parts_, task = task()] {
            return Answer{parts.training.summary(task), parts.models.versions()};
        },
        [this](const Answer& answer) {
            if (!answer.summary) {
                message_->showError(answer.summary.error());
            } else {
                data_->setSummary(*answer.summary);
                Q_EMIT placeChanged(tr("%n training record(s)", nullptr, int(answer.summary->records)));
            }
            if (answer.versions) {
                const QString keep =
                    training_->candidate().isEmpty() ? selectedVersion() : training_->candidate();
                versions_->setVersions(*answer.versions, task());
                const auto& rows = versions_->rows();
                const auto chosen =
                    std::find_if(rows.begin(), rows.end(), [&](const auto& v) { return v.name == keep; });
                versionTable_->setCurrentIndex(
                    chosen == rows.end() ? QModelIndex() : versions_->index(int(chosen - rows.begin()), 0));
                canRollBack_ = std::any_of(rows.begin(), rows.end(), [](const auto& v) {
                    return v.state == domain::ModelVersion::State::Retired;
                });
            }
            actions_.refresh();
        });
}

void TrainPage::showStep() {
    const auto step = training_->step();
    tasks_->setEnabled(step == Training::Step::Idle);
    const bool hasTopics = task() == domain::ModelTask::Topics || task() == domain::ModelTask::Tags;
    run_->setScoreName(hasTopics ? tr("precision at 1") : tr("accuracy"));
    switch (step) {
    case Training::Step::Idle:
        run_->setState(outcome_, false);
        break;
    case Training::Step::Training:
        run_->setState(tr("Reading the data set…"), true);
        break;
    case Training::Step::Comparing:
        run_->setState(tr("Comparing with the version in service…"), true);
        break;
    case Training::Step::Promoting:
        run_->setState(tr("Putting the version into service…"), true);
        break;
    case Training::Step::Predicting:
        run_->setState(tr("Predicting anew…"), true);
        break;
    }
    actions_.refresh();
}

void TrainPage::start() {
    usecases::TrainOptions options = run_->options();
    options.task = task();
    message_->clear();
    outcome_.clear();
    run_->begin();
    result_->showNothing(tr("The comparison follows when the run is over."));
    training_->train(options);
}

} // namespace moderato::widgets
