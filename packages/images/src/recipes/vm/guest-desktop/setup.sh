# Called with the path of the root file system. First what every guest has; it also defines `systemctl` for it.
. "$(dirname "$0")/../guest/setup.sh"

systemctl enable xorg.service desktop.service
