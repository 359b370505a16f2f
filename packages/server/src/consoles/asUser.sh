# sh -c THIS sh USER SCRIPT [ARGUMENT...]: runs SCRIPT as that user, in its home and with what a sign-in would set. Called
# as root. `su -l` would drop LANG, and Incus's own way to choose a user leaves the other groups out.
user=$1 script=$2
shift 2
entry=$(getent passwd "$user" 2>/dev/null || grep "^$user:" /etc/passwd) || {
  echo "There is no user $user on this machine." >&2
  exit 67
}
IFS=: read -r _ _ uid gid _ home shell <<END
$entry
END
[ ! -r /etc/default/locale ] || . /etc/default/locale
export HOME="$home" USER="$user" LOGNAME="$user" SHELL="${shell:-/bin/sh}" LANG="${LANG:-C.UTF-8}"
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
[ ! -e /tmp/.X11-unix/X0 ] || export DISPLAY=:0
cd "$home" 2>/dev/null || cd /
[ "$uid" != 0 ] || exec sh -c "$script" sh "$@"
exec setpriv --reuid="$uid" --regid="$gid" --init-groups sh -c "$script" sh "$@"
