#include "core/usecases/QualityItems.h"

#include "core/features/Segmentation.h"
#include "core/usecases/ContentAttributes.h"

#include <QSet>
#include <QUrl>

#include <algorithm>
#include <limits>
#include <set>

namespace moderato::usecases {

namespace {

using Kind = ml::LayoutUnit::Kind;

constexpr std::size_t sentencesRead = 64; // As many as the network reads (S1.7).
constexpr qsizetype charactersRead = 20'000;
constexpr std::size_t mostUnits = 200;

/// The layout unit that a tag begins; nothing: it begins none.
std::optional<Kind> kindOf(QStringView tag) {
    if (tag.size() == 2 && tag[0] == u'h' && tag[1].isDigit()) {
        return Kind::Heading;
    }
    if (tag == u"p" || tag == u"div" || tag == u"td" || tag == u"pre") {
        return Kind::Paragraph;
    }
    if (tag == u"blockquote") {
        return Kind::Quotation;
    }
    if (tag == u"li") {
        return Kind::List;
    }
    return tag == u"img" ? std::optional(Kind::Picture) : std::nullopt;
}

QStringView tagName(QStringView html, qsizetype at) {
    qsizetype end = at;
    while (end < html.size() && html[end].isLetterOrNumber()) {
        ++end;
    }
    return html.mid(at, end - at);
}

void addAuthor(const domain::Author& author, QualityFacts& facts) {
    if (!author.id.isEmpty()) {
        facts.categories[QStringLiteral("author")] = author.id;
    }
    if (author.level) {
        facts.numbers[QStringLiteral("author_level")] = *author.level;
    }
    if (author.verticality) {
        facts.numbers[QStringLiteral("author_verticality")] = *author.verticality;
    }
    if (author.authority) {
        facts.numbers[QStringLiteral("author_authority")] = *author.authority;
    }
}

void addCategory(const char* name, const QString& value, QualityFacts& facts) {
    if (!value.isEmpty()) {
        facts.categories[QLatin1String(name)] = value;
    }
}

std::vector<features::WordSpan> sentencesOf(const QString& body) {
    auto spans = features::sentenceSpans(QStringView(body).left(charactersRead));
    spans.resize(std::min(spans.size(), sentencesRead));
    return spans;
}

/// By place the mean over the tasks.
std::vector<double> meanOf(const std::vector<ml::QualityEvidence>& evidence,
                           std::vector<float> ml::QualityEvidence::*part) {
    std::vector<double> sum;
    for (const ml::QualityEvidence& one : evidence) {
        sum.resize(std::max(sum.size(), (one.*part).size()));
        for (std::size_t i = 0; i < (one.*part).size(); ++i) {
            sum[i] += double((one.*part)[i]);
        }
    }
    const double strongest = sum.empty() ? 0 : *std::max_element(sum.begin(), sum.end());
    for (double& weight : sum) {
        weight = strongest > 0 ? weight / strongest : 0;
    }
    return sum;
}

/// The places with the greatest weights, these first; one place alone says nothing.
std::vector<std::size_t> strongest(const std::vector<double>& weights, std::size_t most) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < weights.size() && weights.size() > 1; ++i) {
        places.push_back(i);
    }
    std::stable_sort(places.begin(), places.end(),
                     [&](std::size_t a, std::size_t b) { return weights[a] > weights[b]; });
    places.resize(std::min({places.size(), most, (weights.size() + 1) / 2}));
    return places;
}

} // namespace

std::vector<ml::LayoutUnit> layoutOf(const interchange::SanitizedArticle& article) {
    std::vector<ml::LayoutUnit> units;
    const QStringView html = article.html;
    std::optional<Kind> open;
    float characters = 0;
    const auto close = [&] {
        if (characters > 0 && units.size() < mostUnits) {
            units.push_back({open.value_or(Kind::Paragraph), characters});
        }
        characters = 0;
    };
    for (qsizetype at = 0; at < html.size() && units.size() < mostUnits; ++at) {
        if (html[at] != u'<') {
            characters += html[at].isSpace() ? 0 : 1;
            continue;
        }
        const bool ends = at + 1 < html.size() && html[at + 1] == u'/';
        const auto kind = kindOf(tagName(html, at + (ends ? 2 : 1)));
        if (kind == Kind::Picture) {
            close();
            units.push_back({Kind::Picture, 0});
        } else if (kind) {
            close();
            // A paragraph in a quotation or a list is that.
            const bool inside =
                !ends && kind == Kind::Paragraph && (open == Kind::Quotation || open == Kind::List);
            open = ends ? std::nullopt : inside ? open : kind;
        }
        const qsizetype end = html.indexOf(u'>', at);
        at = end < 0 ? html.size() : end;
    }
    close();
    return units;
}

TrainingLine qualityLineOf(const domain::Content& content, const TagFeatures* features,
                           const JobContext& context, const ml::QualityParts& parts) {
    const interchange::SanitizedArticle article = interchange::presentArticle(content);
    const ItemText text = textOf(content, article);
    TrainingLine line;
    line.content = content.id;
    line.title = text.title;
    line.body = text.body;
    if (parts.readsMedia()) {
        line.media = featureSourcesOf(content);
    }
    QualityFacts facts;
    facts.tags = content.givenTopics;
    facts.layout = layoutOf(article);
    if (content.media) {
        facts.layout.insert(facts.layout.begin(), {Kind::Video, 0});
    }
    addAuthor(content.author, facts);
    addCategory("kind", toCode(content.kind), facts);
    addCategory("language", content.language, facts);
    addCategory("category", content.givenCategory, facts);
    addCategory("site", QUrl(content.sourceUrl).host(), facts);
    if (parts.attributes) {
        addTextAttributes(text.title, text.body.left(charactersRead), facts);
    }
    facts.numbers[QStringLiteral("image.count")] = double(content.images.size());
    if (features && parts.attributes) {
        addMediaAttributes(line.media, *features, facts, context);
    }
    facts.published = content.publishedAt                                ? *content.publishedAt
                      : content.consumption && content.consumption->from ? *content.consumption->from
                                                                         : content.importedAt;
    line.quality = std::move(facts);
    return line;
}

ml::QualitySchema qualitySchemaOf(const std::vector<TrainingLine>& lines, std::vector<std::string> tasks) {
    std::set<std::string> numbers, categories;
    for (const TrainingLine& line : lines) {
        if (line.quality) {
            for (const auto& number : line.quality->numbers) {
                numbers.insert(number.first.toStdString());
            }
            for (const auto& category : line.quality->categories) {
                categories.insert(category.first.toStdString());
            }
        }
    }
    return {.tasks = std::move(tasks),
            .numbers = {numbers.begin(), numbers.end()},
            .categories = {categories.begin(), categories.end()}};
}

ml::QualityItem qualityItemOf(const TrainingLine& line, const ml::QualitySchema& schema,
                              const TagFeatures* features) {
    ml::QualityItem item;
    item.text = modelText(line);
    const QualityFacts facts = line.quality.value_or(QualityFacts{});
    for (const QString& tag : facts.tags) {
        item.text.tags.push_back(tag.toStdString());
    }
    for (const std::string& name : schema.numbers) {
        const auto number = facts.numbers.find(QString::fromStdString(name));
        item.numbers.push_back(number == facts.numbers.end() ? std::numeric_limits<float>::quiet_NaN()
                                                             : float(number->second));
    }
    for (const std::string& name : schema.categories) {
        const auto category = facts.categories.find(QString::fromStdString(name));
        item.categories.push_back(category == facts.categories.end() ? std::string()
                                                                     : category->second.toStdString());
    }
    for (const features::WordSpan& span : sentencesOf(line.body)) {
        item.sentences.push_back(line.body.mid(span.begin, span.length).toStdString());
    }
    item.layout = facts.layout;
    ml::TagItem media;
    for (const FeatureSource& source : line.media) {
        if (auto kept =
                features ? features->kept(source.sha256, TagFeatures::For::Prediction) : std::nullopt) {
            kept->sound = {};
            TagFeatures::add(std::move(*kept), media);
        }
    }
    item.pictures = std::move(media.pictures);
    return item;
}

ml::QualityExample qualityExampleOf(const TrainingLine& line, const ml::QualitySchema& schema,
                                    const TagFeatures* features) {
    ml::QualityExample example{.item = qualityItemOf(line, schema, features), .labels = {}};
    for (const std::string& task : schema.tasks) {
        const QString name = QString::fromStdString(task);
        const bool known = line.quality && line.quality->labels.contains(name);
        example.labels.push_back(!known                          ? ml::TaskLabel::None
                                 : line.quality->labels.at(name) ? ml::TaskLabel::Positive
                                                                 : ml::TaskLabel::Negative);
    }
    return example;
}

SeenParts seenPartsOf(const std::vector<ml::QualityEvidence>& evidence, const ItemText& text) {
    constexpr std::size_t sentencesKept = 5, picturesKept = 3;
    SeenParts seen;
    const std::vector<double> sentences = meanOf(evidence, &ml::QualityEvidence::sentences);
    const auto spans = sentencesOf(text.body);
    for (const std::size_t place : strongest(sentences, sentencesKept)) {
        if (place < spans.size() && spans[place].begin + spans[place].length <= text.shownLength) {
            seen.sentences.push_back({domain::TextEvidence::Field::Body, int(spans[place].begin),
                                      int(spans[place].length), sentences[place]});
        }
    }
    const std::vector<double> pictures = meanOf(evidence, &ml::QualityEvidence::pictures);
    for (const std::size_t place : strongest(pictures, picturesKept)) {
        seen.pictures.push_back({int(place), pictures[place]});
    }
    return seen;
}

} // namespace moderato::usecases
