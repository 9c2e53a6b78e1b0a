#include "core/usecases/Agreement.h"

#include "core/storage/ContentRepository.h"
#include "core/storage/DecisionRepository.h"
#include "core/storage/Library.h"
#include "core/storage/TopicAnswerRepository.h"
#include "core/usecases/AgreementFigures.h"

#include <algorithm>
#include <limits>
#include <map>

namespace moderato::usecases {

using domain::ContentId;
using domain::Decision;
using storage::Connection;

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr int readAtOnce = 1000;
constexpr std::size_t disputesShown = 20;

/// Person → what the person said, item by item.
using Answers = std::map<ContentId, std::map<QString, LabelSet>>;

LabelSet setOf(const QStringList& labels) {
    return {labels.begin(), labels.end()};
}

Result<Answers> topicAnswers(Connection& reader) {
    storage::TopicAnswerRepository repository(reader);
    Answers answers;
    for (ContentId after;;) {
        const auto some = repository.after(after, readAtOnce);
        if (!some.ok()) {
            return some.error();
        }
        if (some->empty()) {
            return answers;
        }
        for (const domain::TopicAnswer& answer : *some) {
            answers[answer.content][answer.person] = setOf(answer.topics);
        }
        after = some->back().content;
    }
}

/// The last verdict of each person on each item that is not undone.
Result<Answers> categoryAnswers(Connection& reader) {
    storage::DecisionRepository repository(reader);
    std::map<domain::DecisionId, Decision> verdicts;
    for (domain::DecisionId after;;) {
        const auto some = repository.after(after, readAtOnce);
        if (!some.ok()) {
            return some.error();
        }
        if (some->empty()) {
            break;
        }
        for (const Decision& decision : *some) {
            if (decision.kind == Decision::Kind::Undo) {
                verdicts.erase(decision.undoes);
            } else if (decision.kind == Decision::Kind::Confirm || decision.kind == Decision::Kind::Correct) {
                verdicts.emplace(decision.id, decision);
            }
        }
        after = some->back().id;
    }
    Answers answers;
    for (const auto& [id, decision] : verdicts) {
        answers[decision.content][decision.person] = {decision.category};
    }
    return answers;
}

/// Kappa over item × label: whether each of the two gave the label, for the labels that either gave anywhere.
double kappaOf(const std::vector<std::pair<LabelSet, LabelSet>>& both, domain::ModelTask task) {
    std::vector<std::pair<QString, QString>> judged;
    if (task == domain::ModelTask::Category) {
        for (const auto& [a, b] : both) {
            judged.emplace_back(*a.begin(), *b.begin());
        }
        return cohenKappa(judged);
    }
    LabelSet labels;
    for (const auto& [a, b] : both) {
        labels.unite(a).unite(b);
    }
    const auto said = [](bool yes) { return yes ? QStringLiteral("yes") : QStringLiteral("no"); };
    for (const auto& [a, b] : both) {
        for (const QString& label : std::as_const(labels)) {
            judged.emplace_back(said(a.contains(label)), said(b.contains(label)));
        }
    }
    return cohenKappa(judged);
}

AgreementReport::Pair pairOf(const QString& first, const QString& second,
                             const std::vector<std::pair<LabelSet, LabelSet>>& both, domain::ModelTask task) {
    AgreementReport::Pair pair{first, second, qint64(both.size()), 0, 0, kappaOf(both, task)};
    for (const auto& [a, b] : both) {
        pair.same += a == b ? 1 : 0;
        pair.overlap += 1 - jaccardDistance(a, b);
    }
    pair.same /= double(both.size());
    pair.overlap /= double(both.size());
    return pair;
}

std::vector<AgreementReport::Pair> pairsOf(const Answers& answers, domain::ModelTask task) {
    std::map<std::pair<QString, QString>, std::vector<std::pair<LabelSet, LabelSet>>> both;
    for (const auto& [content, people] : answers) {
        for (auto first = people.begin(); first != people.end(); ++first) {
            for (auto second = std::next(first); second != people.end(); ++second) {
                both[{first->first, second->first}].emplace_back(first->second, second->second);
            }
        }
    }
    std::vector<AgreementReport::Pair> pairs;
    for (const auto& [people, items] : both) {
        pairs.push_back(pairOf(people.first, people.second, items, task));
    }
    return pairs;
}

double meanOverlap(const std::map<QString, LabelSet>& people) {
    double sum = 0;
    int n = 0;
    for (auto first = people.begin(); first != people.end(); ++first) {
        for (auto second = std::next(first); second != people.end(); ++second, ++n) {
            sum += 1 - jaccardDistance(first->second, second->second);
        }
    }
    return n == 0 ? undefined : sum / n;
}

Status addDisputes(Connection& reader, const Answers& answers, AgreementReport& report) {
    for (const auto& [content, people] : answers) {
        const double overlap = meanOverlap(people);
        if (people.size() >= 2 && overlap < 1) {
            report.disputes.push_back({content, {}, overlap, {}});
        }
    }
    std::stable_sort(report.disputes.begin(), report.disputes.end(),
                     [](const auto& a, const auto& b) { return a.overlap < b.overlap; });
    report.disputes.resize(std::min(report.disputes.size(), disputesShown));
    for (AgreementReport::Dispute& dispute : report.disputes) {
        const auto item = storage::ContentRepository(reader).find(dispute.content);
        if (!item.ok()) {
            return item.error();
        }
        dispute.title = item->title;
        for (const auto& [person, labels] : answers.at(dispute.content)) {
            QStringList sorted(labels.begin(), labels.end());
            sorted.sort();
            dispute.answers << QStringLiteral("%1: %2").arg(person, sorted.join(QStringLiteral(", ")));
        }
    }
    return {};
}

std::vector<AgreementReport::Gold> goldOf(const std::vector<storage::TopicAnswerRepository::Gold>& gold,
                                          const Answers& answers) {
    std::map<QString, AgreementReport::Gold> people;
    for (const auto& known : gold) {
        const auto item = answers.find(known.content);
        if (item == answers.end()) {
            continue;
        }
        const LabelSet right = setOf(known.topics);
        for (const auto& [person, labels] : item->second) {
            AgreementReport::Gold& one = people[person];
            one.person = person;
            ++one.items;
            one.same += labels == right ? 1 : 0;
            one.overlap += 1 - jaccardDistance(labels, right);
        }
    }
    std::vector<AgreementReport::Gold> rows;
    for (auto& [person, one] : people) {
        one.same /= double(one.items);
        one.overlap /= double(one.items);
        rows.push_back(one);
    }
    return rows;
}

} // namespace

Result<AgreementReport> Agreement::report(domain::ModelTask task) const {
    Connection& reader = library_.reader();
    const auto answers = task == domain::ModelTask::Topics ? topicAnswers(reader) : categoryAnswers(reader);
    if (!answers.ok()) {
        return answers.error();
    }
    AgreementReport report;
    std::vector<std::vector<LabelSet>> units;
    LabelSet annotators;
    for (const auto& [content, people] : *answers) {
        if (people.size() < 2) {
            continue;
        }
        ++report.items;
        auto& unit = units.emplace_back();
        for (const auto& [person, labels] : people) {
            annotators.insert(person);
            unit.push_back(labels);
        }
    }
    report.annotators = annotators.size();
    report.pairs = pairsOf(*answers, task);
    report.alphaNominal = krippendorffAlpha(units, nominalDistance);
    report.alphaJaccard = krippendorffAlpha(units, jaccardDistance);
    report.alphaMasi = krippendorffAlpha(units, masiDistance);
    if (task == domain::ModelTask::Topics) {
        const auto gold = storage::TopicAnswerRepository(reader).allGold();
        if (!gold.ok()) {
            return gold.error();
        }
        report.gold = goldOf(*gold, *answers);
    }
    const Status disputed = addDisputes(reader, *answers, report);
    return disputed.ok() ? Result<AgreementReport>(std::move(report))
                         : Result<AgreementReport>(disputed.error());
}

Result<AgreementReport::Gold> Agreement::gold(const QString& person) const {
    storage::TopicAnswerRepository repository(library_.reader());
    const auto gold = repository.allGold();
    if (!gold.ok()) {
        return gold.error();
    }
    Answers answers;
    for (const auto& known : *gold) {
        const auto given = repository.of(known.content);
        if (!given.ok()) {
            return given.error();
        }
        for (const domain::TopicAnswer& answer : *given) {
            if (answer.person == person) {
                answers[known.content][person] = setOf(answer.topics);
            }
        }
    }
    const auto rows = goldOf(*gold, answers);
    return rows.empty() ? AgreementReport::Gold{person, 0, undefined, undefined} : rows.front();
}

} // namespace moderato::usecases
