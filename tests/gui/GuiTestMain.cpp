#include <QApplication>
#include <QLocale>
#include <QSettings>
#include <QTemporaryDir>

#include <clocale>
#include <gtest/gtest.h>

/// Settings of its own, English, no sound device; decoding and training run in the real program.
int main(int argc, char** argv) {
    qputenv("MODERATO_WORKER", MODERATO_PROGRAM);
    qputenv("MODERATO_NO_SOUND", "1");
    QCoreApplication::setOrganizationName(QStringLiteral("ModeratoTest"));
    QCoreApplication::setApplicationName(QStringLiteral("ModeratoTest"));
    QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    QSettings().setValue(QStringLiteral("person/name"), QStringLiteral("tester"));
    QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
