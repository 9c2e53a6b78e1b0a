#pragma once

#include "core/usecases/IntakeRun.h"

#include <QCoreApplication>
#include <QStringList>

namespace moderato {

class JobRunner;
class MainWindow;

/// Takes files in while one works on: a job with its progress in the status bar, then one line that says what
/// came of it, with the list of problems behind it. The pages read again. GUI thread.
class ImportJob {
    Q_DECLARE_TR_FUNCTIONS(moderato::ImportJob)
public:
    static void start(const QStringList& paths, usecases::IntakeRun& intake, JobRunner& jobs,
                      MainWindow& window);

private:
    static void show(const usecases::IntakeReport& report, MainWindow& window);
};

} // namespace moderato
