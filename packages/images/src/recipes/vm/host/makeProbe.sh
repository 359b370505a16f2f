# Makes probe.img, a disk whose whole work is to load GRUB and to restart the computer: run in a root with the tools.
# Under KVM that does not really work it never gets there.
set -eu
cd "$(dirname "$0")"
echo reboot >reboot.cfg
grub-mkimage -O i386-pc -p / -c reboot.cfg -o core.img biosdisk part_msdos reboot
# What grub-bios-setup does, which wants a block device: the core follows the boot sector, which by itself names sector 1,
# and its first sector names the next (2).
cat /usr/lib/grub/i386-pc/boot.img core.img >probe.img
write() { dd of=probe.img bs=1 conv=notrunc status=none "$@"; }
printf '\001\000\000\000\000\000\000\000' | write seek=92
printf '\002\000\000\000\000\000\000\000' | write seek=$((512 + 500))
truncate -s 1M probe.img
