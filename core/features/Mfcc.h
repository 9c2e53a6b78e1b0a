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
    int frameLength = 400;     ///< Samples of a window.
    int frameShift = 160;      ///< Samples from one frame to the next.
    int fftSize = 512;         ///< At least a window; a shorter window is filled up with zeros behind it.
    double sampleScale = 1;    ///< What a sample of 1 counts (Kaldi's are 16-bit integers: 32768).
    double preEmphasis = 0.97; ///< 0: none.
    bool preEmphasisPerFrame =
        true;                ///< Kaldi: within each frame after removing the mean; else on the whole signal.
    bool removeMean = false; ///< Of each frame, before the window.
    Window window = Window::Hamming;
    bool periodicWindow = false; ///< One sample longer than it is used (librosa); else its ends are equal.
    Padding padding = Padding::None;
    int melBands = 26;
    MelScale melScale = MelScale::Htk;
    bool triangleInMel = false; ///< The filters' sides are straight over Mel (Kaldi), else over Hz.
    bool slaneyNorm = false;    ///< Each filter's area is 1 (librosa's norm="slaney").
    double lowHz = 0;
    double highHz = 0; ///< 0: half the sample rate.
    Compression compression = Compression::NaturalLog;
    double floor = 1e-10; ///< What an energy is at least before the logarithm.
    int coefficients = 13;
    int lifter = 0;         ///< Kaldi's cepstral lifter, 0: none.
    bool useEnergy = false; ///< Kaldi: the first coefficient is the frame's log energy before the window.
};

/// S2.2 as it is written: pre-emphasis of the whole signal, 25 ms Hamming windows every 10 ms, squares of the
/// spectrum, Mel filters, logarithm, DCT-II; what it leaves open (.97, 26 HTK bands, 13 coefficients) is
/// above.
MfccOptions mfccDocument();
/// librosa.feature.mfcc(y, sr=22050) of librosa 0.10 with its defaults: n_mfcc 20, n_fft 2048, hop 512, Hann,
/// centred on zeros, 128 Slaney bands, dB.
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

/// `samples` in −1…1 at `options.sampleRate`, one channel; what is not a number counts as 0. The DCT is
/// orthonormal. Too few samples for one frame, or options that contradict each other: no frames. In double
/// precision within. Needs memory for the Mel bands of all frames where the compression is Decibel.
/// Thread-safe.
MfccMatrix mfcc(std::span<const float> samples, const MfccOptions& options);

} // namespace moderato::features
