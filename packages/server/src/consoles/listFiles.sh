# SCRIPT FOLDER LIMIT: its absolute path, then of each entry name, type, type of what it leads to, size, time, mode, target;
# each ended by NUL, because a name can hold anything else. Exit codes: see `fileErrors.ts`.
[ -e "$1" ] || exit 64
[ -d "$1" ] || exit 65
[ -r "$1" ] && cd -- "$1" 2>/dev/null || exit 66
find . -maxdepth 0 -printf '' 2>/dev/null || exit 72
printf '%s\0' "$(pwd -P)"
find . -mindepth 1 -maxdepth 1 -printf '%f\0%y\0%Y\0%s\0%T@\0%m\0%l\0' 2>/dev/null | head -z -n $(($2 * 7))
