# Sourced by the scripts that people call: says what is done and how long it took.
moderato_started=$SECONDS
step() { # title, command…
    local title=$1 begin=$SECONDS
    shift
    echo "── $title"
    "$@"
    echo "   $title: $((SECONDS - begin)) s"
}
build() { # preset, extra cmake arguments…
    local preset=$1
    shift
    cmake --preset "$preset" "$@" >"build/$preset-configure.log" 2>&1 || {
        tail -n 30 "build/$preset-configure.log" >&2
        echo "Configuring failed; the whole log is build/$preset-configure.log." >&2
        return 1
    }
    NINJA_STATUS='[%f/%t %es] ' cmake --build --preset "$preset"
}
