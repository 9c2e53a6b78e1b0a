#pragma once

#include "core/domain/Ids.h"
#include "widgets/common/Taxonomy.h"

#include <QCoreApplication>
#include <QString>

namespace moderato {

class MainWindow;
class Workspace;

namespace widgets {
struct FaceFileServices;
}

/// Takes in a file about a reader's face in front of an item, or ready-made aggregates of many readers: the
/// first is shown in a window before it is stored, the second is stored at once unless it does not fit the
/// item. Reading and storing are jobs with their progress in the status bar. GUI thread.
class FaceFileJob {
    Q_DECLARE_TR_FUNCTIONS(moderato::FaceFileJob)
public:
    /// `path` empty: asks for it.
    static void start(domain::ContentId item, const QString& title, QString path,
                      widgets::TaxonomyPtr taxonomy, Workspace& workspace, MainWindow& window);

private:
    static widgets::FaceFileServices services(Workspace& workspace);
    static void importSeries(domain::ContentId item, const QString& path, bool acceptAnyway,
                             Workspace& workspace, MainWindow& window);
};

} // namespace moderato
