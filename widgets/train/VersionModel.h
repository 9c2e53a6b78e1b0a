#pragma once

#include "core/domain/ModelVersion.h"
#include "widgets/common/TableModel.h"

#include <QHash>

namespace moderato::widgets {

/// The versions of one task, the newest first.
class VersionModel : public TableModel<domain::ModelVersion> {
    Q_OBJECT
public:
    explicit VersionModel(QObject* parent = nullptr);

    /// Those of `task` out of all.
    void setVersions(const std::vector<domain::ModelVersion>& all, domain::ModelTask task);

    static QString stateName(domain::ModelVersion::State state);
    /// "accuracy 0.913" or "P@1 0.412": the figure that the task is judged by; NaN is "–".
    static QString headline(const domain::ModelVersion& version);
    /// NaN where it is missing.
    static double figure(const QJsonObject& metrics, const QString& name);

protected:
    QVariant cell(const domain::ModelVersion& row, int column, int role) const override;

private:
    SystemClock clock_;
    QHash<domain::ModelVersionId, QString> names_;
};

} // namespace moderato::widgets
