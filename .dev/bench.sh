# The benchmarks of tests/bench: programs named bench_*, each with its own figures.

usage_of_bench() {
    (($# <= 1)) || [[ $2 == --* ]] || wrong_usage "bench takes one name, and options after it"
}

# The benchmarks with that in their name; `sync` are all that the cache and the sync are measured by.
programs_for() {
    local name=$1
    [[ $name != sync ]] || name='@(sync_*|stall|postgres|tickets)'
    shopt -s extglob
    find "$top/.build/dev" -type f -executable -name 'bench_*' | sort | while read -r program; do
        # shellcheck disable=SC2053 # a pattern
        [[ ${program##*/} != bench_*$name* ]] || printf '%s\n' "$program"
    done
}

dev_bench() {
    local name=${1:-} program failed=0
    (($# == 0)) || shift
    # Named by itself the simulated world goes on until it is stopped.
    [[ $name != faults ]] || (($#)) || set -- --endless
    local -a programs
    export LC_ALL=C.UTF-8
    build dev all benches
    mapfile -t programs < <(programs_for "$name")
    ((${#programs[@]})) || fail "there is no benchmark${name:+ with '$name' in its name}"
    for program in "${programs[@]}"; do
        printf '== %s\n' "${program##*/}"
        if [[ ${program##*/} == bench_map_pace ]]; then
            # Shaders draw nothing offscreen.
            has_display || start_screen
            QT_QPA_PLATFORM=xcb "$program" "$@" || failed=1
        elif [[ ${program##*/} == bench_sync_start ]]; then
            # The desks that it starts have a window.
            has_display || start_screen
            "$program" "$@" || failed=1
        else
            QT_QPA_PLATFORM=offscreen "$program" "$@" || failed=1
        fi
    done
    stop_screen
    return "$failed"
}
