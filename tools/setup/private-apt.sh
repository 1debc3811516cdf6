# Packages of any Debian suite, read into a private folder: the system's own lists and packages stay as they are.
# Sourced. Needs `root`, the folder of the clone.

# The mirror that this machine's own sources name first, by whichever of apt's two formats they use.
debian_mirror() {
  local from_lists
  from_lists=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
    grep -oE '^(deb|URIs:)[^#]*' | grep -oE '(https?|file|mirror\+[a-z]+|cdrom|copy)://?[^] ]+' |
    grep -E '/debian/?$' | head -n 1) || true
  echo "${from_lists:-http://deb.debian.org/debian}"
}

# Prepares the folder of SUITE and reads its index. Fails when the mirror has no such suite.
private_apt_update() {
  local suite=$1 folder="$root/.cache/apt/$1"
  mkdir -p "$folder/lists/partial" "$folder/cache/archives/partial"
  : >"$folder/nothing-installed"
  echo "deb $(debian_mirror) $suite main" >"$folder/sources.list"
  private_apt "$suite" apt-get -qq --allow-releaseinfo-change update 2>"$folder/update.log" || return 1
  # apt-get update forgives what it could not fetch.
  ! grep -qE '^[EW]:.*(Failed|Release file|does not)' "$folder/update.log"
}

# Runs an apt command on the suite's private lists: private_apt SUITE apt-cache policy NAME
private_apt() {
  local suite=$1 command=$2 folder="$root/.cache/apt/$1"
  shift 2
  # What is installed here must not matter, and apt's own parse cache makes each later look-up quick (images of Debian switch it off).
  # apt would drop its rights for a download, and may then not enter a folder below somebody's home.
  "$command" \
    -o Dir::Etc::sourcelist="$folder/sources.list" -o Dir::Etc::sourceparts=/dev/null \
    -o Dir::Etc::preferences=/dev/null -o Dir::Etc::preferencesparts=/dev/null \
    -o Dir::State::status="$folder/nothing-installed" -o Dir::State::lists="$folder/lists" \
    -o Dir::Cache="$folder/cache" -o Dir::Cache::pkgcache=pkgcache.bin -o Dir::Cache::srcpkgcache=srcpkgcache.bin \
    -o Acquire::Languages=none -o APT::Sandbox::User=root "$@"
}
