#include "app/cli/CommandTable.h"

#include <QCoreApplication>

namespace moderato::cli {

namespace {

QCommandLineOption hidden(const QString& name, const QString& value) {
    QCommandLineOption option(name, {}, value);
    option.setFlags(QCommandLineOption::HiddenFromHelp);
    return option;
}

/// Reader mode (S4.3): whether a library has it, and its window, which the program opens (RunReader).
class Reader final : public Command {
    Q_DECLARE_TR_FUNCTIONS(ReaderCommand)

public:
    QString name() const override { return QStringLiteral("reader"); }
    QString summary() const override {
        return tr("Reader mode: shows items to a reader who agrees that the camera looks at their face.");
    }
    void declare(QCommandLineParser& parser) const override {
        parser.addPositionalArgument(
            QStringLiteral("WHAT"),
            tr("on or off: whether this library has reader mode; it is off to begin with. status: says "
               "which. "
               "start [ITEM…]: opens its window; without items, those that the reader has not seen."));
        parser.addOption({readerOption(), tr("Who reads: a pseudonym; without it, the window asks."),
                          QStringLiteral("PSEUDONYM")});
        parser.addOption({clipOption(),
                          tr("Take this recorded clip of a face instead of the camera; it begins "
                             "anew with each item."),
                          QStringLiteral("FILE")});
        parser.addOption({everyOption(), tr("Look every so many seconds; without it, ten times a second."),
                          QStringLiteral("SECONDS")});
        parser.addOption(hidden(QStringLiteral("screenshot"), QStringLiteral("DIR")));
        parser.addOption(hidden(QStringLiteral("language"), QStringLiteral("CODE")));
    }
    int minimumArguments() const override { return 1; }
    int maximumArguments() const override { return 1000; }
    bool writes(const QCommandLineParser&, const QStringList& arguments) const override {
        return arguments.value(0) == QLatin1String("on") || arguments.value(0) == QLatin1String("off");
    }

    Status run(Invocation& call) const override {
        const QString what = call.arguments.first();
        usecases::ReaderMode& mode = call.workspace.readerMode();
        if (what == QLatin1String("start")) {
            return Error{Error::Kind::Unsupported,
                         tr("Reader mode needs a window, and this program was built without one."),
                         {}};
        }
        if (call.arguments.size() > 1) {
            return Error::invalid(tr("“%1” takes nothing more.").arg(what));
        }
        if (writes(call.options, call.arguments)) {
            if (const Status done = mode.setOn(what == QLatin1String("on")); !done.ok()) {
                return done;
            }
        } else if (what != QLatin1String("status")) {
            return Error::invalid(tr("Say on, off, status or start; moderato reader --help says more."));
        }
        const auto on = mode.isOn();
        if (!on.ok()) {
            return on.error();
        }
        call.output.answer({{QStringLiteral("on"), *on}},
                           *on ? tr("This library has reader mode. Readers are asked for their consent each "
                                    "time; nobody who works here is ever measured.")
                               : tr("Reader mode is off in this library."));
        return {};
    }

private:
    static QString readerOption() { return QStringLiteral("reader"); }
    static QString clipOption() { return QStringLiteral("from-clip"); }
    static QString everyOption() { return QStringLiteral("every"); }
};

} // namespace

std::unique_ptr<Command> makeReader() {
    return std::make_unique<Reader>();
}

} // namespace moderato::cli
