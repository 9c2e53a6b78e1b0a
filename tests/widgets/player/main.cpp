#include <gmock/gmock.h>

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>

int main(int argc, char** argv) {
    qputenv("MODERATO_NO_SOUND", "1");
    QApplication application(argc, argv);
    QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    QApplication::setOrganizationName(QStringLiteral("moderato-tests"));
    QApplication::setApplicationName(QStringLiteral("player"));
    testing::InitGoogleMock(&argc, argv);
    return RUN_ALL_TESTS();
}
