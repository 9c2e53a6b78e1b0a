#include "app/cli/CommandOutput.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace moderato::cli {

namespace {
constexpr std::chrono::seconds betweenNotes{5};
} // namespace

void CommandOutput::answer(const QJsonObject& object, const QString& text) const {
    if (json_) {
        line(QJsonDocument(object).toJson(QJsonDocument::Compact));
    } else if (!text.isEmpty()) {
        line(text.toUtf8());
    }
}

void CommandOutput::line(const QByteArray& line) const {
    out_(line + '\n');
}

void CommandOutput::warn(const QString& sentence) const {
    err_(sentence.toUtf8() + '\n');
}

void CommandOutput::progress(const Progress& progress) {
    const auto now = std::chrono::steady_clock::now();
    if (now - lastNote_ < betweenNotes) {
        return;
    }
    lastNote_ = now;
    QString text =
        progress.total > 0
            ? QCoreApplication::translate("CommandOutput", "%1 of %2").arg(progress.done).arg(progress.total)
            : QString::number(progress.done);
    if (progress.secondsLeft && progress.total > 0) {
        text = QCoreApplication::translate("CommandOutput", "%1, about %2 s left")
                   .arg(text)
                   .arg(*progress.secondsLeft, 0, 'f', 0);
    }
    if (!progress.step.isEmpty()) {
        text = QStringLiteral("%1: %2").arg(progress.step, text);
    }
    err_(text.toUtf8() + '\n');
}

} // namespace moderato::cli
