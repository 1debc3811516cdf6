#!/usr/bin/env bash
# Puts Debian's docker-registry into build/peers for the tests, unless the machine has one. The system stays as it is: the package would
# start a service.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
cd "$root"
source tools/setup/private-apt.sh

program=build/peers/root/usr/bin/docker-registry
[[ -x $program ]] || command -v docker-registry >/dev/null && exit

suite=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
echo "setup: unpacking docker-registry from Debian ${suite:=stable} into build/peers"
mkdir -p build/peers/debs build/peers/root
private_apt_update "$suite"
(cd build/peers/debs && private_apt "$suite" apt-get -qq download docker-registry)
dpkg -x build/peers/debs/docker-registry_*.deb build/peers/root
