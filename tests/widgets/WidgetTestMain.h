#pragma once

#include "widgets/common/Theme.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>

#include <gtest/gtest.h>

/// The `main` of a window test: an application with settings of its own, in a folder that goes with it.
inline int runWidgetTests(int argc, char** argv) {
    QCoreApplication::setOrganizationName(QStringLiteral("ModeratoTest"));
    QCoreApplication::setApplicationName(QStringLiteral("ModeratoTest"));
    QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
    moderato::widgets::Theme theme(application);
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
