#!/bin/bash
# Runs a command as root: as it is when we are root already, else through sudo, with the settings of Labcast handed on.
# usage: as-root.sh COMMAND...
set -euo pipefail

if [ "$(id -u)" = 0 ]; then exec "$@"; fi
if ! command -v sudo >/dev/null; then
  echo "Labcast sets up Incus, networks and services, which only root may do, and sudo is not installed here." >&2
  echo "Run it as root: su -c 'make -C $PWD up'" >&2
  exit 4
fi
echo "Labcast sets up Incus, networks and services, which only root may do: asking sudo." >&2
settings=()
while IFS='=' read -r name _; do
  case $name in
  LABCAST_* | DATABASE_URL | CI | http_proxy | https_proxy | no_proxy | HTTP_PROXY | HTTPS_PROXY | NO_PROXY | NODE_EXTRA_CA_CERTS)
    settings+=("$name=${!name-}")
    ;;
  esac
done < <(env)
exec sudo -- env "${settings[@]}" "$@"
