# seed.sh ROOT PROGRAM...: runs a control plane in the root file system once, with the given programs, so that its etcd
# holds what every cluster begins with. In namespaces of its own: no port of this machine is used and nothing outlives it.
set -eu
if [ "${LABCAST_SEED:-}" != inside ]; then
  LABCAST_SEED=inside exec unshare --mount --pid --net --uts --fork --kill-child sh "$0" "$@"
fi
root=$1
shift
programs=$root/opt/labcast/kubernetes
mount --bind "$root" "$root"
mount -t proc proc "$root/proc"
mount -t tmpfs tmpfs "$root/run"
mount -t tmpfs tmpfs "$root/tmp"
mount -t tmpfs tmpfs "$programs"
for program in "$@"; do
  touch "$programs/${program##*/}"
  mount --bind "$program" "$programs/${program##*/}"
done
for name in kube-apiserver kube-controller-manager; do ln -s kube "$programs/$name"; done
for device in null urandom; do
  [ -e "$root/dev/$device" ] || touch "$root/dev/$device"
  mount --bind "/dev/$device" "$root/dev/$device"
done
hostname seed
ip link set lo up
ip address add 192.0.2.1/32 dev lo
chroot "$root" /opt/labcast/kubernetes/labcast-node seed
