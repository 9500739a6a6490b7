# The Debian 13 root: made once, in $cache/root, from the archive the host's own apt uses.
# It is made as root.part and renamed when whole; what of the list it holds, its own dpkg database says.

root_needs_kb=3800000

# Runs a command in the root; this process becomes its keeper and ends with its exit status.
in_root() {
    local status=0
    isolated bash "$top/.dev/enter" "$root" "$top" "$top/../shared" "${TMPDIR:-/tmp}" "${HOME:-/root}" "$cache" -- "$@" \
        || status=$?
    exit "$status"
}

# Mounts and processes of its own: both are gone when this script is, also by kill -9.
isolated() {
    supervise --through unshare --mount --propagation private --pid --fork --kill-child=KILL -- "$@"
}

ensure_root() {
    if [[ -d $root && -z $(missing_packages "$root/var/lib/dpkg") ]] && ! is_broken; then
        return
    fi
    mkdir -p -- "$cache" 2>/dev/null || fail "cannot write to $cache: set HUYING_CACHE to a folder with 4 GB free"
    command -v mount >/dev/null || fail "this system has no mount: apt-get install mount, and run it again"
    unshare --mount --pid --fork true 2>/dev/null \
        || fail "this system does not let root mount: run it outside the container, or in one started with --privileged"
    exec {lock}>>"$cache/root.lock"
    if ! flock -n "$lock"; then
        say "another run is making the root; waiting for it (its log is $cache/root.log)"
        flock "$lock"
    fi
    if [[ -d $root ]] && is_broken && ! repair_root; then
        say "the root is damaged beyond repair: making it again"
        rm -rf --one-file-system -- "$root"
    fi
    [[ -d $root ]] || make_root
    grow_root
    exec {lock}>&-
}

# A package that was being installed when somebody pulled the plug.
is_broken() {
    dpkg-query --admindir="$root/var/lib/dpkg" -W -f '${db:Status-Abbrev}\n' 2>/dev/null | grep -qv '^[irpuh][inc] *$' \
        || ! [[ -s $root/var/lib/dpkg/status && -x $root/usr/bin/env ]] || [[ -n $(ls -A "$root/var/lib/dpkg/updates") ]]
}

repair_root() {
    say "the root is half-changed; waiting for whoever changes it, or repairing it"
    local mend="apt-get -o DPkg::Lock::Timeout=900 -y -f --no-download install"
    # The first one waits for an apt that still runs; it stops by itself where dpkg was cut off.
    apt_in_root "$mend || { dpkg --configure -a && $mend; }"
}

# archive: the address that the host's apt has its own release from (known before any `apt-get update`).
archive() {
    local release
    release=$(. /etc/os-release && printf '%s' "$VERSION_CODENAME")
    apt-get update --print-uris 2>/dev/null \
        | sed -nE "s,^'((https?|file|mirror[^:]*):.*)/dists/($release|oldstable|stable)/InRelease'.*,\1,p" | head -n 1
}

# Sets `mmdebstrap` to a command that runs: the host's, or one unpacked in the cache. It needs the whole
# of Perl; a small system has only its base, and then the rest is unpacked there too.
fetch_mmdebstrap() {
    local tools=$cache/tools packages=(mmdebstrap) perl
    mmdebstrap=(mmdebstrap)
    ! runs_mmdebstrap || return 0
    mmdebstrap=(env -C / sh -c 'PERL5LIB=$(printf %s: "$0"/usr/share/perl/5.* "$0"/usr/lib/*/perl/5.*) exec perl "$0/usr/bin/mmdebstrap" "$@"' "$tools")
    ! runs_mmdebstrap || return 0
    perl=$(perl -e 'printf "%vd", $^V' | cut -d. -f1,2)
    perl -MEnglish -MPod::Usage -MMath::BigInt -e 1 2>/dev/null || packages+=("perl-modules-$perl" "libperl$perl")
    download_packages "$tools" "${packages[@]}"
    runs_mmdebstrap || explain_root_failure
}

runs_mmdebstrap() {
    "${mmdebstrap[@]}" --version >>"$cache/root.log" 2>&1
}

# download_packages FOLDER NAME...: unpacked there, installed nowhere; with lists of our own if the
# host has none, because the host stays as it is.
download_packages() {
    local folder=$1 fetched=$1/fetched package
    shift
    rm -rf -- "$folder"
    mkdir -p -- "$fetched/lists/partial"
    local apt=(apt-get -o APT::Sandbox::User=root -o Dir::Cache="$fetched" -o Acquire::Retries=2)
    if ! (cd -- "$fetched" && "${apt[@]}" download "$@") >>"$cache/root.log" 2>&1; then
        apt+=(-o Dir::State::lists="$fetched/lists")
        (cd -- "$fetched" && "${apt[@]}" update && "${apt[@]}" download "$@") >>"$cache/root.log" 2>&1 || explain_root_failure
    fi
    for package in "$fetched"/*.deb; do
        dpkg -x "$package" "$folder"
    done
    rm -rf -- "$fetched"
}

make_root() {
    local uri status=0
    uri=$(archive)
    [[ -n $uri ]] || fail "apt knows no archive of this Debian: enter one in /etc/apt/sources.list and run it again"
    [[ ! -e $root.part ]] || say "a root is there that was never finished (killed, or a full disk): making it again"
    rm -rf --one-file-system -- "$root.part"
    check_space "$root_needs_kb"
    : >"$cache/root.log"
    say "making a Debian 13 root in $root: about 2 GB, 2 to 5 minutes, only this once (log: $cache/root.log)"
    fetch_mmdebstrap
    local options=(--mode=root --variant=apt --format=directory --verbose --keyring=/usr/share/keyrings
        '--aptopt=APT::Install-Recommends "false"' '--aptopt=Acquire::Check-Valid-Until "false"'
        '--aptopt=Acquire::Check-Date "false"' '--aptopt=Acquire::Retries "3"')
    local proxy
    proxy=$(apt-config shell proxy Acquire::http::Proxy)
    [[ -z $proxy ]] || { eval "$proxy" && options+=("--aptopt=Acquire::http::Proxy \"$proxy\""); }
    rm -rf -- "$cache/tmp"
    mkdir -- "$cache/tmp"
    TMPDIR=$cache/tmp isolated bash -c 'source "$0" && mount -t proc proc /proc && supervise "$@"' "$top/.dev/supervise.sh" "${mmdebstrap[@]}" "${options[@]}" \
        --include="$(wanted_packages | paste -sd,)" trixie "$root.part" "$uri" \
        > >(show_progress "$cache/root.log") 2>&1 </dev/null || status=$?
    rm -rf -- "$cache/tmp"
    ((status == 0)) || explain_root_failure
    printf '#!/bin/sh\nexit 101\n' >"$root.part/usr/sbin/policy-rc.d"
    chmod +x "$root.part/usr/sbin/policy-rc.d"
    sync -f "$root.part"
    mv -- "$root.part" "$root"
    say "the root is made"
}

check_space() {
    local free
    free=$(free_kb "$cache")
    ((free >= $1)) || fail "the disk is too small: $cache has $((free / 1024)) MB free, $(($1 / 1024)) MB are needed; free some, or set HUYING_CACHE to another disk"
}

# Packages that came to the list since the root was made.
grow_root() {
    local missing
    mapfile -t missing < <(missing_packages "$root/var/lib/dpkg")
    ((${#missing[@]})) || return 0
    check_space 600000
    : >"$cache/root.log"
    say "adding ${#missing[@]} packages to the root: ${missing[*]}"
    apt_in_root "apt-get update && apt-get -y --no-install-recommends install ${missing[*]} && apt-get clean" || explain_root_failure
}

apt_in_root() {
    isolated bash "$top/.dev/enter" "$root" -- env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 sh -c "$1" \
        > >(show_progress "$cache/root.log") 2>&1 </dev/null
}

explain_root_failure() {
    local log=$cache/root.log cause
    sleep 0.2 # the log's last lines are on their way
    rm -rf --one-file-system -- "$root.part" 2>/dev/null || true
    if grep -qiE 'no space left|enough free space' "$log"; then
        fail "the disk became full: free 4 GB at $cache (or set HUYING_CACHE to another disk) and run it again; log: $log"
    elif grep -qiE 'resolv|could not connect|unable to connect|network is unreachable|timed out|connection (failed|refused)|cannot initiate' "$log"; then
        fail "the package archive cannot be reached: check network and proxy (does 'apt-get update' work?) and run it again; log: $log"
    elif grep -qiE 'NO_PUBKEY|is not signed|GPG error' "$log"; then
        fail "the archive's signature cannot be verified: install a newer debian-archive-keyring; log: $log"
    fi
    cause=$(grep -E '^E: ' "$log" | tail -n 1) || true
    fail "the Debian 13 root could not be made (${cause:-stopped}): run it again; log: $log"
}

# Copies apt's words to the log, and for people a line that moves: on a terminal in place, else now and then.
show_progress() {
    local line fetched=0 unpacked=0 set_up=0 shown=$SECONDS
    trap '' INT
    while IFS= read -r line; do
        printf '%s\n' "$line"
        case $line in
        Get:*) fetched=$((fetched + 1)) ;;
        Unpacking*) unpacked=$((unpacked + 1)) ;;
        'Setting up'*) set_up=$((set_up + 1)) ;;
        esac
        if [[ -t 2 ]]; then
            printf '\r  %d fetched, %d unpacked, %d set up ' "$fetched" "$unpacked" "$set_up" >&2
        elif ((SECONDS - shown >= 10)); then
            shown=$SECONDS
            printf '  %d fetched, %d unpacked, %d set up\n' "$fetched" "$unpacked" "$set_up" >&2
        fi
    done >>"$1"
    [[ ! -t 2 ]] || printf '\r\033[K' >&2
}
