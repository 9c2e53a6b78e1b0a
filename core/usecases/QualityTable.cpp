#include "core/usecases/QualityTable.h"

#include "core/interchange/TableReader.h"

#include <QCoreApplication>

#include <cmath>
#include <limits>
#include <optional>
#include <set>

namespace moderato::usecases {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(QualityTable)
};

constexpr std::size_t mostProblems = 100;

std::optional<float> numberOf(const QByteArray& cell) {
    bool ok = false;
    const double number = cell.toDouble(&ok);
    return ok && std::isfinite(number) ? std::optional(float(number)) : std::nullopt;
}

std::optional<ml::TaskLabel> labelOf(const QByteArray& cell) {
    return cell.isEmpty() ? std::optional(ml::TaskLabel::None)
           : cell == "0"  ? std::optional(ml::TaskLabel::Negative)
           : cell == "1"  ? std::optional(ml::TaskLabel::Positive)
                          : std::nullopt;
}

/// What is known of a column while all of it is read.
struct Column {
    bool text = false;
    std::set<QByteArray> values; ///< Of numbers, until there are too many to be few.

    void take(const QByteArray& cell) {
        text = text || (!cell.isEmpty() && !numberOf(cell));
        if (!text && !cell.isEmpty() && int(values.size()) <= fewValues) {
            values.insert(cell);
        }
    }
    bool isCategorical() const { return text || int(values.size()) <= fewValues; }
};

/// Where the columns of a schema stand in a file.
struct Places {
    std::vector<qsizetype> tasks, numbers, categories;
};

Result<std::vector<qsizetype>> placesOf(const std::vector<std::string>& names, const QStringList& columns,
                                        const QString& path) {
    std::vector<qsizetype> places;
    for (const std::string& name : names) {
        places.push_back(columns.indexOf(QString::fromStdString(name)));
        if (places.back() < 0) {
            return Error::invalid(
                Text::tr("%1 has no column “%2”; it has: %3.")
                    .arg(path, QString::fromStdString(name), columns.mid(0, 50).join(", ")));
        }
    }
    return places;
}

class Reading {
public:
    Reading(const QString& path, QualityTable& table)
        : path_(path)
        , table_(table) {}

    Status find(const QStringList& columns) {
        auto tasks = placesOf(table_.schema.tasks, columns, path_);
        auto numbers = placesOf(table_.schema.numbers, columns, path_);
        auto categories = placesOf(table_.schema.categories, columns, path_);
        if (!tasks.ok() || !numbers.ok() || !categories.ok()) {
            return !tasks.ok() ? tasks.error() : !numbers.ok() ? numbers.error() : categories.error();
        }
        places_ = {std::move(*tasks), std::move(*numbers), std::move(*categories)};
        return {};
    }

    void take(const interchange::TableRow& row) {
        if (!row.problem.isEmpty()) {
            return refuse(row.line, row.problem);
        }
        ml::QualityExample example;
        for (const qsizetype place : places_.tasks) {
            const auto label = labelOf(row.cells[place]);
            if (!label) {
                return refuse(row.line, Text::tr("“%1” is no label; a task's column holds 0, 1 or nothing.")
                                            .arg(QString::fromUtf8(row.cells[place]).left(100)));
            }
            example.labels.push_back(*label);
        }
        for (const qsizetype place : places_.numbers) {
            example.item.numbers.push_back(
                numberOf(row.cells[place]).value_or(std::numeric_limits<float>::quiet_NaN()));
        }
        for (const qsizetype place : places_.categories) {
            example.item.categories.push_back(row.cells[place].toStdString());
        }
        table_.examples.push_back(std::move(example));
    }

private:
    void refuse(qint64 line, const QString& reason) {
        ++table_.unusable;
        if (table_.problems.size() < mostProblems) {
            table_.problems.push_back({path_, line, reason});
        }
    }

    const QString& path_;
    QualityTable& table_;
    Places places_;
};

Result<QualityTable> fill(const QString& path, const ml::QualitySchema& schema, const JobContext& context) {
    QualityTable table{schema, {}, {}, 0};
    Reading reading(path, table);
    const Status read = interchange::readTable(
        path, [&](const QStringList& columns) { return reading.find(columns); },
        [&](const interchange::TableRow& row) { reading.take(row); }, context);
    if (!read.ok()) {
        return read.error();
    }
    if (table.examples.empty()) {
        return Error::invalid(Text::tr("%1 has no row that can be used.").arg(path));
    }
    return table;
}

} // namespace

Result<QualityTable> readTrainingTable(const QString& path, const QStringList& tasks,
                                       const JobContext& context) {
    ml::QualitySchema schema;
    for (const QString& task : tasks) {
        schema.tasks.push_back(task.toStdString());
    }
    QStringList names;
    std::vector<Column> columns;
    const Status looked = interchange::readTable(
        path,
        [&](const QStringList& header) -> Status {
            names = header;
            columns.resize(std::size_t(header.size()));
            const auto found = placesOf(schema.tasks, header, path);
            return found.ok() ? Status() : Status(found.error());
        },
        [&](const interchange::TableRow& row) {
            for (qsizetype i = 0; i < row.cells.size(); ++i) {
                columns[std::size_t(i)].take(row.cells[i]);
            }
        },
        context);
    if (!looked.ok()) {
        return looked.error();
    }
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (!tasks.contains(names[i]) && !names[i].isEmpty()) {
            const bool categorical = columns[std::size_t(i)].isCategorical();
            (categorical ? schema.categories : schema.numbers).push_back(names[i].toStdString());
        }
    }
    return fill(path, schema, context);
}

Result<QualityTable> readTable(const QString& path, const ml::QualitySchema& schema,
                               const JobContext& context) {
    return fill(path, schema, context);
}

} // namespace moderato::usecases
