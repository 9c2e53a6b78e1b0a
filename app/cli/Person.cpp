#include "app/cli/Person.h"

#include <QCoreApplication>

namespace moderato::cli {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Person)
};
const QString personOption = QStringLiteral("person");
} // namespace

void declarePerson(QCommandLineParser& parser) {
    parser.addOption({personOption, Text::tr("Who does it; without it, you."), QStringLiteral("NAME")});
}

QString personOf(const QCommandLineParser& options) {
    return options.isSet(personOption) ? options.value(personOption)
                                       : qEnvironmentVariable("USER", QStringLiteral("local"));
}

} // namespace moderato::cli
