#pragma once

#include "core/domain/ModelVersion.h"
#include "core/domain/QualityVerification.h"
#include "core/usecases/QualityUpdate.h"
#include "widgets/common/TableModel.h"

#include <QHash>

class QTableView;

namespace moderato::widgets {

/// What a verification found, task by task. Undefined figures are "–".
class TaskFindingModel : public TableModel<domain::QualityVerification::Task> {
    Q_OBJECT
public:
    explicit TaskFindingModel(QObject* parent = nullptr);
    void setTask(domain::ModelTask task) { task_ = task; }

protected:
    QVariant cell(const domain::QualityVerification::Task& row, int column, int role) const override;

private:
    domain::ModelTask task_ = domain::ModelTask::Quality;
};

/// How the accuracy decays with the days since what the version had learned from.
class DecayModel : public TableModel<domain::QualityVerification::Age> {
    Q_OBJECT
public:
    explicit DecayModel(QObject* parent = nullptr);

protected:
    QVariant cell(const domain::QualityVerification::Age& row, int column, int role) const override;
};

/// Verifications, the newest first.
class VerificationModel : public TableModel<domain::QualityVerification> {
    Q_OBJECT
public:
    explicit VerificationModel(QObject* parent = nullptr);
    void setVersionNames(QHash<domain::ModelVersionId, QString> names) { names_ = std::move(names); }
    QString versionName(domain::ModelVersionId id) const;

protected:
    QVariant cell(const domain::QualityVerification& row, int column, int role) const override;

private:
    QHash<domain::ModelVersionId, QString> names_;
};

/// Two versions on the same items, task by task.
class TaskComparisonModel : public TableModel<usecases::TaskComparison> {
    Q_OBJECT
public:
    explicit TaskComparisonModel(QObject* parent = nullptr);
    void setTask(domain::ModelTask task) { task_ = task; }

protected:
    QVariant cell(const usecases::TaskComparison& row, int column, int role) const override;

private:
    domain::ModelTask task_ = domain::ModelTask::Quality;
};

/// A table among other things on a page: as high as its rows, nothing to select unless `selects`.
void prepareSmallTable(QTableView& table, bool selects = false);
/// To its rows, at most `rows` of them.
void fitHeight(QTableView& table, int rows);

} // namespace moderato::widgets
