#include "core/features/Mfcc.h"

#include <limits>

namespace moderato::features {

MfccOptions mfccDocument() {
    MfccOptions options;
    options.preset = QStringLiteral("document");
    options.preEmphasisPerFrame = false;
    return options;
}

MfccOptions mfccLibrosa() {
    MfccOptions options;
    options.preset = QStringLiteral("librosa");
    options.sampleRate = 22050;
    options.frameLength = 2048;
    options.frameShift = 512;
    options.fftSize = 2048;
    options.preEmphasis = 0;
    options.window = MfccOptions::Window::Hann;
    options.periodicWindow = true;
    options.padding = MfccOptions::Padding::Zero;
    options.melBands = 128;
    options.melScale = MfccOptions::MelScale::Slaney;
    options.slaneyNorm = true;
    options.compression = MfccOptions::Compression::Decibel;
    options.coefficients = 20;
    return options;
}

MfccOptions mfccKaldi() {
    MfccOptions options;
    options.preset = QStringLiteral("kaldi");
    options.sampleScale = 32768;
    options.removeMean = true;
    options.window = MfccOptions::Window::Povey;
    options.melBands = 23;
    options.triangleInMel = true;
    options.lowHz = 20;
    options.floor = std::numeric_limits<float>::epsilon();
    options.lifter = 22;
    options.useEnergy = true;
    return options;
}

std::optional<MfccOptions> mfccPreset(const QString& name) {
    for (const MfccOptions& options : {mfccDocument(), mfccLibrosa(), mfccKaldi()}) {
        if (options.preset == name) {
            return options;
        }
    }
    return std::nullopt;
}

} // namespace moderato::features
