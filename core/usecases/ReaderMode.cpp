#include "core/usecases/ReaderMode.h"

#include "core/storage/ContentRepository.h"
#include "core/storage/Library.h"
#include "core/storage/ReaderRepository.h"
#include "core/storage/SettingsRepository.h"
#include "core/usecases/DefaultTaxonomy.h"
#include "core/usecases/FaceSessions.h"
#include "core/usecases/ItemExpressions.h"
#include "core/usecases/ResourceFolder.h"

#include <QCoreApplication>

#include <algorithm>

namespace moderato::usecases {

using storage::Connection;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ReaderMode)
};

const QString onKey = QStringLiteral("reader_mode");
const QString onValue = QStringLiteral("on");
constexpr int longestPseudonym = 64;
constexpr int searched = 50; ///< Items looked through for one that has a set.

QString comparable(const QString& name) {
    return name.normalized(QString::NormalizationForm_KC).simplified().toCaseFolded();
}

bool isAmong(const QString& name, const QStringList& names) {
    return std::any_of(names.begin(), names.end(), [wanted = comparable(name)](const QString& other) {
        return comparable(other) == wanted;
    });
}

Status refuseWorker(const QString& reader) {
    return Error::invalid(
        Text::tr("“%1” works in this library, and reader mode never watches people at work: inferring how "
                 "they feel there is prohibited in the EU (AI Act, Article 5(1)(f)). Take the pseudonym of a "
                 "reader who does not work here.")
            .arg(reader));
}

} // namespace

Result<bool> ReaderMode::isOn() const {
    const auto value = storage::SettingsRepository(library_.reader()).value(onKey);
    return value.ok() ? Result(*value == onValue) : Result<bool>(value.error());
}

Status ReaderMode::setOn(bool on) {
    return library_.writeAndWait([on](Connection& connection) {
        return storage::SettingsRepository(connection).setValue(onKey, on ? onValue : QString());
    });
}

Status ReaderMode::mayStart(const Start& start) const {
    const auto on = isOn();
    if (!on.ok()) {
        return on.error();
    }
    if (!*on) {
        return Error{Error::Kind::Unsupported,
                     Text::tr("Reader mode is turned off in this library, as it is to begin with, because a "
                              "camera looks at a person's face in it. Whoever answers for the library turns "
                              "it on: on the Settings page, or with “moderato reader on”."),
                     {}};
    }
    const QString reader = start.reader.trimmed();
    if (reader.isEmpty()) {
        return Error::invalid(Text::tr("Say who reads: a pseudonym that only the reader knows (--reader)."));
    }
    if (reader.size() > longestPseudonym ||
        std::any_of(reader.begin(), reader.end(), [](QChar c) { return !c.isPrint(); })) {
        return Error::invalid(
            Text::tr("A pseudonym has at most %1 characters, all of them visible.").arg(longestPseudonym));
    }
    if (!start.signedIn.isEmpty()) {
        return signedIn(start.signedIn);
    }
    const auto people = storage::ReaderRepository(library_.reader()).peopleAtWork();
    if (!people.ok()) {
        return people.error();
    }
    return isAmong(reader, *people) || isAmong(reader, start.namesHere) ? refuseWorker(reader) : Status();
}

Error ReaderMode::signedIn(const QStringList& people) {
    return {
        Error::Kind::Conflict,
        Text::tr("%1 is signed in at this machine. Reader mode never watches people at work: inferring how "
                 "they feel there is prohibited in the EU (AI Act, Article 5(1)(f)). Close the windows of "
                 "Moderato that are open, then start again.")
            .arg(people.join(QStringLiteral(", "))),
        {}};
}

Result<ReaderTask> ReaderMode::task(domain::ContentId item) const {
    Connection& connection = library_.reader();
    const auto content = storage::ContentRepository(connection).find(item);
    if (!content.ok()) {
        return content.error();
    }
    if (content->state == domain::RecommendationState::Dropped) {
        return Error::invalid(
            Text::tr("“%1” was disallowed and is not shown to readers any more.").arg(content->title));
    }
    ReaderTask task{item, content->title, {}, {}, {}};
    const auto category = categoryThatHolds(connection, item);
    if (!category.ok()) {
        return category.error();
    }
    task.category = *category;
    const auto set = setToMatch(connection, *category);
    if (!set.ok()) {
        if (set.error().kind != Error::Kind::InvalidInput) {
            return set.error();
        }
        task.problem = set.error().message;
        return task;
    }
    task.features = set->positive + set->negative;
    task.features.removeDuplicates();
    return task;
}

Result<std::vector<domain::ContentId>> ReaderMode::itemsFor(const QString& reader, int most) const {
    const auto unseen =
        storage::ReaderRepository(library_.reader()).unseenBy(reader.trimmed(), most * searched);
    if (!unseen.ok()) {
        return unseen.error();
    }
    std::vector<domain::ContentId> items;
    for (const domain::ContentId id : *unseen) {
        const auto one = task(id);
        if (!one.ok()) {
            return one.error();
        }
        if (one->problem.isEmpty()) {
            items.push_back(id);
        }
        if (int(items.size()) == most) {
            break;
        }
    }
    return items;
}

Result<ReaderMode::Stored> ReaderMode::store(const Session& session, const JobContext& context,
                                             const ExpressionRules& rules) {
    const FaceMeasurement& measured = session.measured;
    if (measured.usable < fewestFrames) {
        return Error{
            Error::Kind::Unsupported,
            Text::tr("The face was seen in %1 of %2 pictures, which is too little: nothing was stored.")
                .arg(measured.usable)
                .arg(measured.frames),
            {}};
    }
    const auto set = setToMatch(library_.reader(), session.category);
    if (!set.ok()) {
        return set.error();
    }
    const auto all = expressionFeatures(resourceFolder());
    if (!all.ok()) {
        return all.error();
    }
    FaceSessionDraft draft{.session = {}, .track = trackOf(measured.features, session.bin)};
    draft.session.content = session.item;
    draft.session.reader = session.reader.trimmed();
    draft.session.category = session.category;
    draft.session.features = measured.present();
    draft.session.matchResult = matchResult(draft.session.features, *set);
    draft.session.startedAt = session.startedAt;
    draft.session.source = session.source;
    draft.session.faceShare = 1 - measured.shareWithoutFace();
    draft.session.untold = *all;
    for (const FeatureFinding& feature : measured.features) {
        if (feature.told) {
            draft.session.untold.removeOne(feature.feature);
        }
    }
    const auto stored = storeFaceSession(library_, clock_, draft, rules, context);
    if (!stored.ok()) {
        return stored.error();
    }
    return Stored{draft.session.features, draft.session.matchResult, measured.shareWithoutFace(),
                  stored->isFlagged};
}

} // namespace moderato::usecases
