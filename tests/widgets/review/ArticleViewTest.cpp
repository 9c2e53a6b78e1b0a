#include "widgets/article/ArticleView.h"
#include "widgets/article/PictureLoader.h"
#include "widgets/article/SafeTextBrowser.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>

using namespace moderato;
using namespace moderato::widgets;

namespace {

class ArticleViewTest : public testing::Test {
protected:
    ArticleViewTest()
        : view(pictures) {
        view.resize(900, 600);
        view.show();
        QImage red(40, 30, QImage::Format_RGB32);
        red.fill(Qt::red);
        red.save(folder.filePath(QStringLiteral("red.png")));
    }

    interchange::SanitizedArticle article(const QString& html) const {
        interchange::SanitizedArticle article;
        article.html = html;
        return article;
    }

    QTemporaryDir folder;
    PictureLoader pictures;
    ArticleView view;
};

} // namespace

// What the sanitiser lets through by mistake must still load nothing.
TEST_F(ArticleViewTest, LoadsNeitherFilesNorAddresses) {
    QTcpServer server;
    ASSERT_TRUE(server.listen(QHostAddress::LocalHost));
    QSignalSpy asked(&server, &QTcpServer::newConnection);
    const QString file = folder.filePath(QStringLiteral("red.png"));
    view.setArticle(
        QStringLiteral("Title"),
        article(QStringLiteral(
                    "<p>a<img src=\"%1\"><img src=\"file://%1\"><img src=\"http://127.0.0.1:%2/x.png\">"
                    "<img src=\"moderato-image:7\"></p><link rel=\"stylesheet\" href=\"file://%1\">")
                    .arg(file)
                    .arg(server.serverPort())));
    QTest::qWait(100);
    view.grab();
    EXPECT_EQ(asked.count(), 0);
    EXPECT_GE(view.browser().refusals(), 3);
    for (const QString& name : {file, QStringLiteral("file://") + file, QStringLiteral("moderato-image:7")}) {
        const auto image =
            view.browser().document()->resource(QTextDocument::ImageResource, QUrl(name)).value<QImage>();
        EXPECT_LE(image.width(), 1) << qPrintable(name);
    }
}

TEST_F(ArticleViewTest, ShowsItsOwnPictures) {
    auto own = article(QStringLiteral("<p>a <img src=\"moderato-image:0\"></p>"));
    own.images = {{QStringLiteral("moderato-image:0"), folder.filePath(QStringLiteral("red.png")), {}}};
    view.setArticle({}, own);
    const auto shown = [&] {
        return view.browser()
            .document()
            ->resource(QTextDocument::ImageResource, QUrl(QStringLiteral("moderato-image:0")))
            .value<QImage>();
    };
    EXPECT_TRUE(QTest::qWaitFor([&] { return shown().width() == 40; }));
    EXPECT_EQ(shown().pixelColor(5, 5), QColor(Qt::red));
}

TEST_F(ArticleViewTest, LinksAreNotFollowed) {
    EXPECT_FALSE(view.browser().openLinks());
    EXPECT_FALSE(view.browser().openExternalLinks());
}

TEST_F(ArticleViewTest, SaysWhatWasLeftOut) {
    auto cut = article(QStringLiteral("<p>a</p>"));
    cut.removed = {QStringLiteral("2 scripts removed.")};
    cut.hiddenPassages = 1;
    view.setArticle({}, cut);
    EXPECT_TRUE(view.removedText().contains(QLatin1String("2 scripts removed.")));
    EXPECT_TRUE(view.removedText().contains(QLatin1String("hidden")));
    view.setArticle({}, article(QStringLiteral("<p>b</p>")));
    EXPECT_TRUE(view.removedText().isEmpty());
}

TEST_F(ArticleViewTest, MarksEvidenceInTitleAndBody) {
    auto text = article(QStringLiteral("<p>The broth is <b>clear</b>.</p>"));
    text.plainText = QStringLiteral("The broth is clear.");
    view.setArticle(QStringLiteral("Soup"), text);
    using Field = domain::TextEvidence::Field;
    view.setEvidence({{Field::Title, 0, 4, 1.0},
                      {Field::Body, int(text.plainText.indexOf(QLatin1String("clear"))), 5, 0.8}});
    const auto marks = view.browser().extraSelections();
    ASSERT_EQ(marks.size(), 2);
    EXPECT_EQ(marks[0].cursor.selectedText(), QStringLiteral("Soup"));
    EXPECT_EQ(marks[1].cursor.selectedText(), QStringLiteral("clear"));
    view.setEvidenceShown(false);
    EXPECT_TRUE(view.browser().extraSelections().isEmpty());
}

TEST_F(ArticleViewTest, TitleIsSaidOnce) {
    auto text = article(QStringLiteral("<h1>Soup</h1><p>Hot.</p>"));
    text.plainText = QStringLiteral("Soup\nHot.");
    view.setArticle(QStringLiteral("Soup"), text);
    EXPECT_EQ(view.browser().toPlainText().count(QLatin1String("Soup")), 1);
}

TEST_F(ArticleViewTest, DamagedPicturesAreSentences) {
    QFile broken(folder.filePath(QStringLiteral("broken.png")));
    ASSERT_TRUE(broken.open(QIODevice::WriteOnly));
    broken.write("\x89PNG\r\n\x1a\nnonsense");
    broken.close();
    pictures.preload(broken.fileName());
    EXPECT_TRUE(QTest::qWaitFor([&] { return !pictures.problem(broken.fileName()).isEmpty(); }));
    EXPECT_TRUE(pictures.get(broken.fileName()).isNull());
    pictures.preload(folder.filePath(QStringLiteral("none.png")));
    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return !pictures.problem(folder.filePath(QStringLiteral("none.png"))).isEmpty(); }));
}
