# Where the script runs: on Debian 13 and newer in place, on Debian 12 in a Debian 13 root.

cache=${HUYING_CACHE:-${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/huying}
[[ $cache == /* ]] || cache=$PWD/$cache
root=$cache/root

usage_of_setup() {
    (($# == 0)) || wrong_usage "setup takes no arguments"
}

dev_setup() {
    say "ready: $(. /etc/os-release && printf '%s' "$PRETTY_NAME"), builds in $top/.build, cache in $cache"
}

usage_of_shell() { :; }

dev_shell() {
    (($#)) || set -- "${SHELL_IN_ROOT:-/bin/bash}"
    exec "$@"
}

# The system's release as a number: 12, 13 …; testing and unstable have none and count as newest.
debian_release() {
    (
        . /etc/os-release
        [[ ${ID:-} == debian ]] || exit 0
        printf '%s' "${VERSION_ID:-99}"
    )
}

wanted_packages() {
    sed 's/#.*//' "$top/.dev/packages" | tr -s ' \t' '\n' | sed '/^$/d' | sort -u
}

# missing_packages [DPKG DATABASE]: what of the list is not wholly installed there.
missing_packages() {
    comm -23 <(wanted_packages) \
        <(dpkg-query ${1:+--admindir="$1"} -W -f '${db:Status-Abbrev}${Package}\n' 2>/dev/null | sed -n 's/^ii //p' | sort -u)
}

# Leaves this shell where the tools are: stays on Debian 13, else runs the same command in the root.
on_platform() {
    local release
    release=$(debian_release)
    if [[ -n $release && ${release%%.*} -ge 13 ]]; then
        install_natively
        use_utf8
    elif [[ $release == 12 ]]; then
        [[ $EUID == 0 ]] || fail "on Debian 12 this needs root (it makes a Debian 13 root in $cache): run it as root, or on Debian 13"
        ensure_root
        in_root "$top/dev" "$@"
    else
        fail "this system is neither Debian 13 nor Debian 12: run it on one of them, or in a container of debian:13"
    fi
}

install_natively() {
    local missing
    mapfile -t missing < <(missing_packages)
    ((${#missing[@]})) || return 0
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -y -o "DPkg::Lock::Timeout=300")
    if [[ $EUID != 0 ]]; then
        command -v sudo >/dev/null || fail "missing packages; run as root: apt-get install --no-install-recommends ${missing[*]}"
        apt=(sudo "${apt[@]}")
    fi
    say "installing ${#missing[@]} packages with apt: ${missing[*]}"
    "${apt[@]}" update >&2 || say "apt-get update failed; going on with the lists that are here"
    "${apt[@]}" install --no-install-recommends "${missing[@]}" >&2 \
        || fail "apt could not install what is missing (its own words are above): repair that, or the network, and run it again"
}

# Qt wants UTF-8: the caller's locale if it is one that exists here, or can be made; else C.UTF-8.
use_utf8() {
    [[ $(locale charmap 2>/dev/null) != UTF-8 ]] || return 0
    local wanted=${LC_ALL:-${LC_CTYPE:-${LANG:-}}}
    if [[ $wanted =~ ^[a-z]{2,3}_[A-Z]{2}\.(UTF-8|utf8)$ && $EUID == 0 ]] \
        && localedef -i "${wanted%.*}" -f UTF-8 "${wanted%.*}.UTF-8" 2>/dev/null; then
        return 0
    fi
    export LC_ALL=C.UTF-8
}
