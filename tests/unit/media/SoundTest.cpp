#include "core/media/Sound.h"

#include "Clips.h"
#include "TimedClips.h"

#include <cmath>

namespace moderato::media {

using test::clip;
using test::openFile;
using test::timedClip;

TEST(Sound, IsMixedToOneChannelAtTheRate) {
    const auto sound = decodeSound(openFile(clip("tone.wav")), 8000);
    ASSERT_TRUE(sound.ok()) << qPrintable(sound.error().message);
    ASSERT_TRUE(sound->has_value());
    const Sound& heard = **sound;
    EXPECT_EQ(heard.sampleRate, 8000);
    EXPECT_NEAR(heard.seconds(), 1, 0.01);
    EXPECT_TRUE(heard.complete);
    int crossings = 0;
    for (size_t i = 1; i < heard.samples.size(); ++i) {
        crossings += heard.samples[i - 1] < 0 && heard.samples[i] >= 0 ? 1 : 0;
    }
    EXPECT_NEAR(crossings, 440, 4);
}

TEST(Sound, ThatIsNotThereIsNoError) {
    const auto sound = decodeSound(openFile(clip("plain.mp4")));
    ASSERT_TRUE(sound.ok());
    EXPECT_FALSE(sound->has_value());
}

TEST(Sound, IsCutOffWhereWanted) {
    const auto sound = decodeSound(openFile(clip("counted.mp4")), 16000, 0.5);
    ASSERT_TRUE(sound.ok() && sound->has_value());
    EXPECT_EQ((*sound)->samples.size(), 8000u);
    EXPECT_FALSE((*sound)->complete);
}

TEST(Sound, SaysWhenItBegins) {
    const auto sound = decodeSound(openFile(timedClip("clip.ts")));
    ASSERT_TRUE(sound.ok() && sound->has_value());
    EXPECT_NEAR((*sound)->startSeconds, 1.46, 0.05);
}

} // namespace moderato::media
