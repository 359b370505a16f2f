# SCRIPT PATH OFFSET: the size on a line of its own, then what stands in the file from there on. Not more than that size,
# although the file may grow meanwhile; what the kernel makes up has no size.
[ -e "$1" ] || exit 64
[ ! -d "$1" ] || exit 67
[ -f "$1" ] || exit 68
[ -r "$1" ] || exit 66
size=$(stat -Lc %s -- "$1")
echo "$size"
if [ "$size" = 0 ]; then exec cat -- "$1"; fi
[ "$2" -lt "$size" ] || exit 0
tail -c "+$(($2 + 1))" -- "$1" | head -c $((size - $2))
