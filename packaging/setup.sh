# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by ./run and ./test: says what it does, installs what is missing, configures and builds.

say() { printf '\033[1m==>\033[0m %s\n' "$*"; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

# packages_for WHAT...: the packages of those lines of packages.txt.
packages_for() {
    local what
    for what in "$@"; do
        awk -v what="$what" '$1 == what { print $2 }' packaging/packages.txt
    done
}

missing_packages() {
    local package
    for package in $(packages_for "$@"); do
        dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || echo "$package"
    done
}

# install_packages WHAT...: nothing to do, and quick, when all are there.
install_packages() {
    local id="" version="" missing sudo=""
    # A subshell keeps os-release's many variables out of ours.
    [ -r /etc/os-release ] && read -r id version < <(. /etc/os-release && echo "${ID:-} ${VERSION_ID:-}")
    case "$id-$version" in
    debian-12 | ubuntu-24.04) ;;
    *)
        if [ -n "${GAPLINE_SKIP_SETUP:-}" ]; then
            say "GAPLINE_SKIP_SETUP is set: installing nothing on ${id:-this system} $version"
            return
        fi
        printf 'This system (%s %s) is neither Debian 12 nor Ubuntu 24.04. Please install what these packages hold,\n' "${id:-unknown}" "$version" >&2
        printf 'then run again with GAPLINE_SKIP_SETUP=1:\n\n' >&2
        packages_for "$@" | paste -sd' ' | fold -sw 100 >&2
        exit 1
        ;;
    esac
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || { say "All packages are installed"; return; }
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || fail "these packages are missing, and there is neither root nor sudo: $(echo $missing)"
        sudo=sudo
    fi
    say "Installing $(echo "$missing" | wc -l) packages with apt: $(echo $missing)"
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get update -q </dev/null
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $missing </dev/null
}

# build PRESET [CMAKE-OPTION...]: configures once, then builds what changed.
build() {
    local preset=$1
    shift
    say "Configuring build/$preset"
    mkdir -p "build/$preset"
    local log=build/$preset/configure.log
    cmake --preset "$preset" "$@" >"$log" 2>&1 || { cat "$log" >&2; fail "cmake --preset $preset failed"; }
    say "Building build/$preset (the first time takes minutes, later ones seconds)"
    cmake --build "build/$preset"
}
