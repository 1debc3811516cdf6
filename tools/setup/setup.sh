#!/usr/bin/env bash
# Makes this machine able to run Lading, and says only what it changes. Run again, it changes nothing.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
cd "$root"

say() { echo "setup: $*"; }
fail() {
  echo "setup: $*" >&2
  exit 1
}
# Links NAME to TARGET unless it is so already.
link() {
  local target=$1 name=$2
  [[ $(readlink "$name" || true) == "$target" ]] && return
  mkdir -p "$(dirname "$name")"
  ln -sfn "$target" "$name"
  say "$name -> $target"
}
source tools/setup/private-apt.sh
source tools/setup/nats-server.sh

packages=(crun conmon iproute2 nftables libnftables1 busybox-static tini procps util-linux curl zstd xz-utils bzip2 ca-certificates openssh-client)

set_up_packages() {
  local wanted=("${packages[@]}") missing=() package
  command -v npm >/dev/null || wanted+=(nodejs npm)
  for package in "${wanted[@]}"; do
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true) == installed ]] || missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  say "installing ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  local log=build/setup-apt.log
  { apt-get -qq update && apt-get -qq install -y --no-install-recommends "${missing[@]}"; } </dev/null >"$log" 2>&1 || {
    tail -n 20 "$log" >&2
    fail "apt-get could not install ${missing[*]}: the reason is above, all of it in $log"
  }
}

# The stamp is written last, so that a half-finished install is told from a whole one.
set_up_node_modules() {
  local stamp=node_modules/.installed-from lock how node
  lock=$(sha256sum package-lock.json)
  [[ -f $stamp && $(<"$stamp") == "$lock" ]] && return
  # `npm ci` empties node_modules first: a daemon that runs would lose its Node. Over a whole install only the difference is brought.
  if [[ -f $stamp ]]; then how=(install --no-save); else how=(ci); fi
  say "npm ${how[0]} (Node 24 and the packages of package-lock.json)"
  npm "${how[@]}" --loglevel=error --ignore-scripts </dev/null || fail "npm ${how[0]} failed: see its words above, then run 'make up' again"
  node=$(compgen -G 'node_modules/node-linux-*/bin/node' | head -n 1) ||
    fail "npm brought no Node 24 for $(uname -m): Lading runs on x86-64 and arm64"
  "$node" --eval '' || fail "$node does not run here: it needs glibc 2.28 or newer"
  echo "$lock" >"$stamp"
}

set_up_group() {
  getent group lading >/dev/null && return
  groupadd --system lading
  say "group lading: its members may use /run/lading/docker.sock"
}

[[ $EUID == 0 ]] || fail "needs root, to install programs and run containers: sudo make up"
command -v apt-get >/dev/null || fail "needs apt-get (Debian or a relative): elsewhere install ${packages[*]} and nats-server >= $nats_least, then npm ci"
mkdir -p build .cache
set_up_packages
set_up_nats_server
set_up_node_modules
set_up_group
link "$root/tools/cli/lading" /usr/local/bin/lading
