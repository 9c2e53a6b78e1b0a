#pragma once

#include "widgets/player/MpvView.h"

#include <QTest>

#include <gtest/gtest.h>

namespace moderato::test {

constexpr int waitMs = 20000;

/// A clip of tests/support/make_timed_clips.sh, made once a run (or there already, in
/// the folder that MODERATO_TIMED_CLIPS names); empty: there is no ffmpeg here.
QString timedClip(const QString& name);
/// Runs ffmpeg. → whether it went well
bool ffmpeg(const QStringList& arguments);

/// What ffprobe says of every frame that it decodes.
widgets::FrameTimes framesByFfprobe(const QString& path);
/// The number painted into the first frame that ffmpeg decodes.
int firstNumberByFfmpeg(const QString& path);

/// A picture that carries a number as the clips' frames do.
QImage paintNumber(int number, QSize size = {320, 240});

/// In the confined decoder's place: the table by ffprobe, painted pictures at once. `first`: the number that
/// the first frame carries.
widgets::PlayerServices standInServices(int first = 0);

/// A view on the screen, and what can be read from its picture.
class PlayerViewTest : public testing::Test {
protected:
    void SetUp() override;
    /// Opens and waits for the first picture, its time and its number.
    void open(const QString& path, const widgets::CareEffect& care = {});
    bool reaches(qint64 frame);
    /// The picture as it is on the screen, without the black around it.
    QImage picture();
    int shownNumber();

    widgets::MpvView view;
};

} // namespace moderato::test
