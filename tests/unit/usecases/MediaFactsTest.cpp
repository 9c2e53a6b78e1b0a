#include "core/usecases/MediaFacts.h"

#include <gtest/gtest.h>

namespace moderato::usecases {

TEST(MediaFactsTest, WhatIsOddOfAFileIsNamed) {
    const QStringList facts = mediaFacts(R"({"width": 480, "height": 720,
        "oddities": ["An edit list leaves out frames."],
        "streams": [{"type": "audio", "codec": "aac"},
                    {"type": "video", "codec": "h264", "frame_rate": "30000/1001", "rotation": 90,
                     "sample_aspect": "4/3", "interlaced": true, "start": -0.08}]})");
    EXPECT_EQ(facts, QStringList({QStringLiteral("480 × 720"), QStringLiteral("29.97 fps"),
                                  QStringLiteral("h264"), QStringLiteral("aac"),
                                  QStringLiteral("rotated by 90°"), QStringLiteral("pixels 4:3"),
                                  QStringLiteral("interlaced"), QStringLiteral("begins at -0.08 s"),
                                  QStringLiteral("an edit list leaves out frames")}));
}

TEST(MediaFactsTest, AnOrdinaryFileHasNothingOdd) {
    EXPECT_EQ(mediaFacts(R"({"width": 640, "height": 360, "streams": [{"type": "video", "codec": "vp9",
        "frame_rate": "25/1", "sample_aspect": "1/1", "start": 0.04, "variable_frame_rate": true}]})"),
              QStringList({QStringLiteral("640 × 360"), QStringLiteral("variable frame rate"),
                           QStringLiteral("vp9"), QStringLiteral("no sound")}));
}

TEST(MediaFactsTest, WhatIsNotUnderstoodSaysNothing) {
    EXPECT_TRUE(mediaFacts("not JSON").isEmpty());
    EXPECT_TRUE(mediaFacts(R"({"streams": 3})").isEmpty());
}

} // namespace moderato::usecases
