#include "widgets/train/TaskNames.h"

#include "core/usecases/Decide.h"
#include "widgets/common/QualityNames.h"

namespace moderato::widgets {

QString qualityLabelName(domain::ModelTask task, const QString& code) {
    if (task == domain::ModelTask::LowQuality) {
        for (const usecases::Decide::Reason& reason : usecases::Decide::reasons()) {
            if (reason.code == code) {
                return reason.text;
            }
        }
    }
    return task == domain::ModelTask::Quality ? QualityNames::task(code) : code;
}

} // namespace moderato::widgets
