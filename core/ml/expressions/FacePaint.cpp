#include "core/ml/expressions/FacePaint.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace moderato::ml {
namespace {

using Line = std::vector<std::int32_t>;

const Line rightBrow{268, 493, 1914, 2044, 1401}, leftBrow{3615, 4240, 4114, 2734, 2509};
const Line outerLips{5708, 5695, 2081, 0, 4275, 6200, 6213, 6346, 6461, 5518, 5957, 5841};
const Line rightUpperLid{1507, 1542, 1537, 1528}, leftUpperLid{3742, 3751, 3756, 3721};

constexpr Vec3 mouthInside{0.16f, 0.05f, 0.05f}, gums{0.45f, 0.18f, 0.18f}, sclera{0.86f, 0.84f, 0.82f};
constexpr Vec3 pupilColour{0.02f, 0.02f, 0.02f};
constexpr float irisSine = 0.46f, limbus = 0.8f; ///< Where the iris ends; where its dark rim begins.
constexpr float lipSoftness = 0.18f;

float smooth(float from, float to, float value) {
    const float t = std::clamp((value - from) / (to - from), 0.f, 1.f);
    return t * t * (3 - 2 * t);
}

Vec3 mixed(const Vec3& a, const Vec3& b, float share) {
    return a * (1 - share) + b * share;
}

/// Distance in the frontal view, and how far along the line (0 to 1) the nearest place is.
struct Nearest {
    float distance = 1e9f, along = 0, above = 0;
};
Nearest nearestOn(const Line& line, const std::vector<Vec3>& neutral, const Vec3& p, float raised) {
    Nearest best;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const Vec3 &a = neutral[std::size_t(line[i])], &b = neutral[std::size_t(line[i + 1])];
        const float dx = b.x - a.x, dy = b.y - a.y, px = p.x - a.x, py = p.y - a.y - raised;
        const float t = std::clamp((px * dx + py * dy) / (dx * dx + dy * dy), 0.f, 1.f);
        const float distance = std::hypot(px - t * dx, py - t * dy);
        if (distance < best.distance) {
            best = {distance, (float(i) + t) / float(line.size() - 1), py - t * dy};
        }
    }
    return best;
}

bool isWithin(const Line& outline, const std::vector<Vec3>& neutral, const Vec3& p) {
    bool within = false;
    for (std::size_t i = 0, j = outline.size() - 1; i < outline.size(); j = i++) {
        const Vec3 &a = neutral[std::size_t(outline[i])], &b = neutral[std::size_t(outline[j])];
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) {
            within = !within;
        }
    }
    return within;
}

class Painter {
public:
    Painter(const std::vector<Vec3>& neutral, const FacePaint& paint)
        : neutral_(neutral)
        , paint_(paint)
        , lips_(outerLips) {
        lips_.push_back(outerLips.front());
    }

    Vec3 faceColour(const Vec3& p) const {
        Vec3 colour = skin(p);
        colour = mixed(colour, paint_.hair, beard(p));
        colour = mixed(colour, paint_.lips, lips(p));
        colour = colour * (1 - lidLine(p));
        colour = colour * (1 - nostril(p));
        colour = colour * (1 - lines(p));
        colour = mixed(colour, paint_.hair, brow(p));
        return mixed(colour, paint_.hair, smooth(paint_.hairline, paint_.hairline + 0.7f, hairHeight(p)));
    }

    Vec3 headColour(const Vec3& p) const {
        return mixed(skin(p), paint_.hair, smooth(-1, 1, hairHeight(p) - paint_.hairline + 4 - p.z));
    }

    Vec3 eyeColour(const Vec3& direction, float gazeX, float gazeY) const {
        const Vec3 gaze = normalized({gazeX, gazeY, 1});
        const Vec3 away = cross(direction, gaze);
        const float sine = dot(direction, gaze) > 0 ? std::sqrt(dot(away, away)) : 1;
        const float r = sine / irisSine;
        const Vec3 iris = paint_.iris * (1 - 0.5f * smooth(limbus, 1, r));
        const Vec3 inner = mixed(pupilColour, iris, smooth(paint_.pupil - 0.1f, paint_.pupil + 0.1f, r));
        return mixed(inner, sclera, smooth(0.9f, 1.15f, r));
    }

private:
    Vec3 skin(const Vec3& p) const {
        const float a = paint_.mottlingPhase;
        const float waves = std::sin(1.3f * p.x + a) * std::sin(1.1f * p.y + 2 * a) +
                            std::sin(3.1f * p.x - 2.3f * p.y + 3 * a) +
                            std::sin(5.3f * p.y + 1.7f * p.x + 5 * a);
        return paint_.skin * (1 + paint_.mottling * waves);
    }

    float hairHeight(const Vec3& p) const {
        // Lower at the temples than above the forehead.
        return p.y + 0.045f * p.x * p.x + 0.15f * std::sin(3 * p.x + paint_.mottlingPhase);
    }

    float brow(const Vec3& p) const {
        const Nearest near = nearestOn(p.x < 0 ? rightBrow : leftBrow, neutral_, p, paint_.browHeight);
        const float outward = p.x < 0 ? 1 - near.along : near.along;
        const float half = paint_.browThickness * (1 - 0.6f * outward);
        return paint_.browDarkness * (1 - smooth(0.6f * half, 1.3f * half + 0.1f, near.distance));
    }

    float lips(const Vec3& p) const {
        if (p.y > -1 || p.y < -6.5f || std::abs(p.x) > 4) {
            return 0;
        }
        const float distance = nearestOn(lips_, neutral_, p, 0).distance;
        const float signedDistance = isWithin(outerLips, neutral_, p) ? -distance : distance;
        return 1 - smooth(-lipSoftness, lipSoftness, signedDistance);
    }

    float beard(const Vec3& p) const {
        const float chin = smooth(-1.5f, -4, p.y + 0.12f * std::abs(p.x)) * smooth(-10, -8.5f, p.y);
        const float over =
            smooth(-2.6f, -2.0f, p.y) * smooth(-0.9f, -1.5f, p.y) * (1 - smooth(2.2f, 3.2f, std::abs(p.x)));
        return std::max(paint_.beard * chin, paint_.moustache * over);
    }

    float lidLine(const Vec3& p) const {
        const Nearest near = nearestOn(p.x < 0 ? rightUpperLid : leftUpperLid, neutral_, p, 0);
        return paint_.lidLine * (1 - smooth(0.05f, 0.3f, near.distance));
    }

    float nostril(const Vec3& p) const {
        const float dx = (std::abs(p.x) - 0.72f) / (0.42f * paint_.nostrilSize),
                    dy = (p.y + 0.95f) / (0.3f * paint_.nostrilSize);
        return paint_.nostrilDarkness * (1 - smooth(0.5f, 1.2f, std::hypot(dx, dy))) *
               smooth(12.3f, 11.6f, p.z);
    }

    /// Those that are there at rest.
    float lines(const Vec3& p) const {
        const float x = std::abs(p.x);
        const float across = (x - 3.1f) / 1.5f; // Of the lower lid, from −1 to 1.
        const float below = p.y - (2.15f + 0.45f * across * across);
        const float eye = std::abs(across) < 1 ? 1 - smooth(0.1f, 0.45f, std::abs(below)) : 0;
        const float down = (-0.2f - p.y) / 3; // From the wing of the nose to the corner of the mouth.
        const float fold =
            down > 0 && down < 1 ? 1 - smooth(0.05f, 0.35f, std::abs(x - (1.9f + 1.3f * down))) : 0;
        return std::max(paint_.underEyes * eye * (1 - across * across), paint_.besideMouth * fold);
    }

    const std::vector<Vec3>& neutral_;
    const FacePaint& paint_;
    Line lips_;
};

Vec3 centreOf(const std::vector<Vec3>& neutral, std::int32_t begin, std::int32_t end) {
    Vec3 low = neutral[std::size_t(begin)], high = low;
    for (std::int32_t i = begin; i < end; ++i) {
        const Vec3& p = neutral[std::size_t(i)];
        low = {std::min(low.x, p.x), std::min(low.y, p.y), std::min(low.z, p.z)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y), std::max(high.z, p.z)};
    }
    return (low + high) * 0.5f;
}

void paintEye(std::vector<Vec3>& colours, const std::vector<Vec3>& neutral, const Painter& painter,
              std::int32_t begin, std::int32_t end, float gazeX, float gazeY) {
    const Vec3 centre = centreOf(neutral, begin, end);
    for (std::int32_t i = begin; i < end; ++i) {
        colours[std::size_t(i)] =
            painter.eyeColour(normalized(neutral[std::size_t(i)] - centre), gazeX, gazeY);
    }
}

/// 1 on a line of half width `half`, fading out.
float stroke(float distance, float half) {
    return 1 - smooth(0.3f * half, half, std::abs(distance));
}

} // namespace

std::vector<Vec3> paintFace(const std::vector<Vec3>& neutral, const FacePaint& paint) {
    const Painter painter(neutral, paint);
    std::vector<Vec3> colours(neutral.size());
    for (std::int32_t i = 0; i < std::int32_t(neutral.size()); ++i) {
        const Vec3& p = neutral[std::size_t(i)];
        Vec3& colour = colours[std::size_t(i)];
        if (i < topology::faceEnd) {
            colour = painter.faceColour(p);
        } else if (i < topology::headEnd) {
            colour = painter.headColour(p);
        } else if (i < topology::mouthEnd) {
            colour = mouthInside;
        } else if (i < topology::eyeSocketEnd) {
            colour = paint.skin * 0.5f;
        } else if (i < topology::gumsEnd) {
            colour = gums * 0.7f;
        } else if (i < topology::teethEnd) {
            colour = paint.teeth * (0.35f + 0.65f * smooth(6, 10, p.z));
        } else {
            colour = paint.hair;
        }
    }
    return colours;
}

void paintEyes(std::vector<Vec3>& colours, const std::vector<Vec3>& neutral, const FacePaint& paint,
               float gazeX, float gazeY) {
    const Painter painter(neutral, paint);
    paintEye(colours, neutral, painter, topology::teethEnd, topology::leftEyeEnd, gazeX, gazeY);
    paintEye(colours, neutral, painter, topology::leftEyeEnd, topology::rightEyeEnd, gazeX, gazeY);
}

void paintWrinkles(std::vector<Vec3>& colours, const std::vector<Vec3>& neutral, const FacePaint& paint,
                   const WrinkleStrengths& strengths) {
    for (std::size_t i = 0; i < std::size_t(topology::faceEnd); ++i) {
        const Vec3& p = neutral[i];
        float dark = 0;
        if (p.y > 6.8f && p.y < 9.6f) {
            const float band = std::max({stroke(p.y - 7.4f - 0.02f * p.x * p.x, 0.28f),
                                         stroke(p.y - 8.2f - 0.02f * p.x * p.x, 0.28f),
                                         stroke(p.y - 9.0f - 0.02f * p.x * p.x, 0.28f)});
            dark = std::max(strengths.forehead, paint.restForehead) * band *
                   (1 - smooth(3.5f, 5, std::abs(p.x)));
        } else if (p.y > 4.2f && p.y < 7 && std::abs(p.x) < 1.2f) {
            dark = std::max(strengths.glabella, paint.restGlabella) * stroke(std::abs(p.x) - 0.5f, 0.35f) *
                   (1 - smooth(0.6f, 1.2f, std::abs(p.y - 5.5f)));
        } else if (p.y > 1 && p.y <= 4.2f && std::abs(p.x) < 1.8f) {
            const float slanted = p.y + 0.5f * std::abs(p.x);
            dark = std::max(strengths.nose, paint.restNose) *
                   std::max(stroke(slanted - 3.3f, 0.28f), stroke(slanted - 2.5f, 0.28f)) *
                   (1 - smooth(1.1f, 1.8f, std::abs(p.x)));
        }
        colours[i] = colours[i] * (1 - paint.wrinkles * dark);
    }
}

} // namespace moderato::ml
