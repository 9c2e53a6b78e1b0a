#pragma once

#include "app/cli/Command.h"

namespace moderato::cli::expressions {

/// Options of `moderato expressions`, by name.
inline const QString ruleOption = QStringLiteral("rule");
inline const QString itemOption = QStringLiteral("item");
inline const QString readerOption = QStringLiteral("reader");
inline const QString formatOption = QStringLiteral("format");
inline const QString mappingOption = QStringLiteral("mapping");
inline const QString acceptOption = QStringLiteral("accept");
inline const QString positiveOption = QStringLiteral("positive");
inline const QString negativeOption = QStringLiteral("negative");
inline const QString aboveOption = QStringLiteral("above");
inline const QString belowOption = QStringLiteral("below");
inline const QString leastOption = QStringLiteral("readers");

QString signedNumber(double value, int decimals);
/// "a, b" → {"a", "b"}
QStringList featuresIn(const QString& list);
Result<usecases::ExpressionRule> ruleOf(const Invocation& call);
/// The item of --item. InvalidInput where it is missing.
Result<domain::ContentId> itemOf(const Invocation& call);

// ExpressionImport.cpp: files, ready-made aggregates, the rules that make features of signals
Status import(Invocation& call);
Status listSeries(Invocation& call);
Status removeSeries(Invocation& call);
Status listRules(Invocation& call);
Status setRule(Invocation& call);

// ExpressionSets.cpp
Status listSets(Invocation& call);
Status editSet(Invocation& call);
Status propose(Invocation& call);
Status accept(Invocation& call);
Status refuse(Invocation& call);
Status history(Invocation& call);

} // namespace moderato::cli::expressions
