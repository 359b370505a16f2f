#!/bin/bash
# Prints the folder that holds the Node.js and npm that Labcast runs on, after installing them there if they are missing.
# They come from the npm registry that this machine is configured for, so any Node.js >= 18 with npm is enough to start,
# and on Debian that is installed as well when it is not there.
set -euo pipefail

node_version=24.21.0
npm_version=11.19.1
case $(uname -m) in
x86_64) platform=linux-x64 ;;
aarch64) platform=linux-arm64 ;;
*)
  echo "Labcast runs on x86_64 and aarch64, this machine is $(uname -m)." >&2
  exit 1
  ;;
esac
tools=${LABCAST_TOOLS_DIR:-${LABCAST_CACHE_DIR:-/var/cache/labcast}/tools}
release=node-$node_version-npm-$npm_version
# A person without root, who only checks or builds, gets an own copy.
if [ ! -x "$tools/$release/bin/npm" ] && [ "$(id -u)" != 0 ]; then
  tools=${XDG_CACHE_HOME:-$HOME/.cache}/labcast/tools
fi
home=$tools/$release

if [ ! -x "$home/bin/npm" ]; then
  if ! command -v npm >/dev/null; then
    if [ "$(id -u)" != 0 ]; then
      echo "npm is missing, and only root may install it: apt-get install npm, or run make up first." >&2
      exit 1
    fi
    echo "Installing npm from Debian, to fetch Node.js $node_version with it (a minute or two)..." >&2
    wait_for_lock=(-o DPkg::Lock::Timeout=300)
    apt-get "${wait_for_lock[@]}" update -qq >&2
    DEBIAN_FRONTEND=noninteractive apt-get "${wait_for_lock[@]}" install -y -qq --no-install-recommends npm >/dev/null
  fi
  echo "Fetching Node.js $node_version..." >&2
  mkdir -p "$tools"
  # Built beside its place and moved there, so that an interrupted run leaves nothing that looks finished.
  fresh=$(mktemp -d "$tools/.node-XXXXXX")
  trap 'rm -rf "$fresh"' EXIT
  (cd "$fresh" && npm install --silent --no-save --ignore-scripts --prefix "$fresh" \
    "node-$platform@$node_version" "npm@$npm_version" >&2)
  mkdir "$fresh/bin"
  ln -s "../node_modules/node-$platform/bin/node" "$fresh/bin/node"
  ln -s ../node_modules/npm/bin/npm-cli.js "$fresh/bin/npm"
  ln -s ../node_modules/npm/bin/npx-cli.js "$fresh/bin/npx"
  chmod 755 "$fresh"
  [ -e "$home" ] || mv -T "$fresh" "$home"
fi
echo "$home/bin"
