#include "app/cli/CommandTable.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cmath>

namespace moderato::cli {

namespace {

const QString taskOption = QStringLiteral("task");

QJsonValue orNull(double value) {
    return std::isnan(value) ? QJsonValue() : QJsonValue(value);
}

QString shown(double value) {
    return std::isnan(value) ? QStringLiteral("–") : QString::number(value, 'f', 3);
}

QJsonArray pairsOf(const usecases::AgreementReport& report) {
    QJsonArray pairs;
    for (const auto& pair : report.pairs) {
        pairs.append(QJsonObject{{QStringLiteral("first"), pair.first},
                                 {QStringLiteral("second"), pair.second},
                                 {QStringLiteral("items"), pair.items},
                                 {QStringLiteral("same"), orNull(pair.same)},
                                 {QStringLiteral("jaccard"), orNull(pair.overlap)},
                                 {QStringLiteral("cohen_kappa"), orNull(pair.kappa)}});
    }
    return pairs;
}

QJsonArray goldOf(const usecases::AgreementReport& report) {
    QJsonArray gold;
    for (const auto& one : report.gold) {
        gold.append(QJsonObject{{QStringLiteral("person"), one.person},
                                {QStringLiteral("items"), one.items},
                                {QStringLiteral("same"), orNull(one.same)},
                                {QStringLiteral("jaccard"), orNull(one.overlap)}});
    }
    return gold;
}

QJsonArray disputesOf(const usecases::AgreementReport& report) {
    QJsonArray disputes;
    for (const auto& one : report.disputes) {
        disputes.append(QJsonObject{{QStringLiteral("id"), one.content.value},
                                    {QStringLiteral("title"), one.title},
                                    {QStringLiteral("jaccard"), orNull(one.overlap)},
                                    {QStringLiteral("answers"), QJsonArray::fromStringList(one.answers)}});
    }
    return disputes;
}

class Agreement final : public Command {
    Q_DECLARE_TR_FUNCTIONS(AgreementCommand)

public:
    QString name() const override { return QStringLiteral("agreement"); }
    QString summary() const override {
        return tr("Says how far annotators agree, with each other and with the gold items.");
    }
    void declare(QCommandLineParser& parser) const override {
        parser.addOption(
            {taskOption, tr("topics or category."), QStringLiteral("TASK"), QStringLiteral("topics")});
    }
    bool writes(const QCommandLineParser&, const QStringList&) const override { return false; }

    Status run(Invocation& call) const override {
        const auto task = domain::modelTaskFromCode(call.options.value(taskOption));
        if (!task) {
            return Error::invalid(
                tr("“%1” is neither topics nor category.").arg(call.options.value(taskOption)));
        }
        const auto report = call.workspace.agreement().report(*task);
        if (!report.ok()) {
            return report.error();
        }
        call.output.answer({{QStringLiteral("task"), domain::toCode(*task)},
                            {QStringLiteral("shared_items"), report->items},
                            {QStringLiteral("annotators"), report->annotators},
                            {QStringLiteral("alpha_nominal"), orNull(report->alphaNominal)},
                            {QStringLiteral("alpha_jaccard"), orNull(report->alphaJaccard)},
                            {QStringLiteral("alpha_masi"), orNull(report->alphaMasi)},
                            {QStringLiteral("items"), pairsOf(*report)},
                            {QStringLiteral("gold"), goldOf(*report)},
                            {QStringLiteral("disputes"), disputesOf(*report)}},
                           inWords(*report));
        return {};
    }

private:
    static QString inWords(const usecases::AgreementReport& report) {
        if (report.items == 0 && report.gold.empty()) {
            return tr("No item has been answered by two annotators yet.");
        }
        QStringList lines;
        lines
            << tr("%n item(s) with two annotators and more; Krippendorff's alpha %1 (nominal), %2 (Jaccard), "
                  "%3 (MASI).",
                  nullptr, int(report.items))
                   .arg(shown(report.alphaNominal), shown(report.alphaJaccard), shown(report.alphaMasi));
        for (const auto& pair : report.pairs) {
            lines << tr("%1 and %2: %n item(s), kappa %3, the same %4, overlap %5.", nullptr, int(pair.items))
                         .arg(pair.first, pair.second, shown(pair.kappa), shown(pair.same),
                              shown(pair.overlap));
        }
        for (const auto& one : report.gold) {
            lines << tr("%1 on gold: %n item(s), the same %2, overlap %3.", nullptr, int(one.items))
                         .arg(one.person, shown(one.same), shown(one.overlap));
        }
        return lines.join(u'\n');
    }
};

} // namespace

std::unique_ptr<Command> makeAgreement() {
    return std::make_unique<Agreement>();
}

} // namespace moderato::cli
