# Called with the path of the root file system.
. "$(dirname "$0")/../keepOnly.sh"
keep_only "$1" bin/busybox usr/sbin/dnsmasq usr/sbin/nft etc/labcast etc/inittab \
  $(libraries_of "$1" /usr/sbin/dnsmasq) $(libraries_of "$1" /usr/sbin/nft)
system_files "$1"
# dnsmasq gives up root for this user.
echo dnsmasq:x:100:65534:dnsmasq:/nonexistent:/usr/sbin/nologin >>"$1/etc/passwd"
busybox_tools "$1"
ln -sf /bin/busybox "$1/sbin/init"
chmod 755 "$1"/etc/labcast/apply "$1"/etc/labcast/start
