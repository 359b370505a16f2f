#!/bin/bash
# Keeps one command running where there is no systemd: starts it again when it ends, and ends it when it is told to end.
# usage: supervise.sh CHILD_PID_FILE STOP_SIGNAL BEFORE COMMAND...
# BEFORE is a shell line that is run before each start (may be empty). Output goes where standard output goes.
set -uo pipefail
# Each command in a group of its own: without it bash starts it deaf to SIGINT.
set -m

pid_file=$1 stop_signal=$2 before=$3
shift 3

child=
stopping=
stop() {
  stopping=1
  [ -z "$child" ] || kill "-$stop_signal" "$child" 2>/dev/null
}
trap stop TERM INT HUP

say() { echo "$(date -u +%FT%TZ) supervisor: $*"; }

# The same line as ProcessIdentity: number, start, boot.
identity() {
  local stat
  stat=$(<"/proc/$1/stat") || return
  # shellcheck disable=SC2086 # the fields after the name are split on purpose
  set -- "$1" ${stat##*) }
  echo "$1 ${21} $(</proc/sys/kernel/random/boot_id)"
}

delay=1
while [ -z "$stopping" ]; do
  [ -z "$before" ] || sh -c "$before" </dev/null
  started=$SECONDS
  "$@" </dev/null &
  child=$!
  identity "$child" >"$pid_file" 2>/dev/null
  code=0
  # A signal ends `wait` early, and a stopped child ends it at once, so it is asked until the child is really gone.
  while kill -0 "$child" 2>/dev/null; do
    wait "$child"
    code=$?
    ! kill -0 "$child" 2>/dev/null || sleep 0.1
  done
  child=
  [ -z "$stopping" ] || break
  [ $((SECONDS - started)) -lt 60 ] || delay=1
  say "it ended with $code; starting it again in $delay s"
  sleep "$delay" &
  wait $!
  # Five seconds at most: a class that waits for the server has lost enough, and a start costs little.
  delay=$((delay * 2 > 5 ? 5 : delay * 2))
done
rm -f "$pid_file"
say "stopped"
