# keep_only ROOT PATH...: what the image needs of an unpacked root file system; the rest goes.
# Paths are relative to the root and may have wildcards; links become what they lead to.
keep_only() {
  root=$1
  shift
  kept=$(mktemp -d "$root.XXXXXX")
  (
    cd "$root"
    for pattern in "$@"; do
      for path in $pattern; do cp -aL --parents "$path" "$kept/"; done
    done
  )
  rm -rf "$root"
  mv "$kept" "$root"
  chmod 755 "$root"
}

# libraries_of ROOT PROGRAM: the paths, relative to the root, of the libraries that a program in it loads.
libraries_of() {
  loader=$(cd "$1" && ls -d lib64/ld-linux*.so.* lib/ld-linux*.so.* 2>/dev/null | head -n 1)
  echo "$loader"
  chroot "$1" "/$loader" --list "$2" | sed -n 's,.* => /\([^ ]*\) .*,\1,p'
}

# busybox_tools ROOT: a link for every tool of bin/busybox that the root does not have otherwise.
busybox_tools() {
  mkdir -p "$1/bin" "$1/sbin" "$1/usr/bin" "$1/usr/sbin"
  for tool in $(chroot "$1" /bin/busybox --list-full | grep -v linuxrc); do
    [ -e "$1/$tool" ] || [ -L "$1/$tool" ] || ln -s /bin/busybox "$1/$tool"
  done
}

# system_files ROOT: the users and folders that every program may expect.
system_files() {
  mkdir -p "$1/etc" "$1/proc" "$1/sys" "$1/dev" "$1/run" "$1/var" "$1/root"
  mkdir -p -m 1777 "$1/tmp" "$1/var/tmp"
  printf '%s\n' root:x:0:0:root:/root:/bin/sh www-data:x:33:33:www-data:/var/www:/usr/sbin/nologin \
    nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin >"$1/etc/passwd"
  printf '%s\n' root:x:0: www-data:x:33: nogroup:x:65534: >"$1/etc/group"
}
