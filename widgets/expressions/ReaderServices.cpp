#include "widgets/expressions/ReaderServices.h"

#include "core/usecases/AtWork.h"
#include "core/usecases/ResourceFolder.h"
#include "widgets/common/Preferences.h"

namespace moderato::widgets {

namespace {

/// Names that belong to whoever's account this is: that person works here.
QStringList namesHere() {
    QStringList names{personName(), qEnvironmentVariable("USER"), qEnvironmentVariable("LOGNAME")};
    names.removeAll(QString());
    names.removeDuplicates();
    return names;
}

} // namespace

ReaderServices readerServices(usecases::ReaderMode& mode, usecases::ItemReader& items,
                              usecases::MatchExpressions& expressions,
                              const usecases::FaceWatch::Options& options) {
    return {
        .mayStart =
            [&mode, names = namesHere()](const QString& reader) {
                return mode.mayStart(
                    {.reader = reader, .signedIn = usecases::AtWork::people(), .namesHere = names});
            },
        .task = [&mode](domain::ContentId item) { return mode.task(item); },
        .read = [&items](domain::ContentId item) { return items.read(item); },
        .store = [&mode](const usecases::ReaderMode::Session& session) { return mode.store(session, {}); },
        .forget = [&expressions](const QString& reader) { return expressions.forgetReader(reader); },
        .openWatch = [options] { return usecases::FaceWatch::open(usecases::resourceFolder(), options); },
    };
}

} // namespace moderato::widgets
