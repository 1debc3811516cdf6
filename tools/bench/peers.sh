#!/usr/bin/env bash
# Puts dockerd, docker, compose and buildx of Debian's newest release into build/peers, without touching the system. Prints the folder of programs.
# What can't be had here is left out: the bench names it as absent.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
# shellcheck source=tools/setup/private-apt.sh
source "$root/tools/setup/private-apt.sh"
folder=$root/build/peers
mkdir -p "$folder/debs" "$folder/root"

fetch() {
  local suite=$1
  shift
  private_apt_update "$suite" || return 1
  (cd "$folder/debs" && for name in "$@"; do private_apt "$suite" apt-get -qq download "$name" || echo "no $name in $suite" >&2; done)
}

if [[ ! -x $folder/root/usr/sbin/dockerd || ! -x $folder/root/usr/libexec/docker/cli-plugins/docker-buildx ]]; then
  # runc of newer releases needs a newer glibc.
  fetch sid docker.io docker-cli containerd docker-compose docker-buildx >&2 || true
  fetch bookworm runc >&2 || true
  for package in "$folder"/debs/*.deb; do [[ -f $package ]] && dpkg -x "$package" "$folder/root"; done
fi
echo "$folder/root"
