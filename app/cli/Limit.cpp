#include "app/cli/Limit.h"

#include <QCoreApplication>

namespace moderato::cli {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Limit)
};
const QString limitOption = QStringLiteral("limit");
} // namespace

void declareLimit(QCommandLineParser& parser, int preset) {
    parser.addOption({limitOption, Text::tr("How many at most; %1 without it.").arg(preset),
                      QStringLiteral("N"), QString::number(preset)});
}

Result<int> limitOf(const QCommandLineParser& options) {
    bool ok = false;
    const int limit = options.value(limitOption).toInt(&ok);
    if (!ok || limit < 1) {
        return Error::invalid(Text::tr("“%1” is not a number of lines; give one of 1 or more.")
                                  .arg(options.value(limitOption)));
    }
    return limit;
}

} // namespace moderato::cli
