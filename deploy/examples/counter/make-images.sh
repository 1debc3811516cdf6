#!/usr/bin/env bash
# Makes redis:7, node:24-slim and busybox:latest from this machine's own Debian packages, as docker archives in build/images.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../.." && pwd)
exec "$(compgen -G "$root/node_modules/node-linux-*/bin/node" | head -n 1)" "$root/tools/setup/make-image.ts" "$@"
