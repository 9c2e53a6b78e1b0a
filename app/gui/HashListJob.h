#pragma once

#include <QCoreApplication>
#include <QString>

namespace moderato {

class JobRunner;
class MainWindow;

namespace usecases {
class NearDuplicates;
struct HashImportReport;
} // namespace usecases

/// Imports a list of known hashes as a job, with a report in the window.
class HashListJob {
    Q_DECLARE_TR_FUNCTIONS(moderato::HashListJob)
public:
    /// The list is called as its file.
    static void start(const QString& file, usecases::NearDuplicates& duplicates, JobRunner& jobs,
                      MainWindow& window);

private:
    static void show(const usecases::HashImportReport& report, MainWindow& window);
};

} // namespace moderato
