# A screen for programs with windows: the caller's, or one in memory (Xvfb).

has_display() {
    [[ -n ${DISPLAY:-} ]] && xdpyinfo >/dev/null 2>&1
}

# Starts Xvfb on a number nobody uses and sets DISPLAY. The number is drawn by chance: two roots share
# /tmp but do not see each other's processes, so that Xvfb itself would take a living one's lock for stale.
start_screen() {
    local number try log
    log=$(mktemp)
    for try in 1 2 3 4 5; do
        number=$((1000 + (RANDOM * 32768 + RANDOM) % 50000))
        [[ ! -e /tmp/.X$number-lock && ! -e /tmp/.X11-unix/X$number ]] || continue
        mkdir -p -m 1777 /tmp/.X11-unix 2>/dev/null || true
        setpriv --pdeathsig KILL Xvfb ":$number" -screen 0 1920x1080x24 -nolisten tcp -noreset >"$log" 2>&1 </dev/null &
        screen=$!
        for ((try = 0; try < 100; try++)); do
            kill -0 "$screen" 2>/dev/null || break
            if DISPLAY=:$number xdpyinfo >/dev/null 2>&1; then
                rm -f -- "$log"
                export DISPLAY=:$number
                unset WAYLAND_DISPLAY XAUTHORITY
                return
            fi
            sleep 0.1
        done
        kill "$screen" 2>/dev/null || true
    done
    say "$(tail -n 1 "$log")"
    rm -f -- "$log"
    fail "no screen could be started with Xvfb: is /tmp writable?"
}

stop_screen() {
    [[ -n ${screen:-} ]] || return 0
    kill "$screen" 2>/dev/null || true
    wait "$screen" 2>/dev/null || true
    screen=
}
