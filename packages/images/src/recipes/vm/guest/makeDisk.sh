# Makes disk.qcow2 of the root file system in `root`, without mounting anything: run in a root with the tools, beside it.
# The disk starts by itself with BIOS and with UEFI.
set -eu
cd "$(dirname "$0")"
mebibytes=$1
modules='part_gpt ext2 fat search search_label configfile normal linux gzio echo test sleep ls cat serial terminal
  reboot halt minicmd all_video'

cat >early.cfg <<'GRUB'
search --no-floppy --label root --set=root
set prefix=($root)/boot/grub
configfile ($root)/boot/grub/grub.cfg
GRUB
grub-mkimage -O x86_64-efi -p /boot/grub -c early.cfg -o bootx64.efi $modules
grub-mkimage -O i386-pc -p /boot/grub -c early.cfg -o core.img $modules biosdisk

# BIOS boot partition, EFI system partition, and last, so that it can grow, the root.
truncate -s "${mebibytes}M" disk.raw
sfdisk --quiet disk.raw <<'TABLE'
label: gpt
start=2048, size=2048, type=21686148-6449-6E6F-744E-656564454649, name=bios
start=4096, size=16384, type=C12A7328-F81F-11D2-BA4B-00A0C93EC93B, name=efi
start=20480, type=4F68BCE3-E8CD-4DB1-96E7-FBCAF984B709, name=root
TABLE

# What grub-bios-setup does, which wants a block device: the boot sector names the first sector of the core (2048), and
# that one the next (2049). Bytes from 440 on are the partition table's.
write() { dd of=disk.raw bs=1 conv=notrunc status=none "$@"; }
write if=/usr/lib/grub/i386-pc/boot.img count=440
printf '\000\010\000\000\000\000\000\000' | write seek=92
dd if=core.img of=disk.raw bs=512 seek=2048 conv=notrunc status=none
printf '\001\010\000\000\000\000\000\000' | write seek=$((2048 * 512 + 500))

mformat -C -i efi.img -t 8 -h 64 -s 32 -v EFI ::
mmd -i efi.img ::/EFI ::/EFI/BOOT
mcopy -i efi.img bootx64.efi ::/EFI/BOOT/BOOTX64.EFI
dd if=efi.img of=disk.raw bs=1M seek=2 conv=notrunc status=none

# GRUB 2.06 can't read file systems with the two features. 10 MiB are the partitions before, 1 the table's copy at the end.
mke2fs -q -F -t ext4 -L root -O ^metadata_csum_seed,^orphan_file -E lazy_itable_init=1 -d root root.img \
  "$((mebibytes - 11))M"
dd if=root.img of=disk.raw bs=1M seek=10 conv=notrunc,sparse status=none
qemu-img convert -f raw -O qcow2 disk.raw disk.qcow2
