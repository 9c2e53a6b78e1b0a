#include "app/cli/CommandTable.h"

namespace moderato::cli {

namespace {

Commands makeAll() {
    Commands commands;
    for (const auto make :
         {makeImport,    makeQueue,      makeDecide,    makePredict,     makeTrain,        makeEvaluate,
          makeModels,    makeSearch,     makeExport,    makeExpressions, makeForgetReader, makeVerify,
          makeAnalyze,   makeDuplicates, makeAnalysis,  makeHashes,      makeTags,         makeAnnotate,
          makeAgreement, makeNext,       makeRecognize, makeReader,      makeConsumption,  makeVerifyModel,
          makeUpdate,    makeCompare}) {
        commands.push_back(make());
    }
    return commands;
}

} // namespace

const Commands& allCommands() {
    static const Commands commands = makeAll();
    return commands;
}

const Command* findCommand(const QString& name) {
    for (const auto& command : allCommands()) {
        if (command->name() == name) {
            return command.get();
        }
    }
    return nullptr;
}

} // namespace moderato::cli
