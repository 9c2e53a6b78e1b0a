#!/usr/bin/env bash
# Sets up, builds and runs every test.
#   bash tests/run.sh                 all of them
#   bash tests/run.sh -L unit         arguments go to ctest: only the tests with a label, …
#   PRESET=asan bash tests/run.sh     with the address and undefined-behaviour sanitizers
set -euo pipefail
cd "$(dirname "$0")/.."
source installer/steps.sh
mkdir -p build
preset=${PRESET:-dev}

step "Setting up packages" bash installer/setup.sh test
step "Building" build "$preset"

run_tests() {
    local log=build/$preset-tests.log status=0
    ctest --preset "$preset" -j 2 --timeout 600 "$@" 2>&1 | tee "$log" || status=$?
    # Cases inside the test programs, counted from their own reports.
    local passed failed skipped
    passed=$(grep -hoE '^[0-9]+: \[  PASSED  \] [0-9]+ test' "build/$preset/Testing/Temporary/LastTest.log" 2>/dev/null |
        awk '{n += $5} END {print n + 0}')
    [[ $passed -gt 0 ]] || passed=$(grep -hoE '^\[  PASSED  \] [0-9]+ test' "build/$preset/Testing/Temporary/LastTest.log" |
        awk '{n += $4} END {print n + 0}')
    skipped=$(grep -hoE '^\[  SKIPPED \] [0-9]+ test' "build/$preset/Testing/Temporary/LastTest.log" |
        awk '{n += $4} END {print n + 0}')
    failed=$(grep -hoE '^\[  FAILED  \] [0-9]+ test' "build/$preset/Testing/Temporary/LastTest.log" |
        awk '{n += $4} END {print n + 0}')
    if ((status != 0 && failed == 0)); then
        failed=1 # a program that crashed or ran out of time has no report of its own
    fi
    summary="$passed passed, $failed failed, $skipped skipped"
    return "$status"
}
summary=
status=0
run_tests "$@" || status=$?
echo "── $((SECONDS - moderato_started)) s in all; skipped tests say why in build/$preset/Testing/Temporary/LastTest.log"
echo "$summary"
exit "$status"
