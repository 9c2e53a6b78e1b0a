#pragma once

#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace moderato::features {

/// Everything that a set of Mel frequency cepstral coefficients depends on (S2.2); dither is always 0.
struct MfccOptions {
    enum class Window { Hamming, Hann, Povey };
    enum class MelScale { Htk, Slaney };
    enum class Padding {
        None,    ///< Only whole frames (Kaldi's snip_edges=true).
        Reflect, ///< The signal reflected by half an FFT on both sides, frames centred.
        Zero,    ///< The same with zeros (librosa's default).
    };
    enum class Compression {
        NaturalLog,
        Decibel, ///< 10·log10, no lower than 80 dB under the loudest (librosa's power_to_db, ref 1).
    };

    QString preset; ///< "document", "librosa", "kaldi"
    int sampleRate = 16000;
    int frameLength = 400; ///< Samples of a window.
    int frameShift = 160;  ///< Samples from one frame to the next.
    int fftSize = 512;
    double preEmphasis = 0.97; ///< 0: none.
    bool preEmphasisPerFrame =
        true;                ///< Kaldi: within each frame after removing the mean; else on the whole signal.
    bool removeMean = false; ///< Of each frame, before the window.
    Window window = Window::Hamming;
    Padding padding = Padding::None;
    int melBands = 26;
    MelScale melScale = MelScale::Htk;
    bool slaneyNorm = false; ///< Each filter's area is 1 (librosa's norm="slaney").
    double lowHz = 0;
    double highHz = 0; ///< 0: half the sample rate.
    Compression compression = Compression::NaturalLog;
    int coefficients = 13;
    int lifter = 0;         ///< Kaldi's cepstral lifter, 0: none.
    bool useEnergy = false; ///< Kaldi: the first coefficient is the frame's log energy before the window.
};

/// S2.2 as it is written: 25 ms Hamming windows every 10 ms, pre-emphasis .97, power, Mel, log, DCT-II.
MfccOptions mfccDocument();
/// librosa.feature.mfcc(y, sr=22050) with its defaults: n_mfcc 20, n_fft 2048, hop 512, Hann, 128 Slaney
/// bands, dB.
MfccOptions mfccLibrosa();
/// Kaldi's compute-mfcc-feats with its defaults and --dither=0: 16 kHz, 25/10 ms, Povey, 23 bands from 20 Hz,
/// lifter 22, energy as the first coefficient; samples in the range of 16-bit integers.
MfccOptions mfccKaldi();
std::optional<MfccOptions> mfccPreset(const QString& name);

/// Frames × coefficients, row by row.
struct MfccMatrix {
    int frames = 0;
    int coefficients = 0;
    std::vector<float> values;

    std::span<const float> frame(int index) const {
        return {values.data() + std::size_t(index) * coefficients, std::size_t(coefficients)};
    }
};

/// `samples` in −1…1 at `options.sampleRate`, one channel. Too few for one frame: no frames. Thread-safe.
MfccMatrix mfcc(std::span<const float> samples, const MfccOptions& options);

} // namespace moderato::features
