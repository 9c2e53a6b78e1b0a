#include "app/cli/CommandTable.h"

#include "app/cli/Limit.h"
#include "app/cli/Person.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace moderato::cli {

namespace {

const QString strategyOption = QStringLiteral("strategy");

class Next final : public Command {
    Q_DECLARE_TR_FUNCTIONS(NextCommand)

public:
    QString name() const override { return QStringLiteral("next"); }
    QString summary() const override {
        return tr(
            "Lists what an annotator should label next, and why: what teaches the model most comes first.");
    }
    void declare(QCommandLineParser& parser) const override {
        parser.addOption(
            {strategyOption,
             tr("uncertain, diverse, disagreement, gain (uncertain and unlike what is labelled), "
                "random or mixed."),
             QStringLiteral("STRATEGY"), QStringLiteral("gain")});
        declarePerson(parser);
        declareLimit(parser, 20);
    }
    bool writes(const QCommandLineParser&, const QStringList&) const override { return false; }

    Status run(Invocation& call) const override {
        const auto strategy = usecases::nextStrategyFromCode(call.options.value(strategyOption));
        if (!strategy) {
            return Error::invalid(tr("There is no strategy “%1”; moderato next --help lists them.")
                                      .arg(call.options.value(strategyOption)));
        }
        const auto limit = limitOf(call.options);
        if (!limit.ok()) {
            return limit.error();
        }
        const auto order =
            call.workspace.nextItems().order(*strategy, *limit, personOf(call.options), call.context);
        if (!order.ok()) {
            return order.error();
        }
        if (!order->notice.isEmpty()) {
            call.output.warn(order->notice);
        }
        QJsonArray items;
        QStringList lines;
        for (const usecases::NextItems::Item& item : order->items) {
            items.append(QJsonObject{{QStringLiteral("id"), item.content.value},
                                     {QStringLiteral("title"), item.title},
                                     {QStringLiteral("kind"), domain::toCode(item.kind)},
                                     {QStringLiteral("reason"), toCode(item.reason)},
                                     {QStringLiteral("score"), item.score},
                                     {QStringLiteral("why"), item.why}});
            lines << QStringLiteral("%1\t%2\t%3\t%4")
                         .arg(item.content.value)
                         .arg(toCode(item.reason), item.title, item.why);
        }
        call.output.answer({{QStringLiteral("strategy"), toCode(*strategy)},
                            {QStringLiteral("looked_at"), order->looked},
                            {QStringLiteral("items"), items}},
                           lines.isEmpty() ? tr("Nothing waits for topics.") : lines.join(u'\n'));
        return {};
    }
};

} // namespace

std::unique_ptr<Command> makeNext() {
    return std::make_unique<Next>();
}

} // namespace moderato::cli
