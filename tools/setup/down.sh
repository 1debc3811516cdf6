#!/usr/bin/env bash
# Stops the example app and the daemon, and looks whether anything of them is left. Volumes, images and the log of events stay.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
cd "$root"

state=${LADING_STATE:-/var/lib/lading}
run=${LADING_RUN:-/run/lading}

say() { echo "down: $*"; }

processes_left() { pgrep --list-full --full "($state|$run)/" || true; }
mounts_left() { awk -v state="$state/" -v run="$run/" 'index($2, state) == 1 || index($2, run) == 1 { print $2 }' /proc/self/mounts; }
namespaces_left() { compgen -G "$run/netns/*" || true; }
tables_left() { nft list tables 2>/dev/null | grep -w lading || true; }

cgroups_left() { find /sys/fs/cgroup -mindepth 1 -maxdepth 2 -type d -path "*${LADING_CGROUP:-/lading}" 2>/dev/null || true; }

if ! command -v lading >/dev/null || ! lading daemon --status >/dev/null 2>&1; then
  say "no daemon runs"
else
  failed=
  lading -p counter down || failed="lading -p counter down"
  lading daemon --stop --purge-runtime || failed="lading daemon --stop --purge-runtime"
  if [[ -n $failed ]]; then
    say "'$failed' failed: its reason is above" >&2
    exit 1
  fi
fi

everything_left() {
  local kind found
  for kind in processes mounts namespaces tables cgroups; do
    found=$("${kind}_left")
    [[ -z $found ]] || printf '%s:\n%s\n' "$kind" "$found"
  done
}

# A process that was told to end may take a moment to be gone, and its cgroup with it.
gone_within_s=5
deadline=$((SECONDS + gone_within_s))
while left=$(everything_left) && [[ -n $left ]]; do
  if ((SECONDS >= deadline)); then
    say "left behind:" >&2
    sed 's/^/  /' <<<"$left" >&2
    say "'make up' adopts what is left, and a second 'make down' then removes it" >&2
    exit 1
  fi
  sleep 0.2
done
say "nothing is left running"
