# Called with the path of the root file system. First what every machine has; it also defines `systemctl` for it.
. "$(dirname "$0")/../../debian-12/setup.sh"

chroot "$root" useradd --system --user-group --home-dir /var/lib/vm --shell /usr/sbin/nologin vm
chmod 755 "$root"/usr/bin/labcast-vm
install -d -m 750 "$root/var/lib/vm"
chroot "$root" chown vm:vm /var/lib/vm
# The addresses of the network cards are the guest's.
systemctl disable labcast-network.service
rm "$root/etc/systemd/system/labcast-network.service"
systemctl enable labcast-vm.service
