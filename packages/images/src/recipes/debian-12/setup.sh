# Called with the path of the root file system.
root=$1
systemctl() { command systemctl --quiet --root "$root" "$@"; }

chroot "$root" useradd --create-home --uid 1000 --shell /bin/bash --comment Student student
chmod 440 "$root/etc/sudoers.d/student"
chmod 755 "$root"/usr/lib/labcast/*
echo LANG=C.UTF-8 >"$root/etc/default/locale"
# Filled at the first start.
: >"$root/etc/machine-id"
mkdir -p "$root/var/lib/labcast"

systemctl enable labcast-identity.service labcast-network.service
systemctl set-default multi-user.target
# There is no hardware to wait for, no kernel to set up and no screen to sign in at. Measured on two cores: a start takes
# 0.22 CPU-seconds without all this and 0.50 with it. Anything can be unmasked where a lab needs it.
systemctl mask \
  apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer e2scrub_all.timer e2scrub_reap.service fstrim.timer \
  console-getty.service getty@tty1.service getty-static.service \
  dev-hugepages.mount dev-mqueue.mount sys-fs-fuse-connections.mount sys-kernel-config.mount \
  sys-kernel-debug.mount sys-kernel-tracing.mount proc-sys-fs-binfmt_misc.automount \
  kmod-static-nodes.service modprobe@.service systemd-modules-load.service \
  systemd-journal-flush.service systemd-remount-fs.service systemd-sysusers.service \
  systemd-tmpfiles-setup-dev.service systemd-update-utmp.service systemd-update-utmp-runlevel.service \
  systemd-udevd.service systemd-udevd-control.socket systemd-udevd-kernel.socket \
  systemd-udev-trigger.service systemd-udev-settle.service systemd-networkd.socket systemd-pstore.service
# Each of these programs looks at every boot for what no container has: a kernel command line, encrypted disks, partitions,
# consoles, a suspended kernel. Without them a start takes 0.19 CPU-seconds in place of 0.25.
mkdir -p "$root/etc/systemd/system-generators"
for name in cryptsetup debug getty gpt-auto hibernate-resume integritysetup run system-update veritysetup; do
  ln -s /dev/null "$root/etc/systemd/system-generators/systemd-$name-generator"
done
# Started by whoever calls them, not at boot.
rm -f "$root"/lib/systemd/system/multi-user.target.wants/dbus.service \
  "$root"/lib/systemd/system/multi-user.target.wants/systemd-logind.service \
  "$root"/lib/systemd/system/multi-user.target.wants/getty.target \
  "$root"/lib/systemd/system/multi-user.target.wants/systemd-ask-password-wall.path
