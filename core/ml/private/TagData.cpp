#include "core/ml/private/TagData.h"

#include "core/ml/private/TagState.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace moderato::ml {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TagData)
};

bool hasWords(const Text& text) {
    return !text.title.empty() || !text.body.empty() || !text.tags.empty();
}

/// Hides modalities now and then, never the last.
void hideSome(Present& present, double share, Random& random) {
    int left = int(std::count(present.begin(), present.end(), true));
    for (bool& there : present) {
        if (there && left > 1 && random.uniform() < share) {
            there = false;
            --left;
        }
    }
}

} // namespace

Result<TagData> TagData::make(std::span<const TagExample> given, const TagTrainingOptions& options,
                              const TagShape* known, const Encoder* knownEncoder,
                              const std::vector<std::string>& knownNames, const JobContext& job) {
    TagData data;
    if (Status chosen = data.choose(given, options, known); !chosen) {
        return chosen.error();
    }
    data.collect(options, knownNames);
    if (data.examples.empty() || data.names.size() < 2) {
        return Error::invalid(
            Words::tr("Training needs items with at least two different tags, of which something can "
                      "be read: decide more items."));
    }
    if (Status encoded = data.encode(options, knownEncoder, job); !encoded) {
        return encoded.error();
    }
    const SoundNetwork sound{known ? known->soundEncoder : options.soundEncoder, data.coefficients};
    for (std::size_t i = 0; i < data.examples.size(); ++i) {
        const bool heard = data.present_[i][std::size_t(Modality::Sound)];
        data.sounds_.push_back(heard ? sound.prepare(data.examples[i]->item.sound) : std::vector<float>());
    }
    return data;
}

Status TagData::choose(std::span<const TagExample> given, const TagTrainingOptions& options,
                       const TagShape* known) {
    const auto& read = known ? known->read : options.read;
    int found = known ? known->coefficients : 0;
    for (const TagExample& example : given) {
        const TagItem& item = example.item;
        const Present present{read[0] && hasWords(item.text), read[1] && item.pictures.fits(),
                              read[2] && item.sound.fits()};
        if (example.tags.empty() || std::none_of(present.begin(), present.end(), [](bool p) { return p; })) {
            continue;
        }
        if (present[2] && found == 0) {
            found = item.sound.coefficients;
        }
        if (present[2] && found != item.sound.coefficients) {
            return Error::invalid(
                Words::tr("The sounds have different numbers of coefficients (%1 and %2): analyse "
                          "them with one preset.")
                    .arg(found)
                    .arg(item.sound.coefficients));
        }
        examples.push_back(&example);
        present_.push_back(present);
    }
    coefficients = found > 0 ? found : coefficients;
    return {};
}

void TagData::collect(const TagTrainingOptions& options, const std::vector<std::string>& knownNames) {
    std::unordered_map<std::string, int> index;
    const auto add = [&](const std::string& name) {
        const auto [at, isNew] = index.emplace(name, int(names.size()));
        if (isNew) {
            names.push_back(name);
        }
        return at->second;
    };
    std::for_each(knownNames.begin(), knownNames.end(), add);
    std::vector<std::string> sorted = options.moreNames;
    for (const TagExample* example : examples) {
        sorted.insert(sorted.end(), example->tags.begin(), example->tags.end());
    }
    std::sort(sorted.begin(), sorted.end());
    std::for_each(sorted.begin(), sorted.end(), add);
    for (const TagExample* example : examples) {
        std::vector<int>& own = tagsOf.emplace_back();
        for (const std::string& name : example->tags) {
            own.push_back(index.at(name));
        }
        std::sort(own.begin(), own.end());
        own.erase(std::unique(own.begin(), own.end()), own.end());
    }
}

Status TagData::encode(const TagTrainingOptions& options, const Encoder* known, const JobContext& job) {
    const auto rarest = float(std::log(1.0 + double(examples.size())));
    VocabularyBuilder builder;
    const EncoderOptions encoding = known ? known->options() : options.encoder;
    encoder = known ? *known : Encoder(encoding, {});
    for (std::size_t i = 0; i < examples.size(); ++i) {
        if (i % 256 == 0 && job.isCancelled()) {
            return Error::cancelled();
        }
        if (!present_[i][std::size_t(Modality::Text)]) {
            continue;
        }
        const auto hashes = distinctFeatures(examples[i]->item.text, encoding);
        if (!known) {
            builder.add(hashes, tagsOf[i]);
        }
        for (std::size_t h = 0; known && h < hashes.size(); ++h) {
            encoder.vocabulary().add(hashes[h], rarest);
        }
    }
    if (!known) {
        encoder =
            Encoder(encoding, builder.build(int(names.size()), encoding.maxFeatures, encoding.minimumCount));
    }
    for (const std::string& name : names) {
        for (const std::uint32_t hash : distinctFeatures(asText(name), encoding)) {
            encoder.vocabulary().add(hash, rarest);
        }
    }
    for (const std::string& name : names) {
        names_.add(encoder.encode(asText(name)));
    }
    for (std::size_t i = 0; i < examples.size(); ++i) {
        if (i % 256 == 0 && job.isCancelled()) {
            return Error::cancelled();
        }
        texts_.add(present_[i][0] ? encoder.encode(examples[i]->item.text) : EncodedText{});
        bool any = false;
        for (int field = 0; field < fieldCount; ++field) {
            any = any || !texts_.field(int(i), field).rows.empty();
        }
        present_[i][0] = any;
    }
    return {};
}

TagBatch TagData::batch(const TagShape& shape, std::span<const int> items, const TagTrainingOptions& options,
                        Random* random) const {
    TagBatch batch;
    batch.present = at::zeros({std::int64_t(items.size()), modalityCount}, at::kBool);
    std::vector<const Pictures*> pictures;
    std::vector<std::vector<float>> sounds;
    for (std::size_t row = 0; row < items.size(); ++row) {
        const auto item = std::size_t(items[row]);
        Present present = present_[item];
        if (random) {
            hideSome(present, options.hidden, *random);
        }
        std::copy(present.begin(), present.end(), batch.present.data_ptr<bool>() + row * modalityCount);
        if (present[std::size_t(Modality::Pictures)]) {
            pictures.push_back(&examples[item]->item.pictures);
            batch.withPictures.push_back(std::int64_t(row));
        }
        if (present[std::size_t(Modality::Sound)]) {
            sounds.push_back(sounds_[item]);
            batch.withSound.push_back(std::int64_t(row));
        }
    }
    batch.pictures = picturesOf(shape, pictures, random, options.augment);
    batch.sound = shape.sound().batch(sounds);
    return batch;
}

SparseBatch TagData::texts(std::span<const int> items, const at::Tensor& present, double featureDropout,
                           Random* random) const {
    SparseBatch result;
    for (std::size_t row = 0; row < items.size(); ++row) {
        const bool shown = present.data_ptr<bool>()[row * modalityCount + std::size_t(Modality::Text)];
        for (int field = 0; shown && field < fieldCount; ++field) {
            const auto encoded = texts_.field(items[row], field);
            for (std::size_t i = 0; i < encoded.rows.size(); ++i) {
                if (!random || random->uniform() >= featureDropout) {
                    result.rows.push_back(encoded.rows[i]);
                    result.weights.push_back(encoded.weights[i] * encoder.fieldWeight(field));
                }
            }
        }
        result.finish();
    }
    return result;
}

SparseBatch TagData::namesOf(std::span<const int> tags) const {
    return batchOf(names_, tags, encoder);
}

std::vector<std::vector<float>> TagData::soundsOf(std::span<const int> items) const {
    std::vector<std::vector<float>> result;
    for (const int item : items) {
        if (!sounds_[std::size_t(item)].empty()) {
            result.push_back(sounds_[std::size_t(item)]);
        }
    }
    return result;
}

} // namespace moderato::ml
