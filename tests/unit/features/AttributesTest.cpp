#include "core/features/Attributes.h"

#include <QElapsedTimer>
#include <QMap>
#include <QSet>

#include <cmath>
#include <gtest/gtest.h>

namespace moderato::features {

namespace {

QMap<QString, double> byName(const std::vector<Attribute>& attributes) {
    QMap<QString, double> values;
    for (const Attribute& attribute : attributes) {
        values[attribute.name] = attribute.value;
    }
    return values;
}

QStringList namesOf(const std::vector<std::vector<Attribute>>& lists) {
    QStringList names;
    for (const auto& list : lists) {
        for (const Attribute& attribute : list) {
            names << attribute.name;
        }
    }
    return names;
}

} // namespace

TEST(Attributes, AllNamesStandInTheirOrderWhateverIsKnown) {
    const QStringList names = attributeNames();
    EXPECT_EQ(
        namesOf({textAttributes({}, {}), layoutAttributes({}), imageAttributes({}), videoAttributes({}, {})}),
        names);
    EXPECT_EQ(QSet<QString>(names.begin(), names.end()).size(), names.size());
    EXPECT_EQ(names.front(), "text.characters");
    EXPECT_EQ(names.back(), "video.cover_beauty");
    EXPECT_TRUE(std::isnan(byName(textAttributes({}, {}))["title.body_similarity"]));
    EXPECT_EQ(byName(imageAttributes({}))["image.count"], 0);
}

TEST(Attributes, TitleAndBodyAreToldApart) {
    const auto values = byName(textAttributes(u"A DOG!", u"It was a dog. “Woof” it said."));
    EXPECT_EQ(values["text.sentences"], 2);
    EXPECT_EQ(values["text.quotations"], 1);
    EXPECT_EQ(values["title.words"], 2);
    EXPECT_EQ(values["title.capital_share"], 1);
    EXPECT_EQ(values["title.exclamation_marks"], 1);
    EXPECT_EQ(values["title.words_in_body"], 1);
}

TEST(Attributes, PicturesAreAveragedOverThoseThatAreKnown) {
    QImage dark(64, 64, QImage::Format_RGB32), light(64, 64, QImage::Format_RGB32);
    dark.fill(QColor(51, 51, 51));
    light.fill(QColor(153, 153, 153));
    const std::vector<QImage> pictures = {dark, QImage(), light};
    const auto values = byName(imageAttributes(pictures));
    EXPECT_EQ(values["image.count"], 3);
    EXPECT_DOUBLE_EQ(values["image.brightness"], .4);
    EXPECT_EQ(values["image.lowest_sharpness"], 0);
    EXPECT_TRUE(std::isnan(values["image.beauty"]));
}

TEST(VideoAttributes, PaceAndSound) {
    VideoFacts video{60,
                     {0, 10, 30, 50},
                     Loudness{.integratedLufs = -23, .rangeLu = {}, .silence = {}, .silentShare = .25}};
    EXPECT_EQ(cutsPerMinute(video), 3);
    EXPECT_EQ(medianShotLength(video), 15); // 10, 10, 20, 20.
    EXPECT_EQ(integratedLoudness(video), -23);
    EXPECT_EQ(silentShare(video), .25);
    video.shots = {0, 10, 30};
    EXPECT_EQ(medianShotLength(video), 20);
    QImage cover(64, 64, QImage::Format_RGB32);
    cover.fill(QColor(51, 51, 51));
    EXPECT_DOUBLE_EQ(byName(videoAttributes(video, cover))["video.cover_brightness"], .2);
    for (const double value : byName(videoAttributes({}, {}))) {
        EXPECT_TRUE(std::isnan(value));
    }
}

TEST(Attributes, FiveThousandCharactersTakeLittleTime) {
    const QString english =
        QStringLiteral("The quick brown fox, as brave as a lion, jumps over \"lazy\" dogs! ");
    const QString chinese = QStringLiteral("我们在北京学习中文，他说：“月亮像一面镜子。”难道不是吗？");
    for (const QString& unit : {english, chinese}) {
        const QString body = unit.repeated(5000 / unit.size());
        (void)textAttributes(unit, body); // Opens the dictionaries.
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 10; ++i) {
            (void)textAttributes(unit, body);
        }
        std::printf("%.2f ms for 5,000 characters\n", double(timer.nsecsElapsed()) / 1e7);
        EXPECT_LT(timer.elapsed(), 10 * 25); // Generous: machines that test are busy.
    }
}

} // namespace moderato::features
