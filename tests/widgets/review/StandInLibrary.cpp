#include "tests/widgets/review/StandInLibrary.h"

#include <QPromise>
#include <QTimer>

using namespace moderato;
using domain::Decision;
using domain::ReviewItem;
using widgets::ItemPtr;
using widgets::ReviewServices;

StandInLibrary::StandInLibrary(int articles)
    : articles_(articles) {}

std::vector<domain::Category> StandInLibrary::categories() {
    std::vector<domain::Category> all;
    const struct {
        const char *code, *en;
        QString zh;
    } names[] = {{"food", "Food", QStringLiteral(u"美食")},
                 {"fun", "Fun", QStringLiteral(u"搞笑")},
                 {"military", "Military", QStringLiteral(u"军事")},
                 {"travel", "Travel", QStringLiteral(u"旅行")}};
    for (const auto& name : names) {
        domain::Category category;
        category.id = {qint64(all.size()) + 1};
        category.code = QLatin1String(name.code);
        category.nameEn = QLatin1String(name.en);
        category.nameZh = name.zh;
        category.position = int(all.size());
        all.push_back(category);
    }
    return all;
}

ItemPtr StandInLibrary::item(domain::ContentId id) const {
    auto view = std::make_shared<usecases::ItemView>();
    view->content.id = id;
    view->content.title = QStringLiteral("Article %1").arg(id.value);
    view->article.html = QStringLiteral("<p>Text of article %1.</p>").arg(id.value);
    view->article.plainText = QStringLiteral("Text of article %1.").arg(id.value);
    if (pictures.contains(id.value)) {
        view->content.kind = domain::ContentKind::Pictures;
        view->content.images = {{pictures[id.value], {}, 0}};
    } else if (videos.contains(id.value)) {
        view->content.kind = domain::ContentKind::Video;
        view->content.media = domain::MediaFile{videos[id.value], {}, 0};
    }
    if (flagged.contains(id.value)) {
        domain::Flag flag;
        flag.content = id;
        flag.rule = QStringLiteral("imported");
        view->flags.push_back(flag);
    }
    usecases::CategoryOpinion opinion;
    opinion.version = version;
    const auto all = categories();
    for (const auto& category : all) {
        if (category.code == predicted) {
            opinion.scores.push_back({category, 0.8});
        }
    }
    for (const auto& category : all) {
        if (category.code != predicted && opinion.scores.size() < 3) {
            opinion.scores.push_back({category, 0.1});
        }
    }
    view->category = opinion;
    for (const Decision& decision : standing_) {
        if (decision.content == id) {
            view->decision = decision;
            view->history.insert(view->history.begin(), decision);
        }
    }
    return view;
}

ReviewServices::Decided StandInLibrary::answer(Result<Decision> decision) const {
    auto promise = std::make_shared<QPromise<Result<Decision>>>();
    promise->start();
    QTimer::singleShot(delayMs, [promise, decision] {
        promise->addResult(decision);
        promise->finish();
    });
    return promise->future();
}

ReviewServices StandInLibrary::services() {
    ReviewServices services;
    services.page = [this](const usecases::QueueFilter&, std::optional<usecases::QueueKey> after,
                           int limit) -> Result<std::vector<usecases::QueueRow>> {
        ++pagesRead;
        std::vector<usecases::QueueRow> rows;
        for (qint64 id = after ? after->content.value + 1 : 1; id <= articles_ && int(rows.size()) < limit;
             ++id) {
            usecases::QueueRow row;
            row.content = {id};
            row.title = QStringLiteral("Article %1").arg(id);
            row.reason = ReviewItem::Reason::Flagged;
            row.priority = 300.0 + articles_ - double(id);
            rows.push_back(row);
        }
        return rows;
    };
    services.counts = [this]() -> Result<usecases::QueueCounts> {
        usecases::QueueCounts counts;
        counts.open = articles_;
        return counts;
    };
    services.read = [this](domain::ContentId id) -> Result<ItemPtr> { return item(id); };
    services.decide = [this](usecases::DecisionDraft draft) {
        if (failWith) {
            return answer(*failWith);
        }
        drafts.append(draft);
        Decision decision;
        decision.id = {drafts.size()};
        decision.content = draft.content;
        decision.kind = draft.kind;
        decision.category = draft.category;
        decision.topics = draft.topics;
        decision.reason = draft.reason;
        decision.person = draft.person;
        standing_.append(decision);
        undone_.clear();
        return answer(decision);
    };
    services.undo = [this](const QString&) {
        if (standing_.isEmpty()) {
            return answer(Error::notFound(QStringLiteral("Nothing to undo.")));
        }
        undone_.append(standing_.takeLast());
        Decision undo;
        undo.kind = Decision::Kind::Undo;
        undo.content = undone_.last().content;
        undo.undoes = undone_.last().id;
        return answer(undo);
    };
    services.redo = [this](const QString&) {
        if (undone_.isEmpty()) {
            return answer(Error::notFound(QStringLiteral("Nothing to redo.")));
        }
        standing_.append(undone_.takeLast());
        return answer(standing_.last());
    };
    services.judgeQuality = [this](domain::ContentId id, const QString& task, std::optional<bool> positive) {
        judged << std::tuple(id.value, task, positive);
        return Status();
    };
    services.completeTopics = [](const QString& typed, int) -> Result<std::vector<domain::Topic>> {
        domain::Topic topic;
        topic.name = QStringLiteral("noodles");
        return topic.name.startsWith(typed) ? std::vector{topic} : std::vector<domain::Topic>{};
    };
    return services;
}
