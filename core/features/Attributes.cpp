#include "core/features/Attributes.h"

#include "core/features/FiguresOfSpeech.h"
#include "core/features/ImageAttributes.h"
#include "core/features/TextAttributes.h"
#include "core/features/TitleAttributes.h"
#include "core/features/private/Quotient.h"

#include <algorithm>
#include <cmath>

namespace moderato::features {

namespace {

constexpr std::size_t mostPictures = 16;

/// A name and how its value comes from an `Input`.
template <class Input> struct Row {
    const char* name;
    double (*value)(const Input&);
};

struct Article {
    TextParts title, body;
};

constexpr Row<Article> textRows[] = {
    {"text.characters", [](const Article& a) { return characterCount(a.body); }},
    {"text.words", [](const Article& a) { return wordCount(a.body); }},
    {"text.sentences", [](const Article& a) { return sentenceCount(a.body); }},
    {"text.paragraphs", [](const Article& a) { return paragraphCount(a.body); }},
    {"text.mean_word_length", [](const Article& a) { return meanWordLength(a.body); }},
    {"text.mean_sentence_length", [](const Article& a) { return meanSentenceLength(a.body); }},
    {"text.sentence_length_deviation", [](const Article& a) { return sentenceLengthDeviation(a.body); }},
    {"text.mean_paragraph_characters", [](const Article& a) { return meanParagraphCharacters(a.body); }},
    {"text.moving_type_token_ratio", [](const Article& a) { return movingTypeTokenRatio(a.body); }},
    {"text.textual_lexical_diversity", [](const Article& a) { return textualLexicalDiversity(a.body); }},
    {"text.skeleton_diversity", [](const Article& a) { return skeletonDiversity(a.body); }},
    {"text.skeleton_entropy", [](const Article& a) { return skeletonEntropy(a.body); }},
    {"text.simile_share", [](const Article& a) { return simileShare(a.body); }},
    {"text.parallelism_share", [](const Article& a) { return parallelismShare(a.body); }},
    {"text.exclamation_share", [](const Article& a) { return exclamationShare(a.body); }},
    {"text.question_share", [](const Article& a) { return questionShare(a.body); }},
    {"text.rhetorical_question_share", [](const Article& a) { return rhetoricalQuestionShare(a.body); }},
    {"text.quotation_share", [](const Article& a) { return quotationShare(a.body); }},
    {"text.quotations", [](const Article& a) { return quotationCount(a.body); }},
    {"title.characters", [](const Article& a) { return characterCount(a.title); }},
    {"title.words", [](const Article& a) { return wordCount(a.title); }},
    {"title.capital_share", [](const Article& a) { return capitalShare(a.title); }},
    {"title.exclamation_marks", [](const Article& a) { return exclamationMarks(a.title); }},
    {"title.question_marks", [](const Article& a) { return questionMarks(a.title); }},
    {"title.ellipses", [](const Article& a) { return ellipses(a.title); }},
    {"title.numerals", [](const Article& a) { return numerals(a.title); }},
    {"title.announces_list", [](const Article& a) { return announcesList(a.title); }},
    {"title.clickbait_markers", [](const Article& a) { return clickbaitMarkers(a.title); }},
    {"title.forward_reference_share", [](const Article& a) { return forwardReferenceShare(a.title); }},
    {"title.body_similarity", [](const Article& a) { return titleBodySimilarity(a.title, a.body); }},
    {"title.words_in_body", [](const Article& a) { return titleWordsInBody(a.title, a.body); }},
};

using Kind = LayoutElement::Kind;

constexpr Row<Layout> layoutRows[] = {
    {"layout.elements", [](const Layout& l) { return double(l.size()); }},
    {"layout.heading_share", [](const Layout& l) { return elementShare(l, Kind::Heading); }},
    {"layout.picture_share", [](const Layout& l) { return elementShare(l, Kind::Picture); }},
    {"layout.video_share", [](const Layout& l) { return elementShare(l, Kind::Video); }},
    {"layout.quotation_characters", [](const Layout& l) { return characterShare(l, Kind::Quotation); }},
    {"layout.list_characters", [](const Layout& l) { return characterShare(l, Kind::List); }},
    {"layout.mean_paragraph_length", [](const Layout& l) { return meanParagraphLength(l); }},
    {"layout.paragraph_length_deviation", [](const Layout& l) { return paragraphLengthDeviation(l); }},
    {"layout.lead_length", [](const Layout& l) { return leadLength(l); }},
    {"layout.pictures_per_thousand", [](const Layout& l) { return picturesPerThousandCharacters(l); }},
    {"layout.alternation", [](const Layout& l) { return alternation(l); }},
};

/// What is known of each picture, in the order of `pictureFigures`.
constexpr double (*pictureFigures[])(const QImage&) = {
    sharpness, colourfulness, brightness,
    contrast,  thirdsShare,   [](const QImage& picture) { return beauty(picture).value_or(unknown); }};
constexpr std::size_t figureCount = std::size(pictureFigures);
enum Figure { Sharpness, Colourfulness, Brightness, Contrast, Thirds, Beauty };

struct Pictures {
    double count = 0;
    std::vector<double> figures[figureCount] = {}; ///< Those that are known.
};

Pictures looked(std::span<const QImage> pictures) {
    Pictures result{.count = double(pictures.size())};
    for (const QImage& large : pictures.first(std::min(pictures.size(), mostPictures))) {
        const QImage picture = fitted(large);
        for (std::size_t i = 0; i < figureCount; ++i) {
            if (const double value = pictureFigures[i](picture); !std::isnan(value)) {
                result.figures[i].push_back(value);
            }
        }
    }
    return result;
}

double mean(const Pictures& pictures, Figure figure) {
    double sum = 0;
    for (const double value : pictures.figures[figure]) {
        sum += value;
    }
    return pictures.figures[figure].empty() ? unknown : sum / double(pictures.figures[figure].size());
}

double lowest(const Pictures& pictures, Figure figure) {
    const std::vector<double>& values = pictures.figures[figure];
    return values.empty() ? unknown : *std::min_element(values.begin(), values.end());
}

constexpr Row<Pictures> imageRows[] = {
    {"image.count", [](const Pictures& p) { return p.count; }},
    {"image.sharpness", [](const Pictures& p) { return mean(p, Sharpness); }},
    {"image.lowest_sharpness", [](const Pictures& p) { return lowest(p, Sharpness); }},
    {"image.colourfulness", [](const Pictures& p) { return mean(p, Colourfulness); }},
    {"image.brightness", [](const Pictures& p) { return mean(p, Brightness); }},
    {"image.contrast", [](const Pictures& p) { return mean(p, Contrast); }},
    {"image.thirds_share", [](const Pictures& p) { return mean(p, Thirds); }},
    {"image.beauty", [](const Pictures& p) { return mean(p, Beauty); }},
    {"image.lowest_beauty", [](const Pictures& p) { return lowest(p, Beauty); }},
};

struct Video {
    const VideoFacts& facts;
    Pictures cover;
};

constexpr Row<Video> videoRows[] = {
    {"video.seconds", [](const Video& v) { return v.facts.seconds; }},
    {"video.cuts_per_minute", [](const Video& v) { return cutsPerMinute(v.facts); }},
    {"video.median_shot_length", [](const Video& v) { return medianShotLength(v.facts); }},
    {"video.integrated_loudness", [](const Video& v) { return integratedLoudness(v.facts); }},
    {"video.silent_share", [](const Video& v) { return silentShare(v.facts); }},
    {"video.cover_sharpness", [](const Video& v) { return mean(v.cover, Sharpness); }},
    {"video.cover_colourfulness", [](const Video& v) { return mean(v.cover, Colourfulness); }},
    {"video.cover_brightness", [](const Video& v) { return mean(v.cover, Brightness); }},
    {"video.cover_contrast", [](const Video& v) { return mean(v.cover, Contrast); }},
    {"video.cover_thirds_share", [](const Video& v) { return mean(v.cover, Thirds); }},
    {"video.cover_beauty", [](const Video& v) { return mean(v.cover, Beauty); }},
};

template <class Rows, class Input> std::vector<Attribute> filled(const Rows& rows, const Input& input) {
    std::vector<Attribute> attributes;
    attributes.reserve(std::size(rows));
    for (const auto& row : rows) {
        attributes.push_back({QString::fromLatin1(row.name), row.value(input)});
    }
    return attributes;
}

template <class Rows> void addNames(QStringList& names, const Rows& rows) {
    for (const auto& row : rows) {
        names << QString::fromLatin1(row.name);
    }
}

} // namespace

std::vector<Attribute> textAttributes(QStringView title, QStringView body) {
    return filled(textRows, Article{partsOf(title), partsOf(body)});
}

std::vector<Attribute> layoutAttributes(Layout layout) {
    return filled(layoutRows, layout);
}

std::vector<Attribute> imageAttributes(std::span<const QImage> pictures) {
    return filled(imageRows, looked(pictures));
}

std::vector<Attribute> videoAttributes(const VideoFacts& video, const QImage& cover) {
    return filled(videoRows, Video{video, cover.isNull() ? Pictures() : looked({&cover, 1})});
}

QStringList attributeNames() {
    QStringList names;
    addNames(names, textRows);
    addNames(names, layoutRows);
    addNames(names, imageRows);
    addNames(names, videoRows);
    return names;
}

} // namespace moderato::features
