// How long it takes from a key in the topic box to the list on the screen:
//   bench_topics [TOPICS] [WORDS]     (under xvfb-run where there is no display)
// Makes a library with TOPICS invented topics in two languages, then types WORDS words letter by letter into
// the real box: English beginnings and middles, pinyin initials, pinyin, and what matches nothing. A key
// counts until the list has been painted with what was found for it.

#include "core/storage/Library.h"
#include "core/storage/TopicRepository.h"
#include "core/usecases/TopicChooser.h"
#include "widgets/annotate/AnnotateServices.h"
#include "widgets/common/Theme.h"
#include "widgets/topics/TopicBox.h"
#include "widgets/topics/TopicList.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QListView>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>
#include <cstdio>
#include <random>

using namespace moderato;
using namespace moderato::widgets;

namespace {

void print(const char* what, std::vector<double> ms) {
    std::sort(ms.begin(), ms.end());
    const auto at = [&](double share) {
        return ms[std::min(ms.size() - 1, std::size_t(share * double(ms.size())))];
    };
    std::printf("%-26s n %5zu  p50 %7.3f ms  p95 %7.3f ms  p99 %7.3f ms  max %7.3f ms\n", what, ms.size(),
                at(.5), at(.95), at(.99), ms.back());
    std::fflush(stdout);
}

/// English of two to four syllables, two words now and then; Chinese of two to four common characters.
QString inventedTopic(std::mt19937& random) {
    static const char* syllables[] = {"ta",  "ko", "ri",   "ning", "mar", "sel", "do",  "ver", "lin", "cook",
                                      "ga",  "me", "ball", "tra",  "vel", "mu",  "sic", "fi",  "nan", "ce",
                                      "pho", "to", "bi",   "ke",   "dan", "hi",  "sto", "ry",  "wa",  "ter"};
    static const QString characters = QStringLiteral("美食旅行音乐电影体育军事科技游戏动漫搞笑汽车财经教育健"
                                                     "康时尚明星综艺足球篮球世界杯春节手机摄影舞蹈育儿");
    const auto pick = [&](std::size_t n) { return std::size_t(random() % n); };
    QString name;
    if (pick(2) == 0) {
        for (std::size_t i = 0, n = 2 + pick(3); i < n; ++i) {
            name += characters[qsizetype(pick(std::size_t(characters.size())))];
        }
        return name;
    }
    for (std::size_t word = 0, words = 1 + pick(2); word < words; ++word) {
        name += word > 0 ? QStringLiteral(" ") : QString();
        for (std::size_t i = 0, n = 2 + pick(3); i < n; ++i) {
            name += QLatin1String(syllables[pick(std::size(syllables))]);
        }
    }
    return name;
}

} // namespace

int main(int argc, char** argv) {
    QTemporaryDir folder;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    QCoreApplication::setOrganizationName(QStringLiteral("ModeratoBench"));
    QApplication application(argc, argv);
    Theme theme(application);
    const int topics = argc > 1 ? std::atoi(argv[1]) : 10'000;
    const int words = argc > 2 ? std::atoi(argv[2]) : 200;

    SystemClock clock;
    auto library = storage::Library::open(folder.filePath(QStringLiteral("library")),
                                          storage::OpenMode::ReadWrite, clock);
    if (!library.ok()) {
        std::fprintf(stderr, "%s\n", qPrintable(library.error().message));
        return 1;
    }
    std::mt19937 random(7);
    QStringList names;
    const Status made = (*library)->writeAndWait([&](storage::Connection& connection) -> Status {
        storage::TopicRepository repository(connection);
        QSet<qint64> known;
        while (known.size() < topics) {
            const QString name = inventedTopic(random);
            const auto id = repository.findOrCreate(name, clock.now());
            if (!id.ok()) {
                return id.error();
            }
            if (!known.contains(id->value)) {
                known.insert(id->value);
                names << name;
            }
        }
        return {};
    });
    if (!made.ok()) {
        std::fprintf(stderr, "%s\n", qPrintable(made.error().message));
        return 1;
    }
    usecases::TopicChooser chooser(**library);
    QElapsedTimer since;
    since.start();
    if (!chooser.warm().ok()) {
        return 1;
    }
    std::printf("%-26s %lld topics, %.0f ms\n", "reading the topic set", static_cast<long long>(names.size()),
                double(since.nsecsElapsed()) / 1e6);

    QStringList typed;
    const QString letters = QStringLiteral("abcdefghijklmnopqrstuvwxyz");
    for (int i = 0; i < words; ++i) {
        const QString& name = names[qsizetype(random() % unsigned(names.size()))];
        QString word;
        if (i % 4 == 3) { // initials, pinyin or nothing that is there
            for (int n = 0; n < 4; ++n) {
                word += letters[qsizetype(random() % 26)];
            }
        } else {
            word = name.mid(i % 4 == 2 ? 2 : 0, 6);
        }
        typed << word;
    }

    std::vector<double> finding;
    for (const QString& word : typed) {
        for (int n = 1; n <= word.size(); ++n) {
            since.start();
            if (!chooser.find(word.left(n), 40, QStringLiteral("bench")).ok()) {
                return 1;
            }
            finding.push_back(double(since.nsecsElapsed()) / 1e6);
        }
    }
    print("finding (no window)", finding);

    QWidget window;
    window.resize(900, 700);
    auto* layout = new QVBoxLayout(&window);
    auto* box = new TopicBox(topicFinder(chooser));
    layout->addWidget(box);
    layout->addStretch(1);
    window.show();
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window)) {
        std::fprintf(stderr, "the window did not become active\n");
        return 1;
    }
    box->setFocus();
    bool listed = false;
    QObject::connect(box, &TopicBox::listed, box, [&listed] { listed = true; });
    std::vector<double> keys;
    for (const QString& word : typed) {
        for (const QChar letter : word) {
            listed = false;
            QWidget* field = QApplication::focusWidget();
            since.start();
            QKeyEvent press(QEvent::KeyPress,
                            letter.unicode() < 128 ? int(letter.toUpper().unicode()) : int(Qt::Key_unknown),
                            Qt::NoModifier, QString(letter));
            QCoreApplication::sendEvent(field, &press);
            while (!listed) {
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            }
            if (box->isListOpen()) {
                box->list().findChild<QListView*>()->viewport()->repaint(); // also where it is the same list
            }
            keys.push_back(double(since.nsecsElapsed()) / 1e6);
        }
        box->clear();
        QCoreApplication::processEvents();
    }
    print("key to list, painted", keys);
    return 0;
}
