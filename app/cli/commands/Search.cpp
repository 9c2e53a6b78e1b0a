#include "app/cli/CommandTable.h"

#include "app/cli/JsonOf.h"
#include "app/cli/Limit.h"

#include <QCoreApplication>

namespace moderato::cli {

namespace {

const QString topicOption = QStringLiteral("topic");
const QString categoryOption = QStringLiteral("category");

class Search final : public Command {
    Q_DECLARE_TR_FUNCTIONS(SearchCommand)

public:
    QString name() const override { return QStringLiteral("search"); }
    QString summary() const override { return tr("Finds content by its words and topics."); }
    void declare(QCommandLineParser& parser) const override {
        parser.addPositionalArgument(QStringLiteral("QUERY"),
                                     tr("Words that all must occur; the last may be the beginning of one."),
                                     QStringLiteral("QUERY…"));
        parser.addOption({topicOption, tr("Only content with this topic."), QStringLiteral("TOPIC")});
        parser.addOption({categoryOption, tr("Only content of this category."), QStringLiteral("CODE")});
        declareLimit(parser);
    }
    int minimumArguments() const override { return 0; }
    int maximumArguments() const override { return INT_MAX; }
    bool writes(const QCommandLineParser&, const QStringList&) const override { return false; }

    Status run(Invocation& call) const override {
        usecases::LibraryFilter filter;
        filter.text = call.arguments.join(QLatin1Char(' '));
        filter.topic = call.options.value(topicOption);
        filter.category = call.options.value(categoryOption);
        const auto limit = limitOf(call.options);
        if (!limit.ok()) {
            return limit.error();
        }
        const auto page = call.workspace.list().page(filter, usecases::LibrarySort::Newest, {}, *limit);
        if (!page.ok()) {
            return page.error();
        }
        QStringList lines;
        for (const usecases::LibraryRow& row : page->rows) {
            lines << tr("%1\t%2\t%3").arg(row.content.value).arg(domain::toCode(row.kind), row.title);
        }
        call.output.answer(jsonOfList(page->rows),
                           lines.isEmpty() ? tr("Nothing found.") : lines.join(QLatin1Char('\n')));
        return {};
    }
};

} // namespace

std::unique_ptr<Command> makeSearch() {
    return std::make_unique<Search>();
}

} // namespace moderato::cli
