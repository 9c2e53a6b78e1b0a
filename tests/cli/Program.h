#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <gtest/gtest.h>

namespace moderato::cli {

/// What the real program answered.
struct Answer {
    int status = -1;
    QByteArray out;
    QByteArray err;

    /// The one JSON object on standard output; the test fails where there is anything else.
    QJsonObject json() const;
    /// One object a line.
    QList<QJsonObject> lines() const;
};

/// Runs the real program on a library of its own, as a person would: one process a command.
class ProgramTest : public ::testing::Test {
protected:
    Answer run(const QStringList& arguments, int timeoutMs = 120'000);
    /// The same, which must succeed, with --json. → its object
    QJsonObject ask(const QStringList& arguments);

    QString path(const QString& name) const { return folder.filePath(name); }
    QString library() const { return path(QStringLiteral("library")); }
    QString write(const QString& name, const QByteArray& content);
    /// Six articles in two languages and two categories.
    QString articles();
    /// Articles of two categories that a tiny model can tell apart.
    QString lessons(const QString& first, const QString& second);

    QTemporaryDir folder;
};

} // namespace moderato::cli
