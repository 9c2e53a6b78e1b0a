#include "core/base/File.h"
#include "core/ml/private/Parts.h"
#include "core/ml/private/QualityTraining.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

/// How a training is written down after a round: one file of tensors, replaced as a whole, which holds
/// nothing that could be executed.
namespace moderato::ml {
namespace {

QJsonValue figure(double value) {
    return std::isnan(value) ? QJsonValue(QJsonValue::Null) : QJsonValue(value);
}

Tensor bytesTensor(const std::string& name, const QByteArray& bytes) {
    const auto* const data = reinterpret_cast<const std::uint8_t*>(bytes.constData());
    return makeTensor<std::uint8_t>(name, {bytes.size()}, std::span(data, std::size_t(bytes.size())));
}

QByteArray progressOf(const std::vector<Round>& rounds, const QByteArray& fingerprint, bool finished) {
    QJsonArray list;
    for (const Round& round : rounds) {
        list.append(QJsonObject{{"number", round.number},
                                {"loss", figure(round.loss)},
                                {"held_out", figure(round.heldOutScore)},
                                {"seconds", round.seconds}});
    }
    return QJsonDocument(QJsonObject{{"fingerprint", QString::fromLatin1(fingerprint)},
                                     {"finished", finished},
                                     {"rounds", list}})
        .toJson(QJsonDocument::Compact);
}

void storeRows(const RowTable& table, ModelFile& file) {
    std::vector<float> values, accumulated;
    for (int row = 0; row < table.rows(); ++row) {
        values.insert(values.end(), table.row(row), table.row(row) + table.columns());
        accumulated.push_back(table.accumulated(row));
    }
    file.tensors.push_back(
        makeTensor<float>("now.words", {table.rows(), table.columns()}, std::span<const float>(values)));
    file.tensors.push_back(
        makeTensor<float>("now.words.accumulated", {table.rows()}, std::span<const float>(accumulated)));
}

bool restoreRows(const ModelFile& file, RowTable& table) {
    const Tensor* const values = file.tensor("now.words");
    const Tensor* const accumulated = file.tensor("now.words.accumulated");
    if (!values || !accumulated ||
        values->values<float>().size() != std::size_t(table.rows()) * std::size_t(table.columns()) ||
        accumulated->values<float>().size() != std::size_t(table.rows())) {
        return false;
    }
    for (int row = 0; row < table.rows(); ++row) {
        const auto columns = std::size_t(table.columns());
        const auto from = values->values<float>().subspan(std::size_t(row) * columns, columns);
        std::copy(from.begin(), from.end(), table.row(row));
        table.setAccumulated(row, accumulated->values<float>()[std::size_t(row)]);
    }
    return true;
}

} // namespace

Status QualityPartTraining::save(const QString& file, const QByteArray& fingerprint, bool finished) const {
    ModelFile content;
    content.tensors.push_back(bytesTensor("progress", progressOf(rounds_, fingerprint, finished)));
    network_.parameters.store(content, "now.");
    best_.network.parameters.store(content, "best.");
    adam_->store(content, "adam");
    if (network_.shape.readsWords()) {
        storeRows(words_, content);
        storeTable(best_.words, "best.words", content);
    }
    return writeFileAtomically(file, serializeTensors(content.tensors));
}

bool QualityPartTraining::resume(const QString& file, const QByteArray& fingerprint, bool& finished) {
    if (!QFileInfo::exists(file)) {
        return false;
    }
    const auto bytes = readFile(file, maxModelBytes);
    auto tensors = bytes ? parseTensors(*bytes) : Result<std::vector<Tensor>>(bytes.error());
    if (!tensors) {
        return false;
    }
    const ModelFile content{{}, std::move(*tensors), {}};
    const Tensor* const progress = content.tensor("progress");
    const QJsonObject json = QJsonDocument::fromJson(progress ? progress->bytes : QByteArray()).object();
    if (json["fingerprint"].toString().toLatin1() != fingerprint) {
        return false;
    }
    // Into copies first: a file that turns out damaged must not leave half of itself behind.
    QualityNetwork now = network_;
    now.parameters = network_.parameters.copy();
    Parameters best = now.parameters.copy();
    Adam adam(network_.parameters.trained(), common_.options.weightDecay);
    RowTable words = words_;
    QuantizedTable bestWords;
    bool fits = now.parameters.restore(content, {}, "now.").ok() && best.restore(content, {}, "best.").ok() &&
                adam.restore(content, "adam").ok();
    if (fits && network_.shape.readsWords()) {
        auto table = restoreTable(content, "best.words");
        fits = table.ok() && restoreRows(content, words);
        bestWords = table.ok() ? std::move(*table) : QuantizedTable();
    }
    if (!fits) {
        return false;
    }
    ModelFile same;
    now.parameters.store(same);
    (void)network_.parameters.restore(same).ok(); // Of the same names and shapes.
    adam_ = std::move(adam);
    words_ = std::move(words);
    best_ = {network_, std::move(bestWords), tasks_};
    best_.network.parameters = std::move(best);
    finished = json["finished"].toBool();
    for (const QJsonValue& value : json["rounds"].toArray()) {
        const QJsonObject object = value.toObject();
        Round round{.number = object["number"].toInt(), .loss = object["loss"].toDouble(undefined)};
        round.heldOutScore = object["held_out"].toDouble(undefined);
        round.seconds = object["seconds"].toDouble();
        rounds_.push_back(round);
    }
    return true;
}

} // namespace moderato::ml
