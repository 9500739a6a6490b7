# A child that is as near as a program started directly: its standard input, its signals, its exit
# status. Used on the way into the root, where a process namespace stands between.

# Whether Ctrl-C reaches the children by itself: the terminal sends it to all of them.
has_terminal() {
    local stat
    read -r stat </proc/self/stat
    stat=${stat##*) }
    # shellcheck disable=SC2086
    set -- $stat
    [[ $5 != 0 ]]
}

# signal_child SIGNAL: to the child, or to what `unshare` (which blocks signals) has started.
signal_child() {
    local file
    if [[ $supervised_through == no ]]; then
        kill -s "$1" "$supervised" 2>/dev/null || true
        return
    fi
    grep -ls "^PPid:[[:space:]]*$supervised\$" /proc/[0-9]*/status | while read -r file; do
        file=${file#/proc/}
        kill -s "$1" "${file%/status}" 2>/dev/null || true
    done
}

# supervise [--through] COMMAND...: its exit status; 128 + N when signal N ended it.
supervise() {
    local signal input status=0 late=0
    supervised_through=no
    if [[ $1 == --through ]]; then
        supervised_through=yes
        shift
    fi
    local alone=(setsid)
    local passed=(TERM HUP USR1 USR2 INT QUIT)
    if has_terminal; then
        alone=()
        passed=(TERM HUP USR1 USR2)
        trap : INT QUIT
    elif [[ $$ == 1 ]]; then
        alone=()
    fi
    for signal in "${passed[@]}"; do
        # shellcheck disable=SC2064
        trap "signal_child $signal" "$signal"
    done
    # A background child of bash reads from /dev/null and ignores Ctrl-C, unless told otherwise.
    exec {input}<&0
    env --default-signal=INT,QUIT "${alone[@]}" setpriv --pdeathsig KILL "$@" <&"$input" {input}<&- &
    supervised=$!
    exec {input}<&-
    while :; do
        wait "$supervised" && status=0 || status=$?
        kill -0 "$supervised" 2>/dev/null || break
    done
    wait "$supervised" 2>/dev/null && late=0 || late=$?
    [[ $late == 127 ]] || status=$late
    trap - INT QUIT TERM HUP USR1 USR2
    return "$status"
}
