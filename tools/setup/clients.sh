#!/usr/bin/env bash
# Puts clients of registries into build/peers for the tests: skopeo, buildah and podman of this Debian, with the libraries that they need.
# The system stays as it is: podman's package would start services.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
cd "$root"
source tools/setup/private-apt.sh

folder=build/peers/clients
[[ -f $folder/whole ]] && exit

suite=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
packages=(skopeo buildah podman libsubid4 libgpgme11 libassuan0 libdevmapper1.02.1)
echo "setup: unpacking skopeo, buildah and podman from Debian ${suite:=stable} into $folder"
rm -rf "$folder"
mkdir -p "$folder/debs"
private_apt_update "$suite"
(cd "$folder/debs" && private_apt "$suite" apt-get -qq download "${packages[@]}")
for package in "$folder"/debs/*.deb; do dpkg -x "$package" "$folder"; done
rm -r "$folder/debs"
touch "$folder/whole"
