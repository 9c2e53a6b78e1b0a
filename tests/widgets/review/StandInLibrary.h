#pragma once

#include "widgets/review/ReviewServices.h"

#include <QList>
#include <QMap>
#include <QSet>

#include <tuple>

/// A library in memory behind the review page's services: a queue, items, decisions with undo and redo.
/// Decisions answer after `delayMs`, or fail with `failWith`.
class StandInLibrary {
public:
    explicit StandInLibrary(int articles);

    moderato::widgets::ReviewServices services();
    static std::vector<moderato::domain::Category> categories();

    int pagesRead = 0;
    int delayMs = 1;
    std::optional<moderato::Error> failWith;
    QList<moderato::usecases::DecisionDraft> drafts; ///< In the order in which they were written.
    QString version = QStringLiteral("category-1");
    QList<std::tuple<qint64, QString, std::optional<bool>>> judged; ///< Labels that an expert gave, by item.
    QString predicted = QStringLiteral("food");
    QSet<qint64> flagged;           ///< Items with an open flag.
    QMap<qint64, QString> pictures; ///< Items that are a set of one picture: its path.
    QMap<qint64, QString> videos;   ///< Items that are a video: its path.

private:
    using Decided = moderato::widgets::ReviewServices::Decided;
    Decided answer(moderato::Result<moderato::domain::Decision> decision) const;
    moderato::widgets::ItemPtr item(moderato::domain::ContentId id) const;

    int articles_;
    QList<moderato::domain::Decision> standing_;
    QList<moderato::domain::Decision> undone_;
};
