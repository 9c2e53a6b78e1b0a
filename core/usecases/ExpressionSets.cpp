#include "core/usecases/ExpressionSets.h"

#include "core/storage/CategoryRepository.h"
#include "core/storage/Library.h"
#include "core/storage/ReaderRepository.h"
#include "core/usecases/DefaultTaxonomy.h"
#include "core/usecases/ResourceFolder.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>
#include <cmath>

namespace moderato::usecases {

using domain::ExpressionSet;
using domain::ExpressionSetChange;
using storage::Connection;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ExpressionSets)
};

constexpr int timesAsManyAfterRefusal = 2;

Status checked(Connection& connection, const ExpressionSet& set) {
    const auto category = storage::CategoryRepository(connection).byCode(set.category);
    if (!category.ok()) {
        return category.error();
    }
    if (!*category) {
        return Error::notFound(Text::tr("There is no category “%1”.").arg(set.category));
    }
    const auto features = expressionFeatures(resourceFolder());
    if (!features.ok()) {
        return features.error();
    }
    for (const QString& feature : set.positive + set.negative) {
        if (!features->contains(feature)) {
            return Error::invalid(Text::tr("There is no feature “%1”; there are: %2.")
                                      .arg(feature, features->join(QStringLiteral(", "))));
        }
        if (set.positive.contains(feature) && set.negative.contains(feature)) {
            return Error::invalid(Text::tr("“%1” cannot be on both sides of a set.").arg(feature));
        }
    }
    return {};
}

ExpressionSet tidy(ExpressionSet set) {
    set.positive.removeDuplicates();
    set.negative.removeDuplicates();
    return set;
}

/// Saves a set and what is new in it. `why`: of a proposal, its figures.
Status save(Connection& connection, const ExpressionSet& set, const ExpressionSetChange& change) {
    storage::ReaderRepository readers(connection);
    const auto before = readers.set(set.category);
    if (!before.ok()) {
        return before.error();
    }
    const ExpressionSet known = before->value_or(ExpressionSet{});
    const auto note = [&](const QStringList& from, const QStringList& to, bool positive,
                          ExpressionSetChange::Kind kind) -> Status {
        for (const QString& feature : from) {
            if (to.contains(feature)) {
                continue;
            }
            ExpressionSetChange one = change;
            one.category = set.category;
            one.positive = positive;
            one.feature = feature;
            one.kind = kind;
            if (Status added = readers.addChange(one); !added.ok()) {
                return added;
            }
        }
        return {};
    };
    using Kind = ExpressionSetChange::Kind;
    for (const Status& status : {note(known.positive, set.positive, true, Kind::Remove),
                                 note(known.negative, set.negative, false, Kind::Remove),
                                 note(set.positive, known.positive, true, Kind::Add),
                                 note(set.negative, known.negative, false, Kind::Add)}) {
        if (!status.ok()) {
            return status;
        }
    }
    return readers.saveSet(set);
}

/// Wilson's interval of a share.
void setInterval(SetProposal& proposal) {
    constexpr double z = 1.959964;
    const double n = proposal.readers, p = proposal.share;
    const double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z / (1 + z * z / n) * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    proposal.low = std::max(0.0, middle - half);
    proposal.high = std::min(1.0, middle + half);
}

bool wasRefused(const std::vector<ExpressionSetChange>& changes, const SetProposal& proposal) {
    return std::any_of(changes.begin(), changes.end(), [&](const ExpressionSetChange& change) {
        return change.kind == ExpressionSetChange::Kind::Refuse && change.category == proposal.category &&
               change.feature == proposal.feature && change.positive == proposal.positive &&
               proposal.readers < timesAsManyAfterRefusal * change.readers.value_or(0);
    });
}

} // namespace

Result<std::vector<ExpressionSet>> ExpressionSets::sets() const {
    return storage::ReaderRepository(library_.reader()).sets();
}

Result<std::vector<ExpressionSetChange>> ExpressionSets::history(const QString& category) const {
    return storage::ReaderRepository(library_.reader()).changes(category);
}

Status ExpressionSets::edit(const ExpressionSet& set, const QString& person) {
    return library_.writeAndWait([&](Connection& connection) -> Status {
        const ExpressionSet wanted = tidy(set);
        if (Status fits = checked(connection, wanted); !fits.ok()) {
            return fits;
        }
        return save(connection, wanted, {.at = clock_.now(), .person = person});
    });
}

Result<std::vector<SetProposal>> ExpressionSets::proposals(const ProposalRules& rules) const {
    storage::ReaderRepository readers(library_.reader());
    const auto features = expressionFeatures(resourceFolder());
    if (!features.ok()) {
        return features.error();
    }
    const auto sets = readers.sets();
    if (!sets.ok()) {
        return sets.error();
    }
    const auto changes = readers.changes({});
    if (!changes.ok()) {
        return changes.error();
    }
    const auto shown = readers.shownOnConfirmed();
    if (!shown.ok()) {
        return shown.error();
    }
    std::vector<SetProposal> found;
    for (const storage::ReaderRepository::Shown& category : *shown) {
        const auto known = std::find_if(sets->begin(), sets->end(), [&](const ExpressionSet& set) {
            return set.category == category.category;
        });
        const ExpressionSet set = known != sets->end() ? *known : ExpressionSet{};
        for (const QString& feature : *features) {
            SetProposal proposal{.category = category.category, .feature = feature};
            proposal.readers = int(category.sessions - category.untold.value(feature));
            if (proposal.readers < std::max(1, rules.minimumReaders)) {
                continue;
            }
            proposal.share = double(category.features.value(feature)) / proposal.readers;
            proposal.positive = proposal.share > rules.positiveFrom;
            if (!proposal.positive && !(proposal.share < rules.negativeBelow)) {
                continue;
            }
            setInterval(proposal);
            proposal.isOnOtherSide = (proposal.positive ? set.negative : set.positive).contains(feature);
            if (!(proposal.positive ? set.positive : set.negative).contains(feature) &&
                !wasRefused(*changes, proposal)) {
                found.push_back(proposal);
            }
        }
    }
    return found;
}

Status ExpressionSets::accept(const SetProposal& proposal, const QString& person) {
    return library_.writeAndWait([&](Connection& connection) -> Status {
        const auto known = storage::ReaderRepository(connection).set(proposal.category);
        if (!known.ok()) {
            return known.error();
        }
        ExpressionSet set = known->value_or(ExpressionSet{proposal.category, {}, {}});
        (proposal.positive ? set.negative : set.positive).removeAll(proposal.feature);
        (proposal.positive ? set.positive : set.negative) << proposal.feature;
        set = tidy(set);
        if (Status fits = checked(connection, set); !fits.ok()) {
            return fits;
        }
        return save(
            connection, set,
            {.at = clock_.now(), .person = person, .readers = proposal.readers, .share = proposal.share});
    });
}

Status ExpressionSets::refuse(const SetProposal& proposal, const QString& person) {
    return library_.writeAndWait([&](Connection& connection) {
        return storage::ReaderRepository(connection)
            .addChange({.at = clock_.now(),
                        .person = person,
                        .category = proposal.category,
                        .positive = proposal.positive,
                        .feature = proposal.feature,
                        .kind = ExpressionSetChange::Kind::Refuse,
                        .readers = proposal.readers,
                        .share = proposal.share});
    });
}

} // namespace moderato::usecases
