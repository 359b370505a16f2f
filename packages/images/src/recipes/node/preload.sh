# preload.sh ROOT ARCHIVE...: puts images into the root file system's containerd store, so that a node's first pod need
# not wait for an import. Runs in a mount namespace of its own, so nothing stays mounted whatever happens.
set -eu
if [ "${LABCAST_PRELOAD:-}" != inside ]; then
  LABCAST_PRELOAD=inside exec unshare --mount --pid --fork --kill-child sh "$0" "$@"
fi
root=$1
shift
mount --bind "$root" "$root"
mount -t proc proc "$root/proc"
mount -t tmpfs tmpfs "$root/run"
mount -t tmpfs tmpfs "$root/tmp"
# Numbered: archives of different images may have the same name.
number=0
for archive in "$@"; do
  number=$((number + 1))
  cp "$archive" "$root/tmp/$number.tar"
done
# Only the store: the rest of containerd wants a machine that is up.
printf 'version = 2\ndisabled_plugins = ["io.containerd.grpc.v1.cri"]\n' >"$root/run/containerd.toml"
chroot "$root" containerd --config /run/containerd.toml --log-level warn &
containerd=$!
until [ -S "$root/run/containerd/containerd.sock" ]; do
  kill -0 "$containerd"
  sleep 0.05
done
for archive in "$root"/tmp/*.tar; do
  chroot "$root" ctr --namespace k8s.io images import "/tmp/${archive##*/}"
done
kill "$containerd"
wait "$containerd" || true
