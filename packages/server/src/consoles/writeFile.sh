# SCRIPT FOLDER NAME PART OFFSET TOTAL: takes a piece of a file from standard input. It stays beside its place under another
# name until all is there, so that nobody sees half of it. Prints how much is there.
cd -- "$1" 2>/dev/null || { [ -e "$1" ] && exit 66 || exit 64; }
[ ! -d "./$2" ] || exit 67
[ -w . ] || exit 66
size=$(stat -c %s -- "./$3" 2>/dev/null || echo 0)
[ "$4" -le "$size" ] || { echo "$size"; exit 69; }
if [ "$4" = 0 ]; then : >"./$3"; else truncate -s "$4" -- "./$3"; fi
cat >>"./$3" || exit 70
size=$(stat -c %s -- "./$3")
[ "$size" -le "$5" ] || { rm -f -- "./$3"; exit 71; }
if [ "$size" = "$5" ]; then
  [ ! -f "./$2" ] || chmod --reference="./$2" -- "./$3" 2>/dev/null
  mv -fT -- "./$3" "./$2" || exit 66
fi
echo "$size"
