# Finds a nats-server that is new enough, or unpacks one privately. Sourced. Needs `root`, `say`, `fail` and private-apt.sh.

# Older servers accept two writers of one subject in a partition, and lose events that they acknowledged.
nats_least=2.11
nats_home=/usr/local/lib/lading/nats
# The place where the daemon looks.
nats_link=/usr/local/lib/lading/nats-server
# Aliases, so that no release's end of life breaks a set-up. Later ones need a newer libc, so the earliest that will do is taken.
nats_suites=(stable-backports testing unstable)

nats_version() {
  "$1" --version 2>/dev/null | sed -nE 's/^nats-server: v?([0-9.]+).*/\1/p'
}

nats_new_enough() {
  local version
  version=$(nats_version "$1")
  [[ -n $version ]] && dpkg --compare-versions "$version" ge "$nats_least"
}

nats_unpack() {
  local suite=$1 version folder="$root/.cache/apt/$1"
  private_apt_update "$suite" || return 1
  version=$(private_apt "$suite" apt-cache policy nats-server | sed -nE 's/^ *Candidate: ([0-9].*)/\1/p')
  [[ -n $version ]] && dpkg --compare-versions "$version" ge "$nats_least" || return 1
  say "unpacking nats-server $version from Debian $suite into $nats_home"
  rm -rf "$folder/debs" && mkdir -p "$folder/debs"
  (cd "$folder/debs" && private_apt "$suite" apt-get -qq download nats-server) || return 1
  rm -rf "$nats_home" && mkdir -p "$nats_home"
  dpkg -x "$folder"/debs/nats-server_*.deb "$nats_home"
  nats_new_enough "$nats_home/usr/sbin/nats-server" || nats_new_enough "$nats_home/usr/bin/nats-server"
}

# The first that will do: the one on the PATH, the one unpacked before, one unpacked now.
set_up_nats_server() {
  local candidate
  for candidate in "$(command -v nats-server || true)" "$nats_home/usr/sbin/nats-server" "$nats_home/usr/bin/nats-server"; do
    if [[ -x $candidate ]] && nats_new_enough "$candidate"; then
      link "$candidate" "$nats_link"
      return
    fi
  done
  local suite
  for suite in "${nats_suites[@]}"; do
    if nats_unpack "$suite"; then
      set_up_nats_server
      return
    fi
  done
  tail -n 3 "$root"/.cache/apt/*/update.log >&2 || true
  fail "no nats-server $nats_least or newer on the PATH nor in Debian ${nats_suites[*]}: put one on the PATH, then run 'make up' again"
}
