#include "app/cli/CommandTable.h"

#include "core/usecases/Verify.h"

#include <QCoreApplication>

namespace moderato::cli {

namespace {

class VerifyCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(VerifyCommand)

public:
    QString name() const override { return QStringLiteral("verify"); }
    QString summary() const override { return tr("Checks that no decision was lost or changed."); }
    void declare(QCommandLineParser&) const override {}
    bool writes(const QCommandLineParser&, const QStringList&) const override { return false; }

    Status run(Invocation& call) const override {
        const auto found = usecases::verify(call.workspace.library(), call.context);
        if (!found.ok()) {
            return found.error();
        }
        const QJsonValue firstBroken = found->ok ? QJsonValue() : QJsonValue(found->firstBroken.value);
        call.output.answer({{QStringLiteral("decisions"), found->decisions},
                            {QStringLiteral("ok"), found->ok},
                            {QStringLiteral("first_broken"), firstBroken}},
                           found->ok ? tr("%1 decisions, every link holds.").arg(found->decisions)
                                     : QString());
        if (!found->ok) {
            return Error{Error::Kind::Storage,
                         tr("The chain of decisions is broken at decision %1: %2")
                             .arg(found->firstBroken.value)
                             .arg(found->what),
                         {}};
        }
        return {};
    }
};

} // namespace

std::unique_ptr<Command> makeVerify() {
    return std::make_unique<VerifyCommand>();
}

} // namespace moderato::cli
