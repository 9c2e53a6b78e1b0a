#include "app/cli/CommandTable.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace moderato::cli {

namespace {

using usecases::ExportFormat;

const QString formatOption = QStringLiteral("format");
const QString outputOption = QStringLiteral("output");

/// What is written goes to the command's standard output.
class OutputDevice final : public QIODevice {
public:
    explicit OutputDevice(const CommandOutput& output)
        : output_(output) {
        open(QIODevice::WriteOnly);
    }

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char* data, qint64 size) override {
        output_.raw(QByteArray(data, qsizetype(size)));
        return size;
    }

private:
    const CommandOutput& output_;
};

class ExportCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(ExportCommand)

public:
    QString name() const override { return QStringLiteral("export"); }
    QString summary() const override {
        return tr("Writes content with its decisions and predictions, the log of decisions, or what was "
                  "learned from.");
    }
    void declare(QCommandLineParser& parser) const override {
        parser.addPositionalArgument(QStringLiteral("WHAT"), tr("content, decisions or training."));
        parser.addOption({formatOption, tr("jsonl or csv; without it, by the ending of the file's name."),
                          QStringLiteral("FORMAT")});
        parser.addOption(
            {outputOption, tr("The file; without it, standard output."), QStringLiteral("FILE")});
    }
    int minimumArguments() const override { return 1; }
    int maximumArguments() const override { return 1; }
    bool writes(const QCommandLineParser&, const QStringList&) const override { return false; }

    Status run(Invocation& call) const override {
        const auto format = formatOf(call.options);
        if (!format.ok()) {
            return format.error();
        }
        if (!call.options.isSet(outputOption)) {
            OutputDevice device(call.output);
            const auto rows = write(call, device, *format);
            return rows.ok() ? Status() : Status(rows.error());
        }
        const QString path = call.path(call.options.value(outputOption));
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly)) {
            return Error::io(tr("%1 cannot be written; check the folder and the rights.").arg(path),
                             file.errorString());
        }
        const auto rows = write(call, file, *format);
        if (!rows.ok()) {
            return rows.error();
        }
        if (!file.commit()) {
            return Error::io(tr("%1 cannot be written; check the free space.").arg(path), file.errorString());
        }
        call.output.answer({{QStringLiteral("rows"), *rows}, {QStringLiteral("file"), path}},
                           tr("%1 rows in %2.").arg(*rows).arg(path));
        return {};
    }

private:
    static Result<ExportFormat> formatOf(const QCommandLineParser& options) {
        if (!options.isSet(formatOption)) {
            return interchange::exportFormatOf(options.value(outputOption));
        }
        if (options.value(formatOption) == QLatin1String("csv")) {
            return ExportFormat::Csv;
        }
        if (options.value(formatOption) == QLatin1String("jsonl")) {
            return ExportFormat::Jsonl;
        }
        return Error::invalid(
            tr("“%1” is no format; the formats are jsonl and csv.").arg(options.value(formatOption)));
    }

    static Result<qint64> write(Invocation& call, QIODevice& device, ExportFormat format) {
        const QString what = call.arguments.first();
        usecases::Export& exporter = call.workspace.exporter();
        if (what == QLatin1String("content")) {
            return exporter.content(device, format, call.context);
        }
        if (what == QLatin1String("decisions")) {
            return exporter.decisions(device, format, call.context);
        }
        if (what == QLatin1String("training")) {
            return exporter.training(device, format, call.context);
        }
        return Error::invalid(tr("“%1” cannot be exported; content, decisions and training can.").arg(what));
    }
};

} // namespace

std::unique_ptr<Command> makeExport() {
    return std::make_unique<ExportCommand>();
}

} // namespace moderato::cli
