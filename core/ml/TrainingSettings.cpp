#include "core/ml/TrainingSettings.h"

#include "core/ml/category/CategoryTrainer.h"
#include "core/ml/quality/QualityOptions.h"
#include "core/ml/tags/TagOptions.h"
#include "core/ml/topics/TopicTrainer.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace moderato::ml {
namespace {

constexpr double large = 1e9;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TrainingSettings)
};

QString listOf(const std::vector<std::string>& values) {
    QStringList list;
    for (const std::string& value : values) {
        list << QString::fromStdString(value);
    }
    return list.join(QStringLiteral(", "));
}

bool isPreset(const std::string& setting) {
    return setting.starts_with("preset=");
}

} // namespace

template <class T> void TrainingSettings::number(const char* name, T& value, double least, double most) {
    settings_.push_back({name, QStringLiteral("%1…%2").arg(least).arg(most).toStdString(),
                         [&value, least, most](const std::string& text) {
                             bool ok = false;
                             const double given = QString::fromStdString(text).toDouble(&ok);
                             const bool fits = ok && given >= least && given <= most &&
                                               (!std::is_integral_v<T> || double(T(given)) == given);
                             if (fits) {
                                 value = T(given);
                             }
                             return fits;
                         }});
}

void TrainingSettings::numbers(const char* name, std::vector<double>& values, double least, double most) {
    settings_.push_back({name, QStringLiteral("%1…%2,…").arg(least).arg(most).toStdString(),
                         [&values, least, most](const std::string& text) {
                             std::vector<double> given;
                             for (const QString& one : QString::fromStdString(text).split(',')) {
                                 bool ok = false;
                                 given.push_back(one.toDouble(&ok));
                                 if (!ok || given.back() < least || given.back() > most) {
                                     return false;
                                 }
                             }
                             values = std::move(given);
                             return true;
                         }});
}

void TrainingSettings::flag(const char* name, bool& value) {
    choice<bool>(name, value, {{"0", false}, {"1", true}});
}

template <class T>
void TrainingSettings::choice(const char* name, T& value, std::vector<std::pair<const char*, T>> choices) {
    std::string values;
    for (const auto& [text, one] : choices) {
        values.append(values.empty() ? "" : "|").append(text);
    }
    settings_.push_back({name, values, [&value, choices = std::move(choices)](const std::string& text) {
                             const auto found =
                                 std::find_if(choices.begin(), choices.end(),
                                              [&](const auto& one) { return text == one.first; });
                             if (found != choices.end()) {
                                 value = found->second;
                             }
                             return found != choices.end();
                         }});
}

template <class Options> void TrainingSettings::common(Options& options) {
    EncoderOptions& encoder = options.encoder;
    number("features", encoder.maxFeatures, 100, 1e7);
    number("minimum_count", encoder.minimumCount, 1, 1000);
    number("char_ngrams", encoder.charNgramsFrom, 0, 10);
    number("longest_char_ngrams", encoder.charNgramsTo, 1, 10);
    number("ideograph_ngrams", encoder.ideographNgrams, 1, 10);
    number("word_ngrams", encoder.wordNgrams, 1, 5);
    number("idf", encoder.idfPower, 0, 4);
    number("body_bytes", encoder.maxBodyBytes, 0, 1e6);
    number("title_weight", encoder.titleWeight, 0, 100);
    number("body_weight", encoder.bodyWeight, 0, 100);
    number("tags_weight", encoder.tagsWeight, 0, 100);
    number("rounds", options.maxRounds, 1, 10'000);
    number("patience", options.patience, 1, 10'000);
    number("learning_rate", options.learningRate, 1e-9, 100);
    number("feature_dropout", options.featureDropout, 0, 0.9);
    number("held_out", options.heldOutShare, 0, 0.9);
}

TrainingSettings::TrainingSettings(CategoryTrainingOptions& options) {
    common(options);
    number("batch", options.batch, 1, 1e6);
    number("label_smoothing", options.labelSmoothing, 0, 0.9);
    number("field_dropout", options.fieldDropout, 0, 0.9);
    number("class_balance", options.classBalance, 0, 1);
    number("anchor", options.anchor, 0, large);
    flag("refit", options.refit);
}

TrainingSettings::TrainingSettings(TopicTrainingOptions& options) {
    using Filter = NegativeOptions::Filter;
    using Choice = NegativeOptions::Choice;
    choice<TopicTrainingOptions>("preset", options,
                                 {{"default", {}},
                                  {"document", TopicTrainingOptions::document()},
                                  {"document-tags", TopicTrainingOptions::documentTags()}});
    choice<TopicLoss>("loss", options.loss,
                      {{"softmax", TopicLoss::Softmax},
                       {"sampled", TopicLoss::SampledSoftmax},
                       {"margin", TopicLoss::Margin},
                       {"triplet", TopicLoss::Triplet}});
    choice<TopicEncoder>(
        "topic_encoder", options.topicEncoder,
        {{"onehot", TopicEncoder::OneHot}, {"words", TopicEncoder::Words}, {"both", TopicEncoder::Both}});
    choice<Similarity>("similarity", options.similarity,
                       {{"dot", Similarity::Dot}, {"cosine", Similarity::Cosine}});
    number("margin", options.margin, 0, 1000);
    number("negatives", options.negatives.used, 1, 1e6);
    number("random_share", options.negatives.randomShare, 0, 1);
    choice<Choice>("hard", options.negatives.choice,
                   {{"hardest", Choice::Hardest}, {"semi", Choice::SemiHard}});
    choice<Filter>("filter", options.negatives.filter,
                   {{"none", Filter::None},
                    {"cosine", Filter::Cosine},
                    {"words", Filter::WordOverlap},
                    {"characters", Filter::CharacterOverlap}});
    number("filter_threshold", options.negatives.threshold, 0, 1);
    number("mining_slack", options.miningSlack, -1, 1000);
    flag("mine_only_with_loss", options.mineOnlyWithLoss);
    number("temperature", options.temperature, 0, 1000);
    number("uniform_negatives", options.uniformNegatives, 0, 1e6);
    flag("frequency_correction", options.frequencyCorrection);
    number("name_weight", options.nameWeight, 0, 100);
    number("name_alone", options.nameAlone, 0, 1);
    number("dimensions", options.dimensions, 2, 4096);
    common(options);
    number("batch", options.batch, 1, 1e6);
    number("topic_learning_rate", options.topicLearningRate, 1e-9, 100);
    number("label_smoothing", options.labelSmoothing, 0, 0.9);
    number("field_dropout", options.fieldDropout, 0, 0.9);
    number("anchor", options.anchor, 0, large);
    flag("refit", options.refit);
}

TrainingSettings::TrainingSettings(TagTrainingOptions& options) {
    choice<TagTrainingOptions>("preset", options,
                               {{"default", {}}, {"document", TagTrainingOptions::document()}});
    flag("text", options.read[std::size_t(Modality::Text)]);
    flag("frames", options.read[std::size_t(Modality::Pictures)]);
    flag("sound", options.read[std::size_t(Modality::Sound)]);
    choice<FrameFusion>(
        "frame_fusion", options.frameFusion,
        {{"mean", FrameFusion::Mean}, {"max", FrameFusion::Max}, {"recurrent", FrameFusion::Recurrent}});
    flag("temporal_shift", options.temporalShift);
    choice<SoundEncoder>(
        "sound_encoder", options.soundEncoder,
        {{"statistics", SoundEncoder::Statistics}, {"convolution", SoundEncoder::Convolution}});
    choice<ModalityFusion>("fusion", options.fusion,
                           {{"gated", ModalityFusion::Gated}, {"mean", ModalityFusion::Mean}});
    choice<TagDistance>("distance", options.distance,
                        {{"cosine", TagDistance::Cosine}, {"euclidean", TagDistance::Euclidean}});
    choice<TagLoss>("loss", options.loss, {{"softmax", TagLoss::Softmax}, {"triplet", TagLoss::Triplet}});
    choice<TagMining>(
        "mining", options.mining,
        {{"beyond", TagMining::Beyond}, {"within", TagMining::Within}, {"random", TagMining::Random}});
    number("temperature", options.temperature, 1e-6, 1000);
    number("more_tags", options.moreTags, 0, 1e6);
    number("margin", options.margin, 0, 1000);
    number("mining_slack", options.beyond, 0, 1000);
    number("filter_threshold", options.falseNegative, 0, 2);
    flag("tag_offsets", options.tagOffsets);
    flag("augment", options.augment);
    number("hidden", options.hidden, 0, 0.9);
    number("alone", options.alone, 0, 100);
    number("dimensions", options.dimensions, 2, 4096);
    number("picture_size", options.pictureSize, 16, 256);
    number("segments", options.segments, 1, 256);
    number("parts", options.parts, 1, 64);
    common(options);
    number("batch", options.batch, 2, 1e6);
    number("fewest_steps", options.fewestSteps, 0, 1e6);
    number("text_learning_rate", options.textLearningRate, 1e-9, 100);
    number("weight_decay", options.weightDecay, 0, 10);
}

TrainingSettings::TrainingSettings(QualityTrainingOptions& options) {
    choice<TaskSharing>("network", options.sharing,
                        {{"shared", TaskSharing::SharedBottom},
                         {"one-gate", TaskSharing::OneGate},
                         {"mmoe", TaskSharing::MultiGate},
                         {"ple", TaskSharing::Layered},
                         {"twins", TaskSharing::Twins}});
    choice<LossWeights>("loss_weights", options.lossWeights,
                        {{"fixed", LossWeights::Fixed}, {"learned", LossWeights::Learned}});
    flag("refit", options.refit);
    numbers("task_weights", options.taskWeights, 0, 1000);
    flag("text", options.readText);
    flag("wide_text", options.wideText);
    flag("attributes", options.readAttributes);
    flag("image_text", options.readImageText);
    flag("layout", options.readLayout);
    number("text_size", options.textSize, 1, 4096);
    number("channel_size", options.channelSize, 1, 4096);
    number("embedding", options.embedding, 1, 1024);
    number("cross_size", options.crossSize, 0, 1024);
    number("bins", options.bins, 1, 1000);
    number("image_text_size", options.imageTextSize, 2, 1024);
    number("picture_size", options.pictureSize, 16, 256);
    number("layout_size", options.layoutSize, 1, 1024);
    number("category_minimum", options.categoryMinimum, 1, 1e6);
    number("experts", options.experts, 1, 1000);
    number("task_experts", options.taskExperts, 1, 1000);
    number("levels", options.levels, 1, 10);
    number("expert_hidden", options.expertHidden, 0, 4096);
    number("expert_size", options.expertSize, 1, 4096);
    number("tower_size", options.towerSize, 1, 4096);
    common(options);
    number("batch", options.batch, 1, 1e6);
    number("text_learning_rate", options.textLearningRate, 1e-9, 100);
    number("weight_decay", options.weightDecay, 0, 10);
    number("dropout", options.dropout, 0, 0.9);
}

const TrainingSettings::Setting* TrainingSettings::find(const std::string& name) const {
    const auto found = std::find_if(settings_.begin(), settings_.end(),
                                    [&](const Setting& setting) { return setting.name == name; });
    return found == settings_.end() ? nullptr : &*found;
}

std::vector<std::string> TrainingSettings::usage() const {
    std::vector<std::string> lines;
    for (const Setting& setting : settings_) {
        lines.push_back(std::string(setting.name).append("=").append(setting.values));
    }
    return lines;
}

Status TrainingSettings::apply(std::span<const std::string> settings) const {
    std::vector<std::string> ordered(settings.begin(), settings.end());
    std::stable_partition(ordered.begin(), ordered.end(), isPreset);
    for (const std::string& given : ordered) {
        const std::size_t equals = given.find('=');
        const Setting* setting = equals == std::string::npos ? nullptr : find(given.substr(0, equals));
        if (!setting) {
            return Error::invalid(Words::tr("“%1” is no setting of this training; there are: %2.")
                                      .arg(QString::fromStdString(given), listOf(usage())));
        }
        if (!setting->set(given.substr(equals + 1))) {
            return Error::invalid(Words::tr("“%1” does not fit; %2 takes %3.")
                                      .arg(QString::fromStdString(given),
                                           QString::fromStdString(setting->name),
                                           QString::fromStdString(setting->values)));
        }
    }
    return {};
}

} // namespace moderato::ml
