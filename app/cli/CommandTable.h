#pragma once

#include "app/cli/Command.h"

namespace moderato::cli {

/// Every command, in the order in which help lists them.
const Commands& allCommands();
const Command* findCommand(const QString& name);

std::unique_ptr<Command> makeImport();
std::unique_ptr<Command> makeQueue();
std::unique_ptr<Command> makeDecide();
std::unique_ptr<Command> makePredict();
std::unique_ptr<Command> makeTrain();
std::unique_ptr<Command> makeEvaluate();
std::unique_ptr<Command> makeModels();
std::unique_ptr<Command> makeSearch();
std::unique_ptr<Command> makeExport();
std::unique_ptr<Command> makeExpressions();
std::unique_ptr<Command> makeForgetReader();
std::unique_ptr<Command> makeVerify();
std::unique_ptr<Command> makeAnalyze();
std::unique_ptr<Command> makeDuplicates();
std::unique_ptr<Command> makeAnalysis();
std::unique_ptr<Command> makeHashes();
std::unique_ptr<Command> makeTags();
std::unique_ptr<Command> makeAnnotate();
std::unique_ptr<Command> makeAgreement();
std::unique_ptr<Command> makeNext();
std::unique_ptr<Command> makeRecognize();
std::unique_ptr<Command> makeReader();
std::unique_ptr<Command> makeConsumption();
std::unique_ptr<Command> makeVerifyModel();
std::unique_ptr<Command> makeUpdate();
std::unique_ptr<Command> makeCompare();

} // namespace moderato::cli
