#!/usr/bin/env bash
# Installs docker-compose of the first version and docker-py from this Debian, for the tests, and unpacks Docker's own engine, command and
# plug-ins into build/peers. What can't be had is left out: tests say that they skip it.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
cd "$root"

missing=()
for package in docker-compose python3-docker; do
  [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true) == installed ]] || missing+=("$package")
done
if ((${#missing[@]})); then
  echo "setup: installing ${missing[*]}"
  # Without what they recommend: that is Docker's engine, which would start.
  { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "${missing[@]}"; } </dev/null >build/setup-docker-clients.log 2>&1 ||
    echo "setup: ${missing[*]} could not be installed (build/setup-docker-clients.log): tests with them are skipped" >&2
fi
bash tools/bench/peers.sh >/dev/null || echo "setup: Docker's engine and plug-ins could not be unpacked: tests with them are skipped" >&2
