#pragma once

#include "core/domain/Decision.h"
#include "core/domain/ModelVersion.h"
#include "core/usecases/LibraryList.h"
#include "core/usecases/ReviewQueue.h"

#include <QJsonArray>
#include <QJsonObject>

namespace moderato::cli {

/// What `--json` says of things that several commands show.
QJsonObject jsonOf(const domain::Decision& decision);
QJsonObject jsonOf(const domain::ModelVersion& version);
QJsonObject jsonOf(const usecases::LibraryRow& row);
QJsonObject jsonOf(const usecases::QueueRow& row);

/// Lists are wrapped: {"items": […]}.
template <class List> QJsonObject jsonOfList(const List& list) {
    QJsonArray items;
    for (const auto& entry : list) {
        items.append(jsonOf(entry));
    }
    return {{QStringLiteral("items"), items}};
}

} // namespace moderato::cli
