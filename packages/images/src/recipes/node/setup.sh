# Called with the path of the root file system. First what every machine has; it also defines `systemctl` for it.
. "$(dirname "$0")/../debian-12/setup.sh"

systemctl enable labcast-prepare containerd etcd kube-apiserver kube-controller-manager kube-scheduler kubelet \
  kube-proxy coredns labcast-agent

# kubectl is for root and for the student, however they come in.
for home in root home/student; do
  mkdir -p "$root/$home/.kube"
  ln -sfn /etc/kubernetes/admin.conf "$root/$home/.kube/config"
done
chown -R 1000:1000 "$root/home/student/.kube"

# Plugins that the network configuration does not use are three quarters of the package.
for plugin in "$root"/usr/lib/cni/*; do
  case ${plugin##*/} in
  ptp | host-local | portmap | loopback | bridge | bandwidth) ;;
  *) rm "$plugin" ;;
  esac
done
# Where the programs of the cluster are mounted, and what would be made at the first start.
mkdir -p "$root/opt/labcast/kubernetes" "$root/etc/cni/net.d" "$root/var/lib/etcd" "$root/var/lib/labcast/volumes"
chmod 700 "$root/var/lib/etcd"
