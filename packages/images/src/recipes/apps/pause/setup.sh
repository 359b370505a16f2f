# Called with the path of the root file system.
. "$(dirname "$0")/../../keepOnly.sh"
keep_only "$1" usr/bin/catatonit
mv "$1/usr/bin/catatonit" "$1/pause"
rm -r "$1/usr"
