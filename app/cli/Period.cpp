#include "app/cli/Period.h"

#include <QCoreApplication>
#include <QDateTime>

namespace moderato::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Period)
};

const QString fromOption = QStringLiteral("from"), beforeOption = QStringLiteral("before");

} // namespace

void declarePeriod(QCommandLineParser& parser) {
    parser.addOption({fromOption, Text::tr("Quality: only content published from this moment on."),
                      QStringLiteral("TIME")});
    parser.addOption({beforeOption, Text::tr("Quality: only content published before this moment."),
                      QStringLiteral("TIME")});
}

Result<usecases::PublishingPeriod> periodFrom(const Invocation& call) {
    usecases::PublishingPeriod period;
    const auto take = [&](const QString& option, std::optional<Timestamp>& moment) {
        if (!call.options.isSet(option)) {
            return true;
        }
        const QDateTime given = QDateTime::fromString(call.options.value(option), Qt::ISODateWithMs);
        moment = fromUnixMs(given.toMSecsSinceEpoch());
        return given.isValid();
    };
    if (!take(fromOption, period.from) || !take(beforeOption, period.before)) {
        return Error::invalid(Text::tr("A moment is written like 2026-11-27T09:00:00Z or 2026-11-27."));
    }
    return period;
}

} // namespace moderato::cli
