#include "widgets/train/VersionModel.h"

#include "widgets/common/Format.h"
#include "widgets/common/Icons.h"

#include <QFont>

#include <algorithm>
#include <limits>

namespace moderato::widgets {

VersionModel::VersionModel(QObject* parent)
    : TableModel({{tr("Version")},
                  {tr("State")},
                  {tr("Made")},
                  {tr("Examples"), Qt::AlignRight | Qt::AlignVCenter},
                  {tr("Held-out score"), Qt::AlignRight | Qt::AlignVCenter},
                  {tr("Trained on from")}},
                 parent) {}

void VersionModel::setVersions(const std::vector<domain::ModelVersion>& all, domain::ModelTask task) {
    std::vector<domain::ModelVersion> mine;
    for (const domain::ModelVersion& version : all) {
        names_.insert(version.id, version.name);
        if (version.task == task) {
            mine.push_back(version);
        }
    }
    std::stable_sort(mine.begin(), mine.end(),
                     [](const auto& a, const auto& b) { return a.createdAt > b.createdAt; });
    setRows(std::move(mine));
}

QString VersionModel::stateName(domain::ModelVersion::State state) {
    switch (state) {
    case domain::ModelVersion::State::Candidate:
        return tr("Candidate");
    case domain::ModelVersion::State::InService:
        return tr("In service");
    case domain::ModelVersion::State::Retired:
        return tr("Retired");
    }
    return {};
}

double VersionModel::figure(const QJsonObject& metrics, const QString& name) {
    const QJsonValue value = name.contains(QLatin1Char('@'))
                                 ? metrics.value(name.section(QLatin1Char('@'), 0, 0))
                                       .toObject()
                                       .value(name.section(QLatin1Char('@'), 1))
                                 : metrics.value(name);
    return value.isDouble() ? value.toDouble() : std::numeric_limits<double>::quiet_NaN();
}

QString VersionModel::headline(const domain::ModelVersion& version) {
    if (version.task != domain::ModelTask::Topics && version.task != domain::ModelTask::Tags) {
        return tr("accuracy %1").arg(Format::score(figure(version.metrics, QStringLiteral("accuracy")), 3));
    }
    return tr("P@1 %1").arg(Format::score(figure(version.metrics, QStringLiteral("precision@1")), 3));
}

QVariant VersionModel::cell(const domain::ModelVersion& row, int column, int role) const {
    if (role == Qt::DecorationRole && column == 1) {
        return row.state == domain::ModelVersion::State::InService   ? icon(QStringLiteral("circle-check"))
               : row.state == domain::ModelVersion::State::Candidate ? icon(QStringLiteral("circle"))
                                                                     : icon(QStringLiteral("history"));
    }
    if (role == Qt::FontRole && row.state == domain::ModelVersion::State::InService && column < 2) {
        QFont font;
        font.setWeight(QFont::DemiBold);
        return font;
    }
    if (role == SortRole) {
        return column == 2   ? QVariant(toUnixMs(row.createdAt))
               : column == 3 ? QVariant(row.examples)
                             : QVariant();
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case 0:
        return row.name;
    case 1:
        return stateName(row.state);
    case 2:
        return Format::ago(row.createdAt, clock_.now());
    case 3:
        return row.examples > 0 ? Format::number(row.examples) : Format::none();
    case 4:
        return headline(row);
    default:
        return row.parent.isValid() ? names_.value(row.parent, Format::none()) : tr("scratch");
    }
}

} // namespace moderato::widgets
