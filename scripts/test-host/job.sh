#!/bin/bash
# Runs as root in the machine that run.sh boots: Labcast from nothing, a lab, and back to nothing.
set -uo pipefail
export LC_ALL=C.UTF-8
cd /root/labcast

failures=0
expect() {
  local what=$1
  shift
  if "$@"; then
    echo "ok   $what"
  else
    echo "FAIL $what"
    failures=$((failures + 1))
  fi
}
seconds() { date +%s.%N; }
timed() {
  local began ended
  began=$(seconds)
  "$@"
  local code=$?
  ended=$(seconds)
  echo "time $(awk "BEGIN { printf \"%.1f\", $ended - $began }") s: $*"
  return $code
}

page_answers() {
  ./labcast forward "$1" web:80 18080 &
  local tunnel=$! attempt
  for attempt in $(seq 60); do
    if curl -fsS -m 10 http://127.0.0.1:18080/ 2>/dev/null | grep -qi '<html'; then
      kill $tunnel
      return 0
    fi
    sleep 2
  done
  kill $tunnel
  return 1
}
no_instances() { [ -z "$(incus list --all-projects -f csv -c n)" ]; }
no_bridges() { ! ls /sys/class/net | grep -q '^lc'; }
no_services() { ! systemctl list-unit-files --no-legend 'labcast-*' | grep -q .; }
no_table() { ! nft list tables | grep -qw labcast; }

echo JOB-START
uname -r
echo "cgroup $(stat -fc %T /sys/fs/cgroup), AppArmor $(cat /sys/module/apparmor/parameters/enabled), systemd $(systemctl is-system-running)"
expect 'the clone is not readable for others' test "$(stat -c %a /root)" = 700

expect 'make up' timed make up
expect 'make up again takes seconds' timed make up
expect 'doctor finds nothing wrong' ./labcast doctor
expect 'the sample answers' page_answers webserver
expect 'create a second web server' timed ./labcast create webserver --name second cpu=1 memory=1GiB storage=4GiB
expect 'the second one answers' page_answers second
expect 'destroy it' timed ./labcast destroy second --yes
expect 'stop' make down
expect 'labs go on while Labcast is stopped' test -n "$(incus list --all-projects -f csv -c n status=running)"
expect 'start again' timed make up
expect 'the sample still answers' page_answers webserver
expect 'remove everything' timed make clean-host YES=1
expect 'no instance is left' no_instances
expect 'no bridge is left' no_bridges
expect 'no service is left' no_services
expect 'no firewall table is left' no_table
expect 'the user is gone' test -z "$(getent passwd labcast)"
expect 'the state is gone' test ! -e /var/lib/labcast
expect 'removing once more finds nothing to do' make clean-host YES=1

echo "AppArmor denials:"
dmesg | grep -i 'apparmor="DENIED"' | tail -n 5
if [ $failures -gt 0 ]; then
  echo "== What went wrong"
  tail -n 60 /var/log/labcast/setup.log /tmp/labcast-*.log 2>/dev/null
  journalctl -u 'labcast-*' -u incus --no-pager -n 80 -o short-monotonic
fi
echo "$failures failures"
[ $failures = 0 ]
