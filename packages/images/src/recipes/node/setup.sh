# Called with the path of the root file system.
systemctl --root="$1" enable labcast-prepare containerd etcd kube-apiserver kube-controller-manager kube-scheduler \
  kubelet kube-proxy coredns labcast-agent
