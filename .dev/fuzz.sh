# libFuzzer over the targets of tests/fuzz, built by clang with its sanitizers in .build/fuzz. What it finds on its way
# stays in .build/fuzz/corpus; an input that breaks something is left in .build/fuzz/crashes and belongs into
# tests/fuzz/corpus once it is mended.

fuzz_seconds=60

usage_of_fuzz() {
    (($# < 2)) || { (($# == 2)) && is_number "$2"; } || wrong_usage "fuzz takes one name, and seconds after it"
}

dev_fuzz() {
    local name=${1:-}
    fuzz_seconds=${2:-$fuzz_seconds}
    [[ -z $name || -f $top/tests/fuzz/fuzz_$name.cpp ]] || wrong_usage "there is no fuzz target '$name'"
    fuzz "${name:-*}"
}

check_fuzz() {
    local status=0
    fuzz '*' || status=1
    verdict fuzzing "$status" "$fuzz_seconds s each"
}

# fuzz PATTERN: two targets at a time, so that most have a processor of their own.
fuzz() {
    local file failed=0 running=0
    export ASAN_OPTIONS='halt_on_error=1:detect_stack_use_after_return=1:quarantine_size_mb=64'
    export UBSAN_OPTIONS='halt_on_error=1:print_stacktrace=1'
    export LC_ALL=C.UTF-8
    local -a names=()
    for file in "$top"/tests/fuzz/fuzz_$1.cpp; do
        file=${file##*/fuzz_}
        names+=("${file%.cpp}")
    done
    build fuzz "${names[@]/#/fuzz_}"
    for file in "${names[@]}"; do
        if ((running == $(nproc))); then
            wait -n || failed=1
            running=$((running - 1))
        fi
        fuzz_one "$file" &
        running=$((running + 1))
    done
    while ((running > 0)); do
        wait -n || failed=1
        running=$((running - 1))
    done
    return "$failed"
}

# One line for a target that holds; else its last words, which name the input.
fuzz_one() {
    local name=$1 folder=$top/.build/fuzz status=0 runs
    local found=$folder/corpus/$1 log=$folder/fuzz-$1.log
    mkdir -p -- "$found" "$folder/crashes"
    "$folder/tests/fuzz_$name" -max_total_time="$fuzz_seconds" -timeout=30 -rss_limit_mb=1536 -malloc_limit_mb=512 \
        -max_len=16384 -print_final_stats=1 -artifact_prefix="$folder/crashes/$name-" \
        "$found" "$top/tests/fuzz/corpus/$name" >"$log" 2>&1 </dev/null || status=$?
    if ((status != 0)); then
        grep -v '^#[0-9]*[[:space:]]*\(NEW\|REDUCE\|pulse\)' "$log" | tail -n 40 >&2
        printf 'fuzz %-10s FAILED; log: %s\n' "$name" "$log"
        return 1
    fi
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    printf 'fuzz %-10s ok (%s runs, %s a second)\n' "$name" "$runs" "$(sed -n 's/^stat::average_exec_per_sec: *//p' "$log")"
}
