# Called with the path of the root file system.
. "$(dirname "$0")/../../keepOnly.sh"
mkdir -p "$1/usr/share/nginx/html"
keep_only "$1" bin/busybox usr/sbin/nginx etc/nginx/nginx.conf etc/nginx/conf.d etc/nginx/mime.types \
  usr/share/nginx/html $(libraries_of "$1" /usr/sbin/nginx)
system_files "$1"
busybox_tools "$1"
mkdir -p "$1/var/log/nginx" "$1/var/lib/nginx"
# Into the container's own output, where kubectl logs reads it.
ln -sf /dev/stdout "$1/var/log/nginx/access.log"
ln -sf /dev/stderr "$1/var/log/nginx/error.log"
