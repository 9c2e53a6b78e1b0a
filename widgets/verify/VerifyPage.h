#pragma once

#include "widgets/common/Actions.h"
#include "widgets/common/LatestRead.h"
#include "widgets/common/Page.h"
#include "widgets/verify/VerifyServices.h"
#include "widgets/verify/Verifying.h"

#include <QThreadPool>

class QBoxLayout;
class QTabBar;

namespace moderato::widgets {

class AutomaticUpdate;
class FindingCard;
class LabelsCard;
class MessageBar;
class UpdateCard;
class VerifyCard;

/// Actions of other pages that get what is missing, by their ids in the table.
struct VerifyOutside {
    QString importAction = QStringLiteral("file.importFiles");
    QString trainAction = QStringLiteral("go.train");
};

/// Whether the quality models still hold (S1.12): how the labels lie, what a verification on content that
/// came later finds, when an update is due, and updating. GUI thread; reads, writes and jobs on workers.
class VerifyPage : public Page {
    Q_OBJECT
public:
    VerifyPage(VerifyServices services, JobRunner& jobs, ActionTable& actions, const Clock& clock,
               VerifyOutside outside = {}, QWidget* parent = nullptr);
    ~VerifyPage() override;

    void activated() override;
    void reload() override;

    /// Whether what it shows is the library's.
    bool hasRead() const { return hasRead_; }
    Verifying& verifying() { return *verifying_; }
    AutomaticUpdate& automaticUpdate() { return *automatic_; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Answer; ///< All that the page shows, read at once.

    void addActions();
    void arrange(const VerifyOutside& outside);
    void arrangeColumns();
    void connectVerifying();
    void read();
    Answer readAll(domain::ModelTask task) const;
    void take(const Answer& answer);
    void takeVersions(const std::vector<domain::ModelVersion>& versions,
                      const std::vector<domain::QualityVerification>& history);
    void showStep();
    void verify();
    void write(std::function<Status()> work);
    /// Of the tab.
    domain::ModelTask task() const;
    /// How a job ended, where it is of the tab's task.
    void showOutcome(const QString& text);

    VerifyServices services_;
    ActionTable& actions_;
    const Clock& clock_;
    Verifying* verifying_;
    AutomaticUpdate* automatic_;
    MessageBar* message_;
    QTabBar* tasks_;
    LabelsCard* labels_ = nullptr;
    VerifyCard* card_ = nullptr;
    FindingCard* finding_ = nullptr;
    UpdateCard* update_ = nullptr;
    QBoxLayout* columns_ = nullptr; ///< Side by side, or stacked where the window is narrow.
    bool hasRead_ = false, hasVersion_ = false, canRollBack_ = false;
    QString outcome_; ///< How the last job ended.
    int writing_ = 0; ///< Changes of the rules that are not written yet.
    QThreadPool writer_;
    LatestRead reader_;
};

} // namespace moderato::widgets
