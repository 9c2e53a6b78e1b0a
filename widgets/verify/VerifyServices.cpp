#include "widgets/verify/VerifyServices.h"

#include "core/usecases/IntakeRun.h"
#include "core/usecases/ModelService.h"

namespace moderato::widgets {

VerifyServices verifyServices(usecases::QualityLabels& labels, usecases::QualityUpdate& update,
                              usecases::ModelService& models, usecases::IntakeRun& intake,
                              const QString& program) {
    using Task = domain::ModelTask;
    VerifyServices services;
    services.labels = [&labels] { return labels.summary(); };
    services.labelRules = [&labels] { return labels.rules(); };
    services.setLabelRules = [&labels](const usecases::QualityRules& rules) {
        return labels.setRules(rules);
    };
    services.labelAgain = [&labels](const JobContext& context) { return labels.recompute(context); };
    services.versions = [&models] { return models.versions(); };
    services.rules = [&update] { return update.rules(); };
    services.setRules = [&update](const usecases::UpdateRules& rules) { return update.setRules(rules); };
    services.history = [&update](Task task) { return update.history(task); };
    services.dueFrom = [&update](Task task) { return update.dueFrom(task); };
    services.verify = [&update](const usecases::VerifyOptions& options, const JobContext& context) {
        return update.verify(options, context);
    };
    services.update = [&update, program](Task task, const usecases::PublishingPeriod& period,
                                         const JobContext& context,
                                         const usecases::TrainRun::OnRound& onRound) {
        return update.update(program, task, period, context, onRound);
    };
    services.rollBack = [&models](Task task) { return models.rollBack(task); };
    services.predictAnew = [&intake](const JobContext& context) -> Result<qint64> {
        const Result<usecases::IntakeReport> report = intake.refresh(context);
        if (!report) {
            return report.error();
        }
        return report->predicted;
    };
    return services;
}

} // namespace moderato::widgets
