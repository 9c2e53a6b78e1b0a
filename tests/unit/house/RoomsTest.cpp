// The rooms of ARCHITECTURE.md and who may know whom, read from the sources themselves.

#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <gtest/gtest.h>

namespace {

struct Include {
    QString file; ///< Relative to the source folder.
    int line = 0;
    QString target;
};

QString sourceDir() {
    return QStringLiteral(MODERATO_SOURCE_DIR);
}

QStringList sources(const QStringList& folders, const QStringList& patterns = {"*.h", "*.cpp"}) {
    QStringList files;
    for (const QString& folder : folders) {
        QDirIterator it(sourceDir() + "/" + folder, patterns, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            files << QDir(sourceDir()).relativeFilePath(it.next());
        }
    }
    files.sort();
    return files;
}

QString contentOf(const QString& file) {
    QFile f(sourceDir() + "/" + file);
    return f.open(QIODevice::ReadOnly) ? QString::fromUtf8(f.readAll()) : QString();
}

QList<Include> includesOf(const QString& file) {
    static const QRegularExpression pattern(QStringLiteral(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])"));
    QList<Include> found;
    int number = 0;
    for (const QString& line : contentOf(file).split('\n')) {
        ++number;
        if (const auto match = pattern.match(line); match.hasMatch()) {
            found << Include{file, number, match.captured(1)};
        }
    }
    return found;
}

QString where(const Include& include) {
    return QStringLiteral("%1:%2 includes %3").arg(include.file).arg(include.line).arg(include.target);
}

/// "core/storage/Library.h" → "core/storage"; "widgets/review/X.h" → "widgets"; "app/cli/X.h" → "app".
QString roomOf(const QString& path) {
    const QStringList parts = path.split('/');
    return parts.value(0) == "core" ? parts.mid(0, 2).join('/') : parts.value(0);
}

const QMap<QString, QSet<QString>>& mayKnow() {
    static const QMap<QString, QSet<QString>> rooms = {
        {"core/base", {}},
        {"core/domain", {"core/base"}},
        {"core/storage", {"core/base", "core/domain"}},
        {"core/media", {"core/base", "core/domain"}},
        {"core/features", {"core/base", "core/domain", "core/media"}},
        {"core/ml", {"core/base", "core/domain"}},
        {"core/interchange", {"core/base", "core/domain"}},
        {"core/usecases",
         {"core/base", "core/domain", "core/storage", "core/media", "core/features", "core/ml",
          "core/interchange"}},
    };
    return rooms;
}

TEST(Rooms, SourcesAreFound) {
    EXPECT_GT(sources({"core", "widgets", "app"}).size(), 50);
}

TEST(Rooms, CoreKnowsOnlyWhatLiesBelow) {
    QStringList broken;
    for (const QString& file : sources({"core"})) {
        const QString room = roomOf(file);
        ASSERT_TRUE(mayKnow().contains(room)) << "unknown room " << qPrintable(room);
        for (const Include& include : includesOf(file)) {
            const QString target = roomOf(include.target);
            const bool ours = include.target.startsWith("core/") || include.target.startsWith("widgets/") ||
                              include.target.startsWith("app/");
            if (ours && target != room && !mayKnow()[room].contains(target)) {
                broken << where(include);
            }
        }
    }
    EXPECT_TRUE(broken.isEmpty()) << qPrintable(broken.join('\n'));
}

TEST(Rooms, WidgetsKnowUseCasesAndValuesOnly) {
    const QSet<QString> allowed = {"widgets", "core/base", "core/domain", "core/usecases"};
    QStringList broken;
    for (const QString& file : sources({"widgets"})) {
        for (const Include& include : includesOf(file)) {
            const bool core = include.target.startsWith("core/");
            // What a use case answers with may name a plain value of its room; nothing else of that room is
            // known here.
            const bool value = include.target == "core/interchange/HtmlSanitizer.h";
            if (include.target.startsWith("app/") ||
                (core && !value && !allowed.contains(roomOf(include.target)))) {
                broken << where(include);
            }
        }
    }
    EXPECT_TRUE(broken.isEmpty()) << qPrintable(broken.join('\n'));
}

TEST(Rooms, CoreHasNoWidgets) {
    static const QRegularExpression widget(QStringLiteral(
        "^(QtWidgets|QWidget|QMainWindow|QDialog|QApplication|QMessageBox|QLabel|QPushButton)"));
    QStringList broken;
    for (const QString& file : sources({"core"})) {
        for (const Include& include : includesOf(file)) {
            if (widget.match(include.target).hasMatch()) {
                broken << where(include);
            }
        }
    }
    EXPECT_TRUE(broken.isEmpty()) << qPrintable(broken.join('\n'));
}

TEST(Rooms, LibraryTypesStayBehindTheirWalls) {
    struct Wall {
        QRegularExpression header;
        QString room;
        bool privateOnly; ///< Never in a header that others may include.
    };
    const QList<Wall> walls = {
        {QRegularExpression(QStringLiteral("^(torch|ATen|c10)/")), QStringLiteral("core/ml/"), true},
        {QRegularExpression(QStringLiteral("^lib(avcodec|avformat|avutil|swscale|swresample|avfilter)/")),
         QStringLiteral("core/media/"), true},
        {QRegularExpression(QStringLiteral("^mpv/")), QStringLiteral("widgets/player/"), true},
        {QRegularExpression(QStringLiteral("^(QSql|QtSql)")), QStringLiteral("core/storage/"), false},
        {QRegularExpression(QStringLiteral("^(libxml|unicode)/")), QStringLiteral("core/"), true},
        {QRegularExpression(QStringLiteral("^openssl/")), QStringLiteral("core/base/"), true},
        {QRegularExpression(QStringLiteral("^(QCamera|QMediaCapture|QMediaDevices|QVideo(Sink|Frame))")),
         QStringLiteral("widgets/expressions/"), true},
        {QRegularExpression(QStringLiteral("^opencv2/")), QStringLiteral("core/features/"), true},
        {QRegularExpression(QStringLiteral("^(fftw3|ebur128)\\.h")), QStringLiteral("core/features/"), true},
    };
    QStringList broken;
    int seen = 0;
    for (const QString& file : sources({"core", "widgets", "app"})) {
        const bool isPublicHeader =
            file.endsWith(".h") && !file.contains("/private/") && !file.contains("Private");
        for (const Include& include : includesOf(file)) {
            for (const Wall& wall : walls) {
                if (!wall.header.match(include.target).hasMatch()) {
                    continue;
                }
                ++seen;
                if (!file.startsWith(wall.room) || (wall.privateOnly && isPublicHeader)) {
                    broken << where(include);
                }
            }
        }
    }
    EXPECT_GT(seen, 0) << "the scan found none of the libraries at all";
    EXPECT_TRUE(broken.isEmpty()) << qPrintable(broken.join('\n'));
}

TEST(Rooms, NothingLinksTheQt5OfOpenCv) {
    QStringList broken;
    QStringList files = sources({"core", "widgets", "app", "tests", "resources", "translations", "installer"},
                                {"CMakeLists.txt", "*.cmake"});
    files << "CMakeLists.txt";
    for (const QString& file : files) {
        const QString text = contentOf(file);
        if (text.contains("opencv_highgui") || text.contains("OpenCV_LIBS")) {
            broken << file;
        }
    }
    EXPECT_GT(files.size(), 10);
    EXPECT_TRUE(broken.isEmpty()) << qPrintable(broken.join('\n'));
}

TEST(Rooms, NoCyclesAmongLibraries) {
    // moderato_module(x … PUBLIC/PRIVATE moderato_y): y must not reach x again.
    static const QRegularExpression module(QStringLiteral(R"(moderato_module\((\w+)([^)]*)\))"));
    static const QRegularExpression link(QStringLiteral(R"(moderato_(\w+))"));
    QMap<QString, QSet<QString>> links;
    for (const QString& file : sources({"core", "widgets", "app"}, {"CMakeLists.txt"})) {
        auto modules = module.globalMatch(contentOf(file));
        while (modules.hasNext()) {
            const auto match = modules.next();
            auto targets = link.globalMatch(match.captured(2));
            links[match.captured(1)];
            while (targets.hasNext()) {
                links[match.captured(1)] << targets.next().captured(1);
            }
        }
    }
    ASSERT_TRUE(links.contains("usecases"));
    for (auto it = links.cbegin(); it != links.cend(); ++it) {
        QSet<QString> reached;
        QStringList open(it->cbegin(), it->cend());
        while (!open.isEmpty()) {
            const QString next = open.takeFirst();
            if (reached.contains(next)) {
                continue;
            }
            reached << next;
            open << QStringList(links[next].cbegin(), links[next].cend());
        }
        EXPECT_FALSE(reached.contains(it.key())) << qPrintable(it.key()) << " reaches itself";
    }
}

} // namespace
