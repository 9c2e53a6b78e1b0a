#!/usr/bin/env bash
# Installs what Moderato needs from Debian's packages: `setup.sh run` to build and run it, `setup.sh test` for the tests as well.
# Can be repeated: where everything is there it does nothing and needs no rights.
set -euo pipefail

build=(
    g++ cmake ninja-build ccache mold pkg-config ca-certificates
    libtorch-dev libopenblas0-pthread # without the pthread OpenBLAS matrix products are some thirty times slower
    qt6-base-dev qt6-multimedia-dev qt6-charts-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    libqt6opengl6-dev libgl-dev libopengl-dev libqt6sql6-sqlite libqt6svg6 qt6-qpa-plugins
    libavcodec-dev libavformat-dev libavutil-dev libswscale-dev libswresample-dev ffmpeg
    libmpv-dev libicu-dev libxml2-dev libfftw3-dev libebur128-dev libopencv-core-dev libopencv-imgproc-dev libopencv-objdetect-dev libopencv-contrib-dev opencv-data libseccomp-dev libssl-dev
)
run=(
    xvfb xauth libgl1-mesa-dri # for a machine without a display
    fonts-noto-core fonts-noto-cjk fonts-dejavu-core
)
test=(libgtest-dev libgmock-dev libbenchmark-dev libfaiss-dev liblapack-dev libaubio-dev sqlite3 python3 strace)

want=("${build[@]}" "${run[@]}")
if [[ ${1:-run} == test ]]; then
    want+=("${test[@]}")
fi

missing=()
for package in "${want[@]}"; do
    if [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) != installed ]]; then
        missing+=("$package")
    fi
done
if ((${#missing[@]} == 0)); then
    echo "Packages: all ${#want[@]} are there."
    exit 0
fi

root=()
if ((EUID != 0)); then
    if ! command -v sudo >/dev/null; then
        echo "These packages are missing, and installing them needs root or sudo: ${missing[*]}" >&2
        exit 1
    fi
    root=(sudo)
fi
echo "Packages: installing ${#missing[@]} of ${#want[@]} (${missing[*]})"
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { "${root[@]}" apt-get update -qq &&
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        -o Dpkg::Options::=--force-unsafe-io "${missing[@]}"; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    echo "The packages could not be installed; the lines above say why. Check the network and the package sources, then run this again." >&2
    exit 1
fi
