# Called with the path of the root file system.
root=$1
systemctl() { command systemctl --quiet --root "$root" "$@"; }

chroot "$root" useradd --create-home --uid 1000 --shell /bin/bash --comment Student student
chmod 440 "$root/etc/sudoers.d/student"
chmod 755 "$root"/usr/lib/labcast/*
echo LANG=C.UTF-8 >"$root/etc/default/locale"
# Filled at the first start.
: >"$root/etc/machine-id"
: >"$root/etc/resolv.conf"
mkdir -p "$root/var/lib/labcast"

# Its addresses come by DHCP.
rm "$root/etc/systemd/system/labcast-network.service" "$root/usr/lib/labcast/network"
systemctl enable labcast-identity.service labcast-lease.path systemd-networkd.service serial-getty@ttyS0.service \
  getty@tty1.service qemu-guest-agent.service
systemctl set-default multi-user.target
# Starting takes long enough under software emulation.
systemctl mask apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer e2scrub_all.timer e2scrub_reap.service \
  systemd-networkd-wait-online.service systemd-pstore.service systemd-update-utmp.service \
  systemd-update-utmp-runlevel.service
chroot "$root" update-initramfs -u -k all
