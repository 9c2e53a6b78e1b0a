#include "widgets/player/private/SeekPlan.h"

#include <algorithm>

namespace moderato::widgets {

SeekOrder seekOrder(const FrameTimes& times, qint64 number, int attempt) {
    const double frame = times.seconds(number);
    double time = frame + 0.0005; // what is cut off on the way must not lead to the key frame before
    if (number > 0) {
        const double gap = frame - times.seconds(number - 1);
        if (gap < 2 * seekTolerance) {
            time = frame + seekTolerance - gap / 2; // between the two, as mpv sees it
        }
    }
    // From its own key frame on: a demuxer that goes by decoding time may else begin with the one after.
    const double leadIn = std::max(0.0, time - times.seconds(times.keyBefore(number)) - 0.0005);
    return {time, leadIn + (attempt == 0 ? 0.0 : 0.75 * (1 << (2 * attempt - 2)))};
}

} // namespace moderato::widgets
