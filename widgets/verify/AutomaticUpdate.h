#pragma once

#include "core/base/Clock.h"
#include "widgets/common/LatestRead.h"
#include "widgets/verify/VerifyServices.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <utility>

namespace moderato {
class JobRunner;
}

namespace moderato::widgets {

class Verifying;

/// Where the rules say so, verifies once a day and updates when one is due (S1.12), without anybody asking:
/// while the program is open and no other job runs. What it could not do it tries again a day later.
class AutomaticUpdate : public QObject {
    Q_OBJECT
public:
    AutomaticUpdate(VerifyServices services, Verifying& verifying, JobRunner& jobs, const Clock& clock,
                    QObject* parent = nullptr);

    /// Looks now and then from now on.
    void start();
    /// Looks whether there is something to do.
    void consider();

private:
    enum class Act { Verify, Update };
    using Step = std::pair<Act, domain::ModelTask>;

    std::optional<Step> nextStep(Timestamp now, const std::map<Step, Timestamp>& tried) const;
    void begin(const Step& step);

    VerifyServices services_;
    Verifying& verifying_;
    JobRunner& jobs_;
    const Clock& clock_;
    QTimer timer_;
    std::map<Step, Timestamp> tried_;
    LatestRead reader_; ///< Destroyed, and waited for, before the rest.
};

} // namespace moderato::widgets
