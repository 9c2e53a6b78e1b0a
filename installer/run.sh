#!/usr/bin/env bash
# Sets up, builds and opens Moderato on its sample library. On a machine without a display it does the same on a virtual one,
# walks through the main job by itself and leaves screenshots in build/walkthrough.
#   bash installer/run.sh                  everything
#   bash installer/run.sh --build-only     stops after the build; the last line is the program's path
#   bash installer/run.sh [moderato's own arguments]
# Can be repeated: what is done already is not done again. Give MODERATO_SAMPLE to keep the sample library elsewhere.
set -euo pipefail
cd "$(dirname "$0")/.."
source installer/steps.sh
mkdir -p build

build_only=false
if [[ ${1:-} == --build-only ]]; then
    build_only=true
    shift
fi

step "Setting up packages" bash installer/setup.sh run
step "Building" build release -DMODERATO_TESTS=OFF
program=$PWD/build/release/bin/moderato
if $build_only; then
    echo "$program"
    exit 0
fi

sample=${MODERATO_SAMPLE:-$PWD/build/sample}
make_library() {
    bash resources/sample/make.sh "$sample/content"
    "$program" import --library "$sample/library" "$sample/content"
}
step "Making the sample library" make_library
echo "── From start to window: $((SECONDS - moderato_started)) s"

if [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; then
    exec "$program" --library "$sample/library" "$@"
fi
echo "── No display here: walking through the main job on a virtual one"
shots=$PWD/build/walkthrough
rm -rf "$shots" "$sample/walkthrough" && mkdir -p "$shots"
cp -a "$sample/library" "$sample/walkthrough" # so that it can be repeated and leaves the library as it is
MODERATO_NO_SOUND=1 xvfb-run -a -s "-screen 0 1600x1000x24" "$program" --library "$sample/walkthrough" --walkthrough "$shots" "$@"
echo "── Done after $((SECONDS - moderato_started)) s; screenshots: $shots"
