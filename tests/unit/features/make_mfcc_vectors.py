#!/usr/bin/env python3
"""Writes mfcc_vectors.txt: MFCC of three signals by librosa's, Kaldi's and the document's definition.

    python3 make_mfcc_vectors.py > mfcc_vectors.txt

Nothing but Python's own double precision and sums written out: a discrete Fourier transform by its definition,
filters and transforms as the documentation of librosa 0.10 (librosa.feature.mfcc, librosa.filters.mel,
librosa.power_to_db) and the sources of Kaldi (feature-window.cc, mel-computations.cc, feature-mfcc.cc) define
them. No code is shared with the program. The signals are 16-bit numbers, so that both sides hold the same.
"""
import math


class Noise:
    """A linear congruential generator (Numerical Recipes): -1...1."""

    def __init__(self, seed):
        self.state = seed

    def __call__(self):
        self.state = (self.state * 1664525 + 1013904223) % 2**32
        return self.state / 2**31 - 1


def quantized(values):
    return [math.floor(v * 32767 + 0.5) / 32768 for v in values]


def tones(rate, count):
    noise = Noise(1)
    return quantized(
        0.3 * math.sin(2 * math.pi * 440 * i / rate) + 0.2 * math.sin(2 * math.pi * 1234.5 * i / rate + 1) + 0.05 * noise()
        for i in range(count)
    )


def chirp(rate, count):
    length = count / rate
    return quantized(
        0.5 * math.sin(2 * math.pi * (50 * (i / rate) + (0.45 * rate - 50) / (2 * length) * (i / rate) ** 2))
        for i in range(count)
    )


def speech(rate, count):
    """Pulses of 120 Hz through three resonators, after a tenth of a second of nothing."""
    noise = Noise(7)
    state = [[0.0, 0.0] for _ in range(3)]
    values = []
    for i in range(count):
        if i < rate // 10:
            values.append(0.0)
            continue
        pulse = 1.0 if (i * 120) // rate != ((i - 1) * 120) // rate else 0.0
        sample = pulse + 0.01 * noise()
        for (hz, width), past in zip(((700, 130), (1220, 70), (2600, 160)), state):
            radius = math.exp(-math.pi * width / rate)
            out = sample + 2 * radius * math.cos(2 * math.pi * hz / rate) * past[0] - radius * radius * past[1]
            past[1], past[0] = past[0], out
            sample = out * (1 - radius)
        values.append(sample)
    loudest = max(abs(v) for v in values)
    return quantized(0.8 * v / loudest for v in values)


SIGNALS = {"tones": tones, "chirp": chirp, "speech": speech}


def power_spectrum(frame, size):
    """|X|^2 by the definition of the transform; `frame` may be shorter than `size`."""
    cosine = [math.cos(2 * math.pi * k / size) for k in range(size)]
    sine = [math.sin(2 * math.pi * k / size) for k in range(size)]
    powers = []
    for k in range(size // 2 + 1):
        at = real = imaginary = 0
        for value in frame:
            real += value * cosine[at]
            imaginary -= value * sine[at]
            at += k
            if at >= size:
                at -= size
        powers.append(real * real + imaginary * imaginary)
    return powers


def dct(values, count):
    n = len(values)
    return [
        math.sqrt((1 if k == 0 else 2) / n) * sum(v * math.cos(math.pi * k * (2 * i + 1) / (2 * n)) for i, v in enumerate(values))
        for k in range(count)
    ]


def librosa(y, sr=22050, n_fft=2048, hop=512, n_mels=128, n_mfcc=20):
    def hz_to_mel(f):
        return f * 3 / 200 if f < 1000 else 15 + math.log(f / 1000) / (math.log(6.4) / 27)

    def mel_to_hz(m):
        return 200 * m / 3 if m < 15 else 1000 * math.exp(math.log(6.4) / 27 * (m - 15))

    top = hz_to_mel(sr / 2)
    edges = [mel_to_hz(top * i / (n_mels + 1)) for i in range(n_mels + 2)]
    frequencies = [sr * k / n_fft for k in range(n_fft // 2 + 1)]
    window = [0.5 - 0.5 * math.cos(2 * math.pi * i / n_fft) for i in range(n_fft)]
    padded = [0.0] * (n_fft // 2) + y + [0.0] * (n_fft // 2)
    levels = []
    for t in range(1 + (len(padded) - n_fft) // hop):
        powers = power_spectrum([padded[t * hop + i] * window[i] for i in range(n_fft)], n_fft)
        row = []
        for m in range(n_mels):
            low, mid, high = edges[m : m + 3]
            energy = 0.0
            for f, p in zip(frequencies, powers):
                energy += max(0.0, min((f - low) / (mid - low), (high - f) / (high - mid))) * 2 / (high - low) * p
            row.append(10 * math.log10(max(1e-10, energy)))
        levels.append(row)
    loudest = max(max(row) for row in levels)
    return [dct([max(v, loudest - 80) for v in row], n_mfcc) for row in levels]


def kaldi(y, sr=16000, length=400, shift=160, size=512, bins=23, ceps=13, low=20.0, lifter=22.0):
    epsilon = 2.0**-23

    def mel(f):
        return 1127.0 * math.log(1.0 + f / 700.0)

    window = [(0.5 - 0.5 * math.cos(2 * math.pi * i / (length - 1))) ** 0.85 for i in range(length)]
    mel_low, mel_high = mel(low), mel(sr / 2)
    delta = (mel_high - mel_low) / (bins + 1)
    rows = []
    for t in range(1 + (len(y) - length) // shift if len(y) >= length else 0):
        frame = [v * 32768 for v in y[t * shift : t * shift + length]]
        mean = sum(frame) / length
        frame = [v - mean for v in frame]
        log_energy = math.log(max(sum(v * v for v in frame), epsilon))
        frame = [frame[0] - 0.97 * frame[0]] + [frame[i] - 0.97 * frame[i - 1] for i in range(1, length)]
        powers = power_spectrum([v * w for v, w in zip(frame, window)], size)
        logs = []
        for b in range(bins):
            left, center, right = (mel_low + delta * (b + i) for i in range(3))
            energy = 0.0
            for k in range(size // 2):
                m = mel(sr / size * k)
                if left < m < right:
                    energy += powers[k] * ((m - left) / (center - left) if m <= center else (right - m) / (right - center))
            logs.append(math.log(max(energy, epsilon)))
        row = [c * (1 + 0.5 * lifter * math.sin(math.pi * i / lifter)) for i, c in enumerate(dct(logs, ceps))]
        row[0] = log_energy
        rows.append(row)
    return rows


def document(y, sr=16000, length=400, shift=160, size=512, bins=26, ceps=13):
    emphasized = [y[i] - 0.97 * (y[i - 1] if i > 0 else 0.0) for i in range(len(y))]
    window = [0.54 - 0.46 * math.cos(2 * math.pi * i / (length - 1)) for i in range(length)]
    top = 2595 * math.log10(1 + sr / 2 / 700)
    edges = [700 * (10 ** (top * i / (bins + 1) / 2595) - 1) for i in range(bins + 2)]
    rows = []
    for t in range(1 + (len(y) - length) // shift if len(y) >= length else 0):
        powers = power_spectrum([emphasized[t * shift + i] * window[i] for i in range(length)], size)
        logs = []
        for b in range(bins):
            low, mid, high = edges[b : b + 3]
            energy = sum(
                max(0.0, min((sr * k / size - low) / (mid - low), (high - sr * k / size) / (high - mid))) * p
                for k, p in enumerate(powers)
            )
            logs.append(math.log(max(energy, 1e-10)))
        rows.append(dct(logs, ceps))
    return rows


def main():
    print("# preset, signal, samples, frames, coefficients; then a line a frame. Made by make_mfcc_vectors.py.")
    for name, analyse, rate, count in (
        ("document", document, 16000, 4800),
        ("kaldi", kaldi, 16000, 4800),
        ("librosa", librosa, 22050, 6615),
    ):
        for signal, make in SIGNALS.items():
            rows = analyse(make(rate, count))
            print(name, signal, count, len(rows), len(rows[0]))
            for row in rows:
                print(" ".join(f"{value:.5f}" for value in row))


if __name__ == "__main__":
    main()
