# What the script tells people: on standard error, one line each.

say() {
    printf 'dev: %s\n' "$*" >&2
}

# One clear line, and what to do. The log, if any, is named by the caller.
fail() {
    printf 'dev: %s\n' "$*" >&2
    exit 1
}

wrong_usage() {
    printf 'dev: %s (see ./dev help)\n' "$*" >&2
    exit 2
}

is_number() {
    [[ $1 =~ ^[0-9]{1,9}$ ]]
}

# free_kb FOLDER: what can still be written there, in KiB.
free_kb() {
    df -Pk -- "$1" | awk 'NR == 2 { print $4 }'
}

# A full disk looks like many other failures: after one, say it.
mention_full_disk() {
    local folder
    for folder in "$@"; do
        if [[ -d $folder ]] && (($(free_kb "$folder") < 102400)); then
            say "the disk is full: $folder has less than 100 MB left; free some space and run it again"
            return
        fi
    done
}
