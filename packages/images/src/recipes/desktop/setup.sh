# Called with the path of the root file system. First what every machine has; it also defines `systemctl` for it.
. "$(dirname "$0")/../debian-12/setup.sh"

systemctl enable xvnc.service desktop.service
