# A county at work, with two real processes: a ledger of simulated tickets behind huying-backend, tickets
# that keep arriving, and a desk. Everything it writes lies in one temporary folder, except out/*.png.

tickets_a_day=450
tickets_a_minute_live=30

usage_of_demo() {
    demo_seconds='' demo_tickets=20000 demo_seed=1
    while (($#)); do
        case $1 in
        --for | --tickets | --seed) ;;
        *) wrong_usage "demo does not know '$1'" ;;
        esac
        (($# > 1)) && is_number "$2" || wrong_usage "$1 needs a number"
        case $1 in
        --for) demo_seconds=$2 ;;
        --tickets) demo_tickets=$2 ;;
        --seed) demo_seed=$2 ;;
        esac
        shift 2
    done
    ((demo_tickets > 0)) || wrong_usage "--tickets needs at least 1"
}

dev_demo() {
    usage_of_demo "$@"
    build dev huying huying-backend huyingctl
    bin=$top/.build/dev/bin
    backend='' live='' desk='' timer=''
    demo_folder=$(mktemp -d "${TMPDIR:-/tmp}/huying-demo.XXXXXX") || fail "cannot make a temporary folder in ${TMPDIR:-/tmp}"
    trap end_demo EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    keep_settings_apart
    simulate_past
    make_accounts
    start_backend
    start_live
    if has_display; then
        show_desk
    else
        say "no display: the same programs under Xvfb, pictures in out/"
        start_screen
        demo_seconds=${demo_seconds:-10}
        show_desk
        take_screenshots
    fi
    verify_ledger
    say "done"
}

# The demo's desk has its cache and settings for itself; those of a real desk stay as they are.
keep_settings_apart() {
    local kind
    for kind in DATA CONFIG CACHE STATE; do
        mkdir -p -- "$demo_folder/home/$kind"
        export "XDG_${kind}_HOME=$demo_folder/home/$kind"
    done
}

# start NAME PROGRAM...: in the background, its words in a log of its name; ends with this script whatever happens.
start() {
    local log=$demo_folder/$1.log
    shift
    setpriv --pdeathsig KILL -- "$@" >"$log" 2>&1 </dev/null &
}

# The programs' last words, then ours.
demo_failed() {
    [[ ! -s $demo_folder/$1.log ]] || tail -n 5 -- "$demo_folder/$1.log" >&2
    mention_full_disk "$demo_folder" "$top"
    fail "$2"
}

# Until this very minute: what happens from now on arrives live.
simulate_past() {
    local now today days=$(((demo_tickets + tickets_a_day - 1) / tickets_a_day))
    now=$(TZ=Asia/Shanghai date +%FT%T)
    today=${now%T*}
    say "simulating $demo_tickets tickets of the last $days days (seed $demo_seed)"
    setpriv --pdeathsig KILL -- "$bin/huyingctl" simulate --ledger "$demo_folder/county.ledger" --tickets "$demo_tickets" \
        --from "$(date -d "$today - $days days" +%F)" --to "$now" --seed "$demo_seed" --photos 60 >&2 </dev/null \
        || demo_failed none "huyingctl could not simulate the county: its words are above"
}

# Somebody at the desk, and the county that goes on by itself; their password lives as long as the demo.
make_accounts() {
    password=$demo_folder/password
    (umask 077 && head -c 24 /dev/urandom | base64 >"$password")
    make_account demo dispatcher '调度员 一席'
    make_account county machine '模拟县'
}

make_account() {
    "$bin/huyingctl" account add --ledger "$demo_folder/county.ledger" --name "$1" --role "$2" --display-name "$3" \
        <"$password" >"$demo_folder/accounts.log" 2>&1 || demo_failed accounts "huyingctl could not make the account $1: its words are above"
}

start_backend() {
    local file=$demo_folder/port try
    start backend "$bin/huying-backend" --ledger "$demo_folder/county.ledger" --port 0 --port-file "$file"
    backend=$!
    for ((try = 0; try < 600; try++)); do
        [[ ! -s $file ]] || break
        kill -0 "$backend" 2>/dev/null || demo_failed backend "huying-backend ended at once: its last words are above"
        sleep 0.1
    done
    [[ -s $file ]] || demo_failed backend "huying-backend did not open a port within a minute"
    url=http://127.0.0.1:$(<"$file")
    say "huying-backend serves $url"
}

start_live() {
    start live "$bin/huyingctl" simulate --live "$tickets_a_minute_live" --backend "$url" --account county \
        --password-file "$password" --seed "$demo_seed"
    live=$!
}

# The window: until it is closed, or for the time given.
show_desk() {
    local ended status=0
    local long="until you close it"
    [[ -z $demo_seconds ]] || long="for $demo_seconds seconds"
    say "the desk is open $long"
    start desk "$bin/huying" --backend "$url" --account demo --password-file "$password"
    desk=$!
    if [[ -n $demo_seconds ]]; then
        start timer sleep "$demo_seconds"
        timer=$!
    fi
    wait -n -p ended "$desk" "$backend" "$live" $timer || status=$?
    case $ended in
    "$timer") close_desk ;;
    "$desk") ((status == 0)) || demo_failed desk "huying ended with status $status: its last words are above" ;;
    "$backend") demo_failed backend "huying-backend ended with status $status: its last words are above" ;;
    "$live") demo_failed live "the live simulation ended with status $status: its last words are above" ;;
    esac
    desk=''
}

close_desk() {
    local status=0
    timer=''
    kill "$desk" 2>/dev/null || true
    wait "$desk" || status=$?
    ((status == 0 || status == 143)) || demo_failed desk "huying ended with status $status: its last words are above"
}

take_screenshots() {
    local pictures=$demo_folder/pictures picture
    mkdir -- "$pictures"
    start screenshots timeout 240 "$bin/huying" --backend "$url" --account demo --password-file "$password" \
        --screenshots "$pictures"
    wait $! || demo_failed screenshots "huying --screenshots ended with status $?: its last words are above"
    compgen -G "$pictures/*.png" >/dev/null || demo_failed screenshots "huying --screenshots left no picture"
    mkdir -p -- "$top/out"
    rm -f -- "$top"/out/*.png
    mv -- "$pictures"/*.png "$top/out/"
    for picture in "$top"/out/*.png; do
        say "picture: $picture"
    done
}

# What was acknowledged is there and in order, after everybody has gone.
verify_ledger() {
    end_program "$live"
    live=''
    end_program "$backend"
    backend=''
    start check "$bin/huyingctl" check --ledger "$demo_folder/county.ledger"
    wait $! || demo_failed check "huyingctl check found the ledger damaged: its last words are above"
}

# end_program PID: asks, waits up to 10 seconds, then does not ask.
end_program() {
    local try
    [[ -n $1 ]] || return 0
    kill "$1" 2>/dev/null || true
    for ((try = 0; try < 100; try++)); do
        kill -0 "$1" 2>/dev/null || break
        sleep 0.1
    done
    kill -KILL "$1" 2>/dev/null || true
    wait "$1" 2>/dev/null || true
}

end_demo() {
    local status=$? program
    trap '' INT TERM HUP
    for program in "$timer" "$desk" "$live" "$backend"; do
        end_program "$program"
    done
    stop_screen
    rm -rf -- "$demo_folder"
    exit "$status"
}
