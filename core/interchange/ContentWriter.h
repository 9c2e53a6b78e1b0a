#pragma once

#include "core/base/Result.h"
#include "core/domain/Content.h"

#include <QIODevice>
#include <QStringList>

#include <optional>

namespace moderato::interchange {

/// One item with what people and models say of it.
struct ExportRow {
    domain::Content content;
    QString decision;                  ///< Code of the decision that holds ("confirm", …); empty: none yet.
    QString category;                  ///< The decided category's code.
    std::optional<QStringList> topics; ///< The decided topics.
    QString reason;                    ///< Of the decision.
    QString person;
    std::optional<Timestamp> decidedAt;
    QString predictedCategory;
    std::optional<double> predictedProbability;
    QString categoryVersion;
    QStringList predictedTopics;
    QString topicsVersion;
};

enum class ExportFormat { Jsonl, Csv };
/// By the ending of a file's name; Jsonl where it is not ".csv".
ExportFormat exportFormatOf(const QString& path);

/// Writes rows as they come, nothing is kept. What it writes can be imported again: the fields are those of
/// an import, with `category` and `topics` as decided (else as given) and `decision` and `prediction` beside
/// them. CSV cells that a spreadsheet would take for a formula (= + - @ tab return) begin with an apostrophe.
/// The device is not owned, is open, and outlives the writer. One thread.
class ContentWriter {
public:
    ContentWriter(QIODevice& device, ExportFormat format);

    Status write(const ExportRow& row);

private:
    Status writeLine(const QByteArray& line);

    QIODevice& device_;
    ExportFormat format_;
    bool headerWritten_ = false;
};

/// A cell as it stands in a CSV file: quoted where needed, defused where a spreadsheet would run it.
QString csvCell(const QString& text);

} // namespace moderato::interchange
