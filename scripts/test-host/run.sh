#!/bin/bash
# Tries Labcast on an ordinary machine: a fresh Debian 12 with systemd, cgroup v2 and AppArmor, in QEMU with KVM where it
# works and by emulation elsewhere. A clone of HEAD is installed there with `make up`, used, and removed again (job.sh).
# Finished images, Node.js and npm's libraries are handed in from this machine's caches; Debian's packages come from its
# mirror through QEMU's own network.
#
# usage: run.sh            (as root; `make test-host`)
#   LABCAST_TEST_HOST_DIR      work folder, /var/cache/labcast/test-host
#   LABCAST_TEST_HOST_MINUTES  time limit, 60
#   LABCAST_TEST_HOST_JOB      another script than job.sh to run in the machine
#   LABCAST_TEST_HOST_ACCEL    kvm or tcg; by default what works
#   LABCAST_TEST_HOST_PREINSTALL  yes: Labcast's packages are in the disk image already, no network is needed
set -euo pipefail

here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
repository=$(readlink -f "$here/../..")
cache=${LABCAST_CACHE_DIR:-/var/cache/labcast}
work=${LABCAST_TEST_HOST_DIR:-$cache/test-host}
minutes=${LABCAST_TEST_HOST_MINUTES:-60}
job=${LABCAST_TEST_HOST_JOB:-$here/job.sh}
preinstall=${LABCAST_TEST_HOST_PREINSTALL:-no}

say() { echo "$(date +%T) $*"; }

case $(uname -m) in
x86_64) kernel=linux-image-amd64 qemu=qemu-system-x86_64 package=qemu-system-x86 machine=q35 console=ttyS0 ;;
aarch64) kernel=linux-image-arm64 qemu=qemu-system-aarch64 package=qemu-system-arm machine=virt console=ttyAMA0 ;;
*) echo "test-host runs on x86_64 and aarch64." >&2 && exit 1 ;;
esac

install_tools() {
  local missing=()
  command -v "$qemu" >/dev/null || missing+=("$package")
  command -v mmdebstrap >/dev/null || missing+=(mmdebstrap)
  command -v mke2fs >/dev/null || missing+=(e2fsprogs)
  [ ${#missing[@]} = 0 ] && return
  say "Installing ${missing[*]}"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# A virtual machine may show /dev/kvm without being able to run one.
choose_accelerator() {
  if [ -n "${LABCAST_TEST_HOST_ACCEL-}" ]; then
    echo "$LABCAST_TEST_HOST_ACCEL"
  elif [ -w /dev/kvm ] && { [ "$(uname -m)" != x86_64 ] || grep -qwE 'vmx|svm' /proc/cpuinfo; }; then
    echo kvm
  else
    echo tcg
  fi
}

# The archives that this machine has Debian 12's main from.
debian_sources() {
  apt-get indextargets --format '$(ORIGIN)|$(RELEASE)|$(REPO_URI)' 'Created-By: Packages' |
    awk -F'|' '$1 == "Debian" && $2 ~ /^bookworm(-updates|-security)?$/ && !seen[$0]++ { print "deb " $3 " " $2 " main" }'
}

# Kept as a tarball named by what it is made of, so that only the first run takes the time.
build_root() {
  local packages=systemd,systemd-sysv,dbus,udev,kmod,procps,iproute2,apparmor,$kernel,initramfs-tools,ca-certificates,make,git,sudo,curl
  local sources key
  sources=$(debian_sources)
  if [ "$preinstall" = yes ]; then
    packages+=,incus-base,incus-client,lxcfs,btrfs-progs,nftables,uidmap,mmdebstrap,xz-utils,zstd,postgresql-15
    sources+=$'\n'$(sed -n '1s/ bookworm.* main/ bookworm-backports main/p' <<<"$sources")
  fi
  key=$(sha256sum <<<"$packages $sources" | cut -c1-12)
  root_tar=$work/debian-$key.tar
  [ -e "$root_tar" ] && return
  say "Making a Debian 12 (two minutes, once)"
  # TMPDIR: /tmp may be small, or mounted in a way that forbids device files.
  TMPDIR=$work mmdebstrap --quiet --variant=apt --include="$packages" --customize-hook='rm -f "$1/etc/hostname"' \
    bookworm "$work/new-$key.tar" <<<"$sources"
  mv "$work/new-$key.tar" "$root_tar"
}

# What HEAD's images are made of is built here: under emulation it would take hours.
build_caches() {
  say "Building what the clone's images need, where it is not in the cache"
  (cd "$1" && CACHE=$cache "$(bash scripts/node.sh)/node" --input-type=module -e '
    import { appRecipes, componentRecipes, ensureBuilt, machineRecipes } from "@labcast/images";
    const report = ({ image, step, seconds }) => console.log(`  ${image}: ${step} (${seconds.toFixed(0)} s)`);
    for (const recipe of [...appRecipes, ...componentRecipes, ...machineRecipes])
      await ensureBuilt(recipe, { cacheDir: process.env.CACHE, report });')
}

fill_root() {
  local root=$1
  tar -xf "$root_tar" -C "$root"
  say "Handing in the clone and the caches"
  git -c safe.directory='*' clone --quiet --no-hardlinks --depth 1 "file://$repository" "$root/root/labcast"
  cp -a "$repository/node_modules" "$root/root/labcast/node_modules"
  rm -rf "$root/root/labcast/node_modules/.cache"
  build_caches "$root/root/labcast"
  mkdir -p "$root/var/cache/labcast"
  local folder
  for folder in "$cache"/*; do
    case ${folder##*/} in
    test-host | cli-code) ;;
    *) cp -a "$folder" "$root/var/cache/labcast/" ;;
    esac
  done
  cp "$job" "$root/root/job.sh"
  cat >"$root/etc/systemd/system/job.service" <<UNIT
[Unit]
After=multi-user.target network-online.target
Wants=network-online.target
[Service]
Environment=HOME=/root
# Through cat: programs shall see that nobody watches, and print plain lines.
ExecStart=/bin/bash -c 'set -o pipefail; bash /root/job.sh 2>&1 | cat >/dev/$console; echo "JOB-RESULT \$?" >/dev/$console'
ExecStopPost=/sbin/poweroff
[Install]
WantedBy=default.target
UNIT
  ln -sf /etc/systemd/system/job.service "$root/etc/systemd/system/multi-user.target.wants/job.service"
  # A login prompt would hang the job's terminal up.
  ln -sf /dev/null "$root/etc/systemd/system/serial-getty@$console.service"
  ln -sf /lib/systemd/system/systemd-networkd.service "$root/etc/systemd/system/multi-user.target.wants/"
  mkdir -p "$root/etc/systemd/system/network-online.target.wants"
  ln -sf /lib/systemd/system/systemd-networkd-wait-online.service "$root/etc/systemd/system/network-online.target.wants/"
  printf '[Match]\nName=en*\n[Network]\nDHCP=yes\n' >"$root/etc/systemd/network/10-dhcp.network"
  # QEMU's own name server, which asks this machine's.
  echo 'nameserver 10.0.2.3' >"$root/etc/resolv.conf"
  # How this machine's apt is told to reach its mirror: proxy, certificates, age of lists.
  apt-config dump | grep -E '^Acquire::(https?|Check-Valid-Until|Check-Date|Max-ValidTime)' |
    grep -v ' "";$' >"$root/etc/apt/apt.conf.d/99this-machine" || true
  cp -a /usr/local/share/ca-certificates/. "$root/usr/local/share/ca-certificates/" 2>/dev/null || true
  echo 'LABEL=root / ext4 defaults 0 1' >"$root/etc/fstab"
  # btrfs-progs has it made again, which takes minutes under emulation; this machine boots only once.
  sed -i 's/^update_initramfs=.*/update_initramfs=no/' "$root/etc/initramfs-tools/update-initramfs.conf"
  echo labhost >"$root/etc/hostname"
  echo '127.0.0.1 localhost labhost' >"$root/etc/hosts"
}

build_disk() {
  local root=$work/root
  rm -rf "$root" "$work/disk.raw"
  mkdir "$root"
  fill_root "$root"
  say "Writing the disk"
  # -d fills the file system without a loop device.
  mke2fs -qq -F -t ext4 -L root -d "$root" "$work/disk.raw" 40G
  cp "$root"/boot/vmlinuz-* "$work/kernel"
  cp "$root"/boot/initrd.img-* "$work/initrd"
  rm -rf "$root"
}

boot() {
  local accelerator processor=max
  accelerator=$(choose_accelerator)
  [ "$accelerator" = kvm ] && processor=host
  [ "$accelerator" = tcg ] && accelerator=tcg,thread=multi,tb-size=512
  say "Booting it (${accelerator%%,*}); its console is in $work/serial.log"
  : >"$work/serial.log"
  # Others work on this machine too.
  nice timeout --foreground "${minutes}m" "$qemu" -nodefaults -no-user-config -display none -monitor none \
    -machine "$machine" -accel "$accelerator" -cpu "$processor" -smp 2 -m 6144 \
    -kernel "$work/kernel" -initrd "$work/initrd" \
    -append "root=LABEL=root rw console=$console loglevel=3 apparmor=1 security=apparmor" \
    -drive "file=$work/disk.raw,format=raw,if=virtio,cache=unsafe" \
    -netdev user,id=n0 -device virtio-net-pci,netdev=n0,romfile= \
    -serial "file:$work/serial.log" &
  qemu_pid=$!
  # What the job says is shown as it comes; the tail ends with the machine.
  tail --pid="$qemu_pid" -n +1 -f "$work/serial.log" 2>/dev/null |
    sed -un 's/\r//g; /^JOB-START/,/^JOB-RESULT/p' &
  wait "$qemu_pid" || say "QEMU ended with $? (124: after $minutes minutes)"
  wait || true
}

mkdir -p "$work"
# Two runs would write the same disk.
exec 9>"$work/lock"
flock --nonblock 9 || { echo "Another test-host is running." >&2 && exit 1; }
qemu_pid=
trap '[ -z "$qemu_pid" ] || kill "$qemu_pid" 2>/dev/null || true; rm -rf "$work/root" "$work/disk.raw"' EXIT

install_tools
build_root
build_disk
boot
result=$(tr -d '\r' <"$work/serial.log" | sed -n 's/^JOB-RESULT //p' | tail -n 1)
if [ "$result" = 0 ]; then
  say "test-host passed"
else
  say "test-host FAILED (${result:-the machine never came to the end}); the whole console: $work/serial.log"
  [ -n "$result" ] || tail -n 40 "$work/serial.log"
  exit 1
fi
