#pragma once

#include "core/domain/ModelVersion.h"

#include <QString>

namespace moderato::widgets {

/// What the labels of quality models are called: tasks of quality, marks of low quality. Others are their own
/// names.
QString qualityLabelName(domain::ModelTask task, const QString& code);

} // namespace moderato::widgets
