# The test suite: in the normal build, then in the one with AddressSanitizer and UBSan.

usage_of_test() { :; }

dev_test() {
    local failed=0
    export LC_ALL=C.UTF-8
    trap 'stop_aside; stop_screen' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    passed_tests=0 failed_tests=0 skipped_tests=0
    build dev
    start_screen
    build_aside asan
    run_suite dev "$@" || failed=1
    wait "$aside" || true # the build below says why
    build asan
    export ASAN_OPTIONS='halt_on_error=1:detect_stack_use_after_return=1:strict_init_order=1'
    export UBSAN_OPTIONS='halt_on_error=1:print_stacktrace=1'
    export LSAN_OPTIONS="print_suppressions=0:suppressions='$top/tests/support/lsan.supp'"
    run_suite asan -LE noasan "$@" || failed=1
    say_counts
    return "$failed"
}

# Builds with what the tests leave of the processors; what it says is in a file, and said again by the build after it.
build_aside() {
    (renice -n 19 -p "$BASHPID" >/dev/null && build "$1" -k 0) >"$top/.build/aside-$1.log" 2>&1 &
    aside=$!
}

stop_aside() {
    [[ -z ${aside:-} ]] || kill "$aside" 2>/dev/null || true
}

# run_suite PRESET CTEST-ARGUMENTS...: adds ctest's own counts to ours.
run_suite() {
    local preset=$1 status=0
    local folder=$top/.build/$preset
    local report=$folder/tests.xml none=error
    shift
    [[ $preset == dev ]] || none=ignore
    rm -f -- "$report"
    say "testing $preset"
    ctest --test-dir "$folder" -j "$(nproc)" --output-on-failure --no-tests="$none" \
        --test-output-size-passed 1000000 --output-junit "$report" "$@" || status=$?
    count "$report" "$preset" || status=1
    return "$status"
}

count() {
    local head
    head=$(grep -m 1 -A 8 '<testsuite ' "$1" 2>/dev/null | tr '\n' ' ') || true
    if [[ -z $head ]]; then
        [[ $2 != dev ]] || { say "ctest left no report"; return 1; }
        return 0
    fi
    local tests failures skipped disabled
    tests=$(attribute tests "$head") failures=$(attribute failures "$head")
    skipped=$(($(attribute skipped "$head") + $(attribute disabled "$head")))
    count_parts_skipped "$1" "$2"
    failed_tests=$((failed_tests + failures))
    skipped_tests=$((skipped_tests + skipped))
    passed_tests=$((passed_tests + tests - failures - skipped))
}

# Parts of a test that it passed over itself, which ctest counts as passed: each is said, with its reason.
count_parts_skipped() {
    local -a parts
    mapfile -t parts < <(sed -n 's/^SKIP   : //p' "$1")
    ((${#parts[@]})) || return 0
    printf "dev: $2 skipped %s\n" "${parts[@]}" >&2
    skipped_tests=$((skipped_tests + ${#parts[@]}))
}

# attribute NAME TEXT: the number in NAME="…".
attribute() {
    [[ $2 =~ [[:space:]]$1=\"([0-9]+)\" ]] && printf '%s' "${BASH_REMATCH[1]}" || printf 0
}

say_counts() {
    local skipped=
    ((skipped_tests == 0)) || skipped=", $skipped_tests skipped"
    printf '%d passed, %d failed%s\n' "$passed_tests" "$failed_tests" "$skipped"
}
