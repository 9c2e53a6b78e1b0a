#include "core/features/CompositionAttributes.h"

#include <cmath>
#include <gtest/gtest.h>
#include <vector>

namespace moderato::features {

namespace {

using Kind = LayoutElement::Kind;

const std::vector<LayoutElement> layout = {{Kind::Heading, 20},    {Kind::Paragraph, 300}, {Kind::Picture, 0},
                                           {Kind::Paragraph, 500}, {Kind::Video, 9},       {Kind::Picture, 0},
                                           {Kind::Quotation, 80},  {Kind::List, 100}};

} // namespace

TEST(CompositionAttributes, SharesOfElementsAndCharacters) {
    EXPECT_EQ(elementShare(layout, Kind::Heading), 1 / 8.0);
    EXPECT_EQ(elementShare(layout, Kind::Picture), 2 / 8.0);
    EXPECT_EQ(characterShare(layout, Kind::Quotation), .08); // Of 1,000.
    EXPECT_EQ(characterShare(layout, Kind::List), .1);
    EXPECT_EQ(characterShare(layout, Kind::Video), 0);
}

TEST(CompositionAttributes, Paragraphs) {
    EXPECT_EQ(meanParagraphLength(layout), 400);
    EXPECT_EQ(paragraphLengthDeviation(layout), 100);
    EXPECT_EQ(leadLength(layout), 300);
}

TEST(CompositionAttributes, PicturesAmongText) {
    EXPECT_EQ(picturesPerThousandCharacters(layout), 3);
    EXPECT_EQ(alternation(layout), 4 / 7.0);
    EXPECT_EQ(alternation(std::vector<LayoutElement>{{Kind::Paragraph, 5}, {Kind::List, 5}}), 0);
}

TEST(CompositionAttributes, WhatIsNotThereIsNotKnown) {
    const std::vector<LayoutElement> picture = {{Kind::Picture, 0}};
    EXPECT_TRUE(std::isnan(elementShare({}, Kind::List)));
    EXPECT_TRUE(std::isnan(picturesPerThousandCharacters(picture)));
    EXPECT_TRUE(std::isnan(meanParagraphLength(picture)));
    EXPECT_TRUE(std::isnan(paragraphLengthDeviation(picture)));
    EXPECT_TRUE(std::isnan(leadLength(picture)));
    EXPECT_TRUE(std::isnan(alternation(picture)));
}

} // namespace moderato::features
