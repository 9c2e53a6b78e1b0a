#include "widgets/verify/VerifyPage.h"

#include "widgets/common/Format.h"
#include "widgets/common/MessageBar.h"
#include "widgets/common/Theme.h"
#include "widgets/verify/AutomaticUpdate.h"
#include "widgets/verify/FindingCard.h"
#include "widgets/verify/LabelsCard.h"
#include "widgets/verify/UpdateCard.h"
#include "widgets/verify/VerifyCard.h"

#include <QScrollArea>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace moderato::widgets {

using State = domain::ModelVersion::State;

struct VerifyPage::Answer {
    std::optional<Error> error; ///< The first that happened.
    std::map<QString, usecases::QualityTaskSummary> labels;
    usecases::QualityRules labelRules;
    usecases::UpdateRules rules;
    std::vector<domain::ModelVersion> versions;
    std::vector<domain::QualityVerification> history;
    std::optional<Timestamp> dueFrom;
};

VerifyPage::VerifyPage(VerifyServices services, JobRunner& jobs, ActionTable& actions, const Clock& clock,
                       VerifyOutside outside, QWidget* parent)
    : Page(QStringLiteral("verify"), tr("Verify"), QStringLiteral("gauge"), parent)
    , services_(std::move(services))
    , actions_(actions)
    , clock_(clock)
    , verifying_(new Verifying(services_, jobs, this))
    , automatic_(new AutomaticUpdate(services_, *verifying_, jobs, clock_, this))
    , message_(new MessageBar)
    , tasks_(new QTabBar) {
    writer_.setMaxThreadCount(1);
    tasks_->addTab(tr("Quality"));
    tasks_->addTab(tr("Low quality"));
    tasks_->setDrawBase(false);
    tasks_->setExpanding(false);
    addActions();
    arrange(outside);
    connectVerifying();
    connect(tasks_, &QTabBar::currentChanged, this, [this] {
        outcome_.clear();
        update_->hide();
        finding_->showNothing({});
        showStep();
        read();
    });
    connect(labels_, &LabelsCard::rulesChanged, this, [this](const usecases::QualityRules& rules) {
        if (services_.setLabelRules) {
            write([set = services_.setLabelRules, rules] { return set(rules); });
        }
    });
    connect(card_, &VerifyCard::rulesChanged, this, [this](const usecases::UpdateRules& rules) {
        if (services_.setRules) {
            write([set = services_.setRules, rules] { return set(rules); });
        }
    });
    showStep();
    automatic_->start();
}

VerifyPage::~VerifyPage() {
    writer_.clear();
    writer_.waitForDone();
}

void VerifyPage::addActions() {
    const auto idle = [this] { return verifying_->isIdle(); };
    const auto add = [this](const char* name, const QString& text, const char* key, const char* shape,
                            ActionTable::Run run, ActionTable::EnabledWhen when, const QString& hint = {}) {
        actions_.add({.id = QStringLiteral("verify.%1").arg(QLatin1String(name)),
                      .text = text,
                      .keys = {QKeySequence(QLatin1String(key))},
                      .icon = QLatin1String(shape),
                      .group = title(),
                      .scope = id(),
                      .hint = hint},
                     this, std::move(run), std::move(when));
    };
    add(
        "verify", tr("Verify"), "V", "check", [this] { verify(); },
        [this, idle] { return idle() && hasVersion_; },
        tr("Holds the version in service against the labels of items that came later"));
    add(
        "update", tr("Update"), "U", "refresh-cw",
        [this] {
            outcome_.clear();
            message_->clear();
            verifying_->update(task(), card_->period(clock_.now()));
        },
        [this, idle] { return idle() && hasVersion_; },
        tr("Trains on from the version in service; the new one is promoted where no task is worse"));
    add(
        "rollBack", tr("Roll back"), "B", "rotate-ccw", [this] { verifying_->rollBack(task()); },
        [this, idle] { return idle() && canRollBack_; },
        tr("Back to the version that was in service before"));
    add(
        "labelAgain", tr("Label again"), "L", "tag", [this] { verifying_->labelAgain(); }, idle,
        tr("Makes all labels of consumption anew by these rules"));
    add(
        "cancel", tr("Cancel"), "Esc", "circle-stop", [this] { verifying_->cancel(); },
        [this] { return !verifying_->isIdle() && verifying_->step() != Verifying::Step::RollingBack; });
    add(
        "quality", tr("Quality"), "1", "gauge", [this] { tasks_->setCurrentIndex(0); }, idle);
    add(
        "lowQuality", tr("Low quality"), "2", "ban", [this] { tasks_->setCurrentIndex(1); }, idle);
}

void VerifyPage::arrange(const VerifyOutside& outside) {
    labels_ = new LabelsCard(actions_, outside.importAction);
    card_ = new VerifyCard(actions_, outside.trainAction);
    finding_ = new FindingCard;
    update_ = new UpdateCard;
    auto* inside = new QWidget;
    columns_ = new QBoxLayout(QBoxLayout::LeftToRight, inside);
    columns_->setContentsMargins(2 * grid, 0, 2 * grid, 2 * grid);
    columns_->setSpacing(2 * grid);
    const auto side = [this](std::initializer_list<QWidget*> cards) {
        auto* column = new QVBoxLayout;
        column->setSpacing(2 * grid);
        for (QWidget* card : cards) {
            column->addWidget(card, card == *(cards.end() - 1) ? 1 : 0);
        }
        columns_->addLayout(column, 1);
    };
    side({labels_});
    side({card_, update_, finding_});
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(inside);
    scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(2 * grid, grid, 2 * grid, grid);
    head->addWidget(tasks_);
    head->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(message_);
    column->addLayout(head);
    column->addWidget(scroll, 1);
    onScale(this, [this] { arrangeColumns(); });
}

void VerifyPage::arrangeColumns() {
    columns_->setDirection(width() < scaled(1000) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void VerifyPage::resizeEvent(QResizeEvent* event) {
    arrangeColumns();
    Page::resizeEvent(event);
}

void VerifyPage::connectVerifying() {
    connect(verifying_, &Verifying::stepChanged, this, &VerifyPage::showStep);
    connect(verifying_, &Verifying::progressed, this,
            [this](const Progress& progress) { card_->setProgress(progress); });
    connect(verifying_, &Verifying::roundDone, update_, &UpdateCard::addRound);
    connect(verifying_, &Verifying::failed, this, [this](const Error& error) {
        update_->hide();
        if (verifying_->asked() == Verifying::Asked::Nobody && !error.isCancelled()) {
            showOutcome(tr("Nothing was done by itself: %1").arg(error.message));
        } else {
            showOutcome(error.isCancelled() ? tr("Cancelled; nothing was changed.") : QString());
            message_->showError(error);
        }
        read();
    });
    connect(verifying_, &Verifying::labelled, this, [this](qint64 changed) {
        labels_->setState(tr("%n label(s) changed.", nullptr, int(changed)));
        read();
        Q_EMIT libraryChanged();
    });
    connect(verifying_, &Verifying::verified, this, [this](const domain::QualityVerification& found) {
        showOutcome(tr("Verified on %n item(s).", nullptr, int(found.items)));
        read();
    });
    connect(verifying_, &Verifying::updated, this, [this](const usecases::UpdateOutcome& outcome) {
        update_->setOutcome(outcome, verifying_->task());
        update_->setVisible(verifying_->task() == task());
        showOutcome(UpdateCard::verdictOf(outcome));
        read();
    });
    connect(verifying_, &Verifying::versionChanged, this, [this](const QString& version) {
        message_->showMessage(MessageBar::Kind::Info,
                              tr("%1 is in service; predictions are being renewed.").arg(version));
        read();
        Q_EMIT libraryChanged();
    });
    connect(verifying_, &Verifying::predictionsRenewed, this, [this](qint64 items) {
        message_->showMessage(
            MessageBar::Kind::Info,
            tr("%n item(s) were predicted anew; the queue is in its new order.", nullptr, int(items)));
        Q_EMIT libraryChanged();
    });
}

void VerifyPage::showOutcome(const QString& text) {
    outcome_ = verifying_->task() == task() ? text : QString();
    card_->setState(outcome_, false);
}

domain::ModelTask VerifyPage::task() const {
    return tasks_->currentIndex() == 1 ? domain::ModelTask::LowQuality : domain::ModelTask::Quality;
}

void VerifyPage::activated() {
    read();
}

void VerifyPage::reload() {
    read();
}

VerifyPage::Answer VerifyPage::readAll(domain::ModelTask task) const {
    Answer answer;
    const auto ask = [&answer](const auto& service, auto& into, auto... arguments) {
        if (!service) {
            return;
        }
        auto result = service(arguments...);
        if (result.ok()) {
            into = std::move(*result);
        } else if (!answer.error) {
            answer.error = result.error();
        }
    };
    ask(services_.labels, answer.labels);
    ask(services_.labelRules, answer.labelRules);
    ask(services_.rules, answer.rules);
    ask(services_.versions, answer.versions);
    ask(services_.history, answer.history, task);
    ask(services_.dueFrom, answer.dueFrom, task);
    return answer;
}

void VerifyPage::read() {
    // The reader is destroyed, and waited for, before the rest of the page.
    reader_.start([this, task = task()] { return readAll(task); },
                  [this](const Answer& answer) { take(answer); });
}

void VerifyPage::take(const Answer& answer) {
    hasRead_ = true;
    if (answer.error) {
        message_->showError(*answer.error);
    }
    labels_->setLabels(answer.labels);
    if (writing_ == 0) { // else what the person chose meanwhile is newer
        labels_->setRules(answer.labelRules);
        card_->setRules(answer.rules);
    }
    takeVersions(answer.versions, answer.history);
    card_->setDue(answer.dueFrom, clock_.now());
    qint64 labels = 0;
    for (const auto& [task, summary] : answer.labels) {
        labels += summary.positive + summary.negative;
    }
    Q_EMIT placeChanged(tr("%n label(s)", nullptr, int(labels)));
    actions_.refresh();
}

void VerifyPage::takeVersions(const std::vector<domain::ModelVersion>& versions,
                              const std::vector<domain::QualityVerification>& history) {
    QHash<domain::ModelVersionId, QString> names;
    QString inService;
    canRollBack_ = false;
    for (const domain::ModelVersion& version : versions) {
        names.insert(version.id, version.name);
        if (version.task == task()) {
            inService = version.state == State::InService ? version.name : inService;
            canRollBack_ |= version.state == State::Retired;
        }
    }
    hasVersion_ = !inService.isEmpty();
    card_->setVersion(inService);
    if (hasVersion_ || !history.empty()) {
        finding_->setHistory(history, std::move(names), task());
    } else {
        finding_->showNothing(tr("Findings appear here once a model is in service and was verified."));
    }
}

void VerifyPage::showStep() {
    const bool running = !verifying_->isIdle();
    tasks_->setEnabled(!running);
    labels_->setEditable(!running);
    switch (verifying_->step()) {
    case Verifying::Step::Idle:
        card_->setState(outcome_, false);
        break;
    case Verifying::Step::Labelling:
        card_->setState(tr("Labelling again…"), true);
        break;
    case Verifying::Step::Verifying:
        card_->setState(tr("Predicting the labelled items…"), true);
        break;
    case Verifying::Step::Updating:
        card_->setState(tr("Training on from the version in service…"), true);
        update_->begin();
        break;
    case Verifying::Step::RollingBack:
        card_->setState(tr("Rolling back…"), true);
        break;
    case Verifying::Step::Predicting:
        card_->setState(tr("Predicting anew…"), true);
        break;
    }
    actions_.refresh();
}

void VerifyPage::verify() {
    message_->clear();
    outcome_.clear();
    usecases::VerifyOptions options;
    options.task = task();
    options.period = card_->period(clock_.now());
    options.detector = card_->detector();
    verifying_->verify(options);
}

void VerifyPage::write(std::function<Status()> work) {
    ++writing_;
    writer_.start([this, work = std::move(work)] { // the destructor waits for it
        Status done = work();
        QMetaObject::invokeMethod(
            this,
            [this, done = std::move(done)] {
                if (!done.ok()) {
                    message_->showError(done.error());
                }
                if (--writing_ == 0) {
                    read();
                    Q_EMIT libraryChanged(); // a verdict may be another one
                }
            },
            Qt::QueuedConnection);
    });
}

} // namespace moderato::widgets
