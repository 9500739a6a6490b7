# What reads the code without running it. One line for each tool; a tool's findings stand above its line.

usage_of_check() {
    check_changed=no
    case "$*" in
    '') ;;
    --changed) check_changed=yes ;;
    *) wrong_usage "check knows only --changed" ;;
    esac
}

dev_check() {
    local failed=0 tool
    usage_of_check "$@"
    build dev all benches
    for tool in format tidy clazy qml layering; do
        "check_$tool" || failed=1
    done
    [[ $check_changed == yes ]] || check_fuzz || failed=1
    return "$failed"
}

# sources PATTERN...: the tracked files, or those that differ from what main has; one in a line.
sources() {
    cd -- "$top"
    local git=(git -c safe.directory="$top" -c core.quotePath=off)
    if [[ $check_changed == no ]]; then
        "${git[@]}" ls-files -- "$@"
        return
    fi
    local base
    base=$("${git[@]}" merge-base HEAD origin/main 2>/dev/null || echo HEAD)
    {
        "${git[@]}" diff --name-only --diff-filter=d "$base" -- "$@"
        "${git[@]}" ls-files --others --exclude-standard -- "$@"
    } | sort -u
}

# verdict TOOL STATUS FILES
verdict() {
    if (($2 == 0)); then
        printf '%-12s ok (%s)\n' "$1" "$3"
    else
        printf '%-12s FAILED (%s)\n' "$1" "$3"
    fi
    return "$2"
}

check_format() {
    local files status=0
    mapfile -t files < <(sources '*.h' '*.cpp' | only_present)
    ((${#files[@]} == 0)) || (cd -- "$top" && clang-format --dry-run -Werror -- "${files[@]}") || status=1
    verdict clang-format "$status" "${#files[@]} files"
}

# A tracked file may be deleted in the working tree.
only_present() {
    local file
    while IFS= read -r file; do
        [[ ! -f $top/$file ]] || printf '%s\n' "$file"
    done
}

check_tidy() {
    read_sources clang-tidy clang-tidy --quiet
}

# Not asked: what Qt 6 has no longer (midRef), statics that cost nothing (QStringLiteral, benchmarks), and the headers
# of all of Qt, which only what is compiled in advance includes.
check_clazy() {
    read_sources clazy clazy-standalone --extra-arg=-Wno-deprecated-declarations \
        --checks=level1,no-qstring-ref,no-non-pod-global-static --ignore-dirs='/usr/|_autogen/|/CMakeFiles/'
}

# read_sources NAME COMMAND...: over every compiled source; one that passed is read again when it or a header changes.
read_sources() {
    local name=$1 status=0 files
    shift
    mapfile -t files < <(sources '*.cpp' | only_present)
    ((${#files[@]} == 0)) || python3 -B "$top/.dev/read_sources.py" "$top" "$name" "$@" -- "${files[@]}" || status=1
    verdict "$name" "$status" "${#files[@]} files"
}

# The build's copies, beside which the module's types are described.
check_qml() {
    local files status=0
    mapfile -t files < <(find "$top/.build/dev/qml" -name '*.qml' | sort)
    ((${#files[@]} == 0)) || /usr/lib/qt6/bin/qmllint --max-warnings 0 -I "$top/.build/dev/qml" -- "${files[@]}" || status=1
    verdict qmllint "$status" "${#files[@]} files"
}

check_layering() {
    local status=0
    local findings
    findings=$(python3 -B "$top/tests/layering/layering.py" "$top" "$top/.build/dev/layers.txt" 2>&1) || status=1
    ((status == 0)) || printf '%s\n' "$findings"
    verdict layering "$status" "all folders"
}
