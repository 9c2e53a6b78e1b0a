// Appends decisions to a library without end and prints the number of each after its commit: what the kill −9
// test kills. With "hold" it only keeps the library open for writing, for the test of the lock.
//     decision_stream FOLDER [hold]

#include "core/storage/ContentRepository.h"
#include "core/storage/DecisionRepository.h"
#include "core/storage/Library.h"

#include <QCoreApplication>
#include <QThread>

#include <cstdio>

using namespace moderato;

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    if (argc < 2) {
        return 2;
    }
    const SystemClock clock;
    auto library =
        storage::Library::open(QString::fromLocal8Bit(argv[1]), storage::OpenMode::ReadWrite, clock);
    if (!library) {
        std::fprintf(stderr, "%s\n", qPrintable(library.error().message));
        return 1;
    }
    domain::Content item;
    item.title = QStringLiteral("An item to decide on");
    item.importedAt = clock.now();
    const auto inserted = (*library)->writeAndWait(
        [&](storage::Connection& connection) { return storage::ContentRepository(connection).insert(item); });
    if (!inserted) {
        std::fprintf(stderr, "%s\n", qPrintable(inserted.error().message));
        return 1;
    }
    std::puts("ready");
    std::fflush(stdout);
    if (argc > 2) {
        QThread::sleep(60);
        return 0;
    }
    for (int number = 0;; ++number) {
        domain::Decision decision;
        decision.content = inserted->id;
        decision.kind = number % 5 == 4 ? domain::Decision::Kind::Skip : domain::Decision::Kind::Confirm;
        decision.category = QStringLiteral("fun");
        decision.person = QStringLiteral("ann");
        decision.note = QString(number % 700, u'n');
        decision.at = clock.now();
        const auto appended = (*library)->writeAndWait([&](storage::Connection& connection) {
            return storage::DecisionRepository(connection).append(decision);
        });
        if (!appended) {
            std::fprintf(stderr, "%s\n", qPrintable(appended.error().message));
            return 1;
        }
        std::printf("%lld\n", static_cast<long long>(appended->id.value));
        std::fflush(stdout);
    }
}
