#!/bin/bash
# Runs a program of Labcast with its own Node.js, after installing the libraries that package-lock.json names if they
# are not those that are there.
# usage: run.sh npm PARAMETER... | run.sh FILE.ts PARAMETER...
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
tools=$(bash scripts/node.sh)
export PATH="$tools:$PATH"

# By npm's own record of what it installed. Optional packages for other systems stand in the lock file and are never there.
libraries_are_installed() {
  node --input-type=module -e '
    import { readFileSync } from "node:fs";
    const read = (file) => JSON.parse(readFileSync(file, "utf8")).packages;
    const installed = read("node_modules/.package-lock.json");
    for (const [path, wanted] of Object.entries(read("package-lock.json"))) {
      if (!path.includes("node_modules/") || wanted.optional || wanted.devOptional) continue;
      const found = installed[path];
      if (!found || (!wanted.link && found.version !== wanted.version)) process.exit(1);
    }' 2>/dev/null
}

if ! libraries_are_installed; then
  echo "Installing Labcast's libraries..." >&2
  install=(npm ci --no-progress --loglevel=error)
  owner=$(stat -c %u .)
  if [ "$(id -u)" = 0 ] && [ "$owner" != 0 ]; then
    # The clone belongs to a person, who shall be able to change and delete it without sudo.
    HOME=$(getent passwd "$owner" | cut -d: -f6) \
      setpriv --reuid="$owner" --regid="$(stat -c %g .)" --init-groups -- "${install[@]}" >&2
  else
    "${install[@]}" >&2
  fi
fi

case $1 in
*.ts) exec node "$@" ;;
*) exec "$@" ;;
esac
