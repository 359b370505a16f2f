# Called with the path of the root file system.
. "$(dirname "$0")/../../keepOnly.sh"
keep_only "$1" bin/busybox
system_files "$1"
busybox_tools "$1"
