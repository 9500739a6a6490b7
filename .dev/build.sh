# Configuring and building a preset of CMakePresets.json, in .build/PRESET.

presets=(dev release asan fuzz)

use_ccache() {
    export CCACHE_DIR=${CCACHE_DIR:-$cache/ccache}
    export CCACHE_BASEDIR=$top CCACHE_NOHASHDIR=1
    export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
}

is_preset() {
    [[ " ${presets[*]} " == *" $1 "* ]]
}

usage_of_build() {
    (($# == 0)) || is_preset "$1" || wrong_usage "there is no preset '$1'; there are: ${presets[*]}"
}

dev_build() {
    local preset=${1:-dev}
    (($# == 0)) || shift
    build "$preset" "$@"
}

# Waits until nobody else builds in this checkout, and holds it until build_done.
build_begins() {
    mkdir -p -- "$top/.build" 2>/dev/null || fail "cannot write to $top/.build: clone to a folder of your own"
    exec {build_lock}>>"$top/.build/lock"
    if ! flock -n "$build_lock"; then
        say "another run builds in this checkout; waiting for it"
        flock "$build_lock"
    fi
}

build_done() {
    exec {build_lock}>&-
}

# Configures if it was never done, not finished, done elsewhere, or the presets have changed since.
configure() {
    local preset=$1 folder=$top/.build/$1 log=$top/.build/configure-$1.log
    if [[ -f $folder/CMakeCache.txt ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$top" "$folder/CMakeCache.txt"; then
        say "the checkout has moved: building $preset anew"
        rm -rf -- "$folder"
    fi
    if [[ -f $folder/configured && $folder/configured -nt $top/CMakePresets.json && -f $folder/build.ninja ]]; then
        return
    fi
    say "configuring $preset"
    if ! (cd -- "$top" && cmake --preset "$preset") >"$log" 2>&1 </dev/null; then
        grep -A 12 'CMake Error' "$log" >&2 || tail -n 20 "$log" >&2
        mention_full_disk "$top" "$cache"
        fail "cmake could not configure $preset; log: $log"
    fi
    touch -- "$folder/configured"
}

# build PRESET [TARGET...]: with ninja's own progress, on standard error.
build() {
    local preset=$1 status=0
    shift
    use_ccache
    build_begins
    configure "$preset"
    say "building $preset"
    setpriv --pdeathsig TERM ninja -C "$top/.build/$preset" -j "$(nproc)" "$@" >&2 </dev/null {build_lock}>&- || status=$?
    build_done
    ((status == 0)) || build_failed "$preset"
}

build_failed() {
    mention_full_disk "$top" "$cache"
    fail "$1 does not build: the compiler's words are above"
}

usage_of_run() {
    (($#)) || wrong_usage "run needs a program: huying, huying-backend or huyingctl"
    [[ $1 != */* && $1 != -* ]] || wrong_usage "'$1' is no program's name"
}

# Builds the program if something has changed, and becomes it: nothing of ours is in its output.
dev_run() {
    local program=$1 folder=$top/.build/dev
    shift
    use_ccache
    build_begins
    configure dev
    ninja -C "$folder" -t query "$program" >/dev/null 2>&1 \
        || wrong_usage "there is no program '$program'; there are: $(programs)"
    if ninja -C "$folder" -n "$program" </dev/null 2>/dev/null | grep -q '^\['; then
        say "building $program"
        ninja -C "$folder" -j "$(nproc)" "$program" >&2 </dev/null {build_lock}>&- || build_failed "$program"
    fi
    build_done
    [[ -x $folder/bin/$program ]] || wrong_usage "'$program' is no program; there are: $(programs)"
    exec "$folder/bin/$program" "$@"
}

programs() {
    ninja -C "$top/.build/dev" -t targets all | sed -n 's,^bin/\([^:]*\):.*,\1,p' | paste -sd' '
}
