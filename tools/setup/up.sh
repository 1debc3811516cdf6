#!/usr/bin/env bash
# Starts the daemon and the example app unless they run, and says what runs. `make up` has set the machine up before.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
cd "$root"
compose=deploy/examples/counter/compose.yaml
address=http://localhost:8080
registry=https://registry-1.docker.io/v2/
registry_answers_within=5

say() { echo "up: $*"; }

# Those that the app runs, and those that it is built on.
images_wanted() { sed -nE 's/^ *image: *"?([^" ]+)"?.*/\1/p; s/^FROM ([^ ]+).*/\1/p' "$compose" "$(dirname "$compose")/Dockerfile" | sort -u; }

images_missing() { comm -23 <(images_wanted) <(lading image ls --format '{{.Repository}}:{{.Tag}}' | sort -u); }

# Any answer will do, a refusal too: what counts is that somebody is there to ask.
registry_reachable() { curl --silent --output /dev/null --max-time "$registry_answers_within" "$registry"; }

# Where a registry answers, the app's images are pulled from it as anywhere else.
bring_images() {
  local missing reference
  mapfile -t missing < <(images_missing)
  ((${#missing[@]})) || return 0
  registry_reachable && return
  say "no registry answers: making ${missing[*]} from Debian packages"
  bash deploy/examples/counter/make-images.sh "${missing[@]}"
  for reference in "${missing[@]}"; do
    lading image import "build/images/${reference//[:\/]/-}.tar"
  done
}

if lading daemon --status >/dev/null 2>&1; then
  say "the daemon runs already"
else
  say "starting the daemon"
  lading daemon --detach
fi
bring_images
lading -f "$compose" up -d --build

echo
lading -p counter ps
cat <<EOF

The counter answers at $address. Try next:
  curl $address
  lading scale web=5
  lading logs -f web
  lading events --since 5m
  lading exec web sh
'make down' stops it all again.
EOF
