# SCRIPT SESSION MODE HISTORY: attaches to the terminal of that name, making it when it is not there. Each has a shell that
# goes on without viewers. Its tmux is ours alone (-L labcast) and invisible: no bar, no keys, no mouse of its own, so that
# keys, scrolling and selecting are the page's. Exit code 69 when there is no tmux, 70 when there is nothing to view.
session=$1 mode=$2 history=$3
command -v tmux >/dev/null || exit 69
# Not in /tmp, which a machine that still boots empties: the shell would live on where nobody finds it.
TMUX_TMPDIR=${HOME:-/}/.cache/labcast
mkdir -p -m 700 "$TMUX_TMPDIR" 2>/dev/null || TMUX_TMPDIR=/tmp
export TMUX_TMPDIR
[ "$mode" = control ] || tmux -L labcast has-session -t "=$session" 2>/dev/null || exit 70

# A machine that still boots has its instance's name until its identity is set, and a prompt would keep that for good.
patience=40
while [ "$patience" -gt 0 ] && [ -n "$LABCAST_ENVIRONMENT" ] && [ -x /usr/lib/labcast/identity ]; do
  read -r name </proc/sys/kernel/hostname
  [ "${name#"$LABCAST_ENVIRONMENT"-}" != "$name" ] || break
  sleep 0.05
  patience=$((patience - 1))
done
mux() { tmux -L labcast -f /dev/null "$@"; }

# What was written before and no longer stands on the screen goes into the page's own scrollback: printed, then pushed up.
replay() {
  lines=$(mux display-message -p -t "=$session:" '#{history_size}' 2>/dev/null) || return 0
  printf '\033[H\033[2J\033[3J'
  [ "${lines:-0}" -gt 0 ] || return 0
  mux capture-pane -p -e -S - -E -1 -t "=$session:"
  rows=$(stty size | cut -d ' ' -f 1)
  [ "$lines" -lt "$rows" ] || lines=$rows
  printf '\033[0m\033[%s;1H' "$rows"
  while [ "$lines" -gt 0 ]; do
    echo
    lines=$((lines - 1))
  done
}
[ "$history" = 0 ] || replay

if [ "$mode" = view ]; then
  exec tmux -L labcast -f /dev/null attach-session -f read-only,ignore-size -t "=$session"
fi
# Without an alternate screen (smcup) and with lines that leave by the top (indn would delete them) the page can scroll back.
# Inside, `tmux` is the person's own one: nothing tells it that there is one around it.
exec tmux -L labcast -f /dev/null start-server \; \
  set-option -g default-command 'unset TMUX TMUX_PANE TMUX_TMPDIR; exec "$SHELL" -l' \; \
  set-option -g default-terminal tmux-256color \; \
  set-option -s escape-time 10 \; \
  set-option -s focus-events on \; \
  set-option -s set-clipboard on \; \
  set-option -s terminal-overrides '*:smcup@:rmcup@:indn@:Tc' \; \
  set-option -g history-limit 10000 \; \
  set-option -g status off \; \
  set-option -g prefix None \; \
  set-option -g prefix2 None \; \
  set-option -g mouse off \; \
  set-option -g set-titles on \; \
  set-option -g set-titles-string '#T' \; \
  set-option -g window-size latest \; \
  set-option -g aggressive-resize on \; \
  new-session -A -s "$session"
