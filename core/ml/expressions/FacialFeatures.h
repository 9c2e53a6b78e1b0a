#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace moderato::ml {

/// What the renderer can show, by the codes of S4.1 and in its order. Which model recognises which is written
/// in the models themselves.
inline constexpr std::array<std::string_view, 13> facialFeatures{
    "brows_raised",        "brows_pressed_down", "glabella_furrowed", "eyes_wide_open", "eyes_squinting",
    "lip_corners_back_up", "lips_pressed",       "lip_corners_down",  "teeth_exposed",  "nose_wrinkled",
    "nostrils_enlarged",   "cheeks_raised",      "cheeks_dropped"};

enum class FacialFeature {
    BrowsRaised,
    BrowsPressedDown,
    GlabellaFurrowed,
    EyesWideOpen,
    EyesSquinting,
    LipCornersBackUp,
    LipsPressed,
    LipCornersDown,
    TeethExposed,
    NoseWrinkled,
    NostrilsEnlarged,
    CheeksRaised,
    CheeksDropped
};

/// How strongly each is shown: 0 (not at all) to 1 (as strong as the face can).
struct FacialStrengths {
    std::array<float, facialFeatures.size()> values{};

    float& operator[](FacialFeature feature) { return values[std::size_t(feature)]; }
    float operator[](FacialFeature feature) const { return values[std::size_t(feature)]; }
    bool operator==(const FacialStrengths&) const = default;
};

} // namespace moderato::ml
