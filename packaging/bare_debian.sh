#!/usr/bin/env bash
# Proves that the README is enough: on a bare Debian 12, its packages and its commands set Lenscap up, clean a folder,
# open the window (without a screen) and pass tests. Once set up, all this is done without any network.
#
#   sudo packaging/bare_debian.sh            a fresh clone of what was committed
#   sudo packaging/bare_debian.sh FOLDER     the files of a folder as they are, without what git ignores
#
# Needs root, git, debootstrap and ip (iproute2). The mirror is this machine's own one, read when the script runs; so are
# the settings of pip and the certificates that downloads need here.
set -euo pipefail

SUITE=bookworm
SECONDS_OPEN=15
# As where no cable is: a computer reaches itself and nothing else.
OFFLINE=(unshare --net -- sh -c 'ip link set lo up && exec "$@"' offline)
TESTS=(tests/binary tests/cli tests/contracts/test_laws.py tests/metadata tests/pipeline)

main() {
    local here
    here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
    root=$(mktemp -d)
    # What is mounted is seen inside the unshared namespace only: deleting the folder out here touches nothing else.
    trap 'rm -rf "$root"' EXIT
    chmod 755 "$root"
    step "A bare Debian ($SUITE)"
    debootstrap --variant=minbase "$SUITE" "$root" "$(mirror)" >"$root.log" 2>&1 || { tail "$root.log"; exit 1; }
    rm "$root.log"
    fetch "${1:-}" "$here" "$root/lenscap"
    unshare --mount --propagation private -- bash "${BASH_SOURCE[0]}" --inside "$root"
    step "All is well"
}

step() {
    printf '\n== %s\n' "$1"
}

# The address that this machine gets the suite from, or else its first one.
mirror() {
    apt-get indextargets --format '$(RELEASE) $(COMPONENT) $(REPO_URI)' 'Created-By: Packages' |
        awk -v suite="$SUITE" '$2 == "main" && !first { first = $3 } $1 == suite && $2 == "main" { print $3; found = 1; exit }
                               END { if (!found) print first }'
}

# fetch FOLDER CHECKOUT TARGET: a clone of CHECKOUT, or the files of FOLDER if one is named.
fetch() {
    if [[ -z $1 ]]; then
        git -c safe.directory='*' clone --quiet "$2" "$3"
    else
        mkdir "$3"
        git -c safe.directory='*' -C "$1" ls-files -z --cached --others --exclude-standard --deduplicate |
            (cd "$1" && xargs -0 sh -c 'for file; do if [ -e "$file" ]; then printf "%s\0" "$file"; fi; done' sh) |
            tar -C "$1" --null --files-from=- --create | tar -C "$3" --extract
    fi
}

inside() {
    local root=$1 readme=$1/lenscap/README.md line
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    cp /etc/resolv.conf "$root/etc/resolv.conf"
    read_variables

    step "The packages that the README names"
    line=$(grep -m1 -o 'apt install .*' "$readme")
    echo "$line"
    in_chroot root "apt-get update -qq && apt-get install -qq -y --no-install-recommends ${line#apt install }" >"$root/log" 2>&1 || { tail "$root/log"; exit 1; }
    show_folders "$root"
    chroot "$root" useradd --create-home person
    chroot "$root" chown -R person: /lenscap
    in_chroot person 'python3 --version'

    step "Set up and clean a folder, as the README says"
    in_chroot person 'mkdir ~/photos'
    line=$(grep -m1 'uv run lenscap clean' "$readme")
    echo "$line"
    in_chroot person "${line%% clean *} --version"
    in_chroot person '.venv/bin/python -c "
from pathlib import Path
from PIL import Image
import pillow_heif, pillow_jxl
pillow_heif.register_heif_opener()
exif = Image.Exif()
exif[0x010E] = \"A description\"
picture = Image.effect_mandelbrot((320, 240), (-3, -2.5, 2, 2.5), 50).convert(\"RGB\")
for suffix in (\"jpg\", \"png\", \"webp\", \"tiff\", \"bmp\", \"gif\", \"heic\", \"avif\", \"jxl\"):
    picture.save(Path.home() / \"photos\" / f\"photo.{suffix}\", exif=exif.tobytes())"'
    cage=("${OFFLINE[@]}")
    line=${line//PHOTOS/\/home\/person\/photos}
    in_chroot person "${line//COPIES/\/home\/person\/copies}"
    in_chroot person 'ls -l ~/copies && test "$(ls ~/copies | wc -l)" = 9'

    step "Open the window, as the README says, for $SECONDS_OPEN seconds"
    line=$(grep -m1 'uv run lenscap$' "$readme")
    echo "$line"
    in_chroot person "QT_QPA_PLATFORM=offscreen timeout $SECONDS_OPEN bash -c '$line'" && status=0 || status=$?
    [[ $status == 124 ]] || { echo "It ended by itself, with $status."; exit 1; }
    echo "It was open until it was closed."
    in_chroot person 'ldd .venv/lib/python3*/site-packages/PySide6/Qt/plugins/platforms/libqxcb.so' >"$root/ldd"
    if grep 'not found' "$root/ldd"; then
        echo "A window on X11 would miss these."
        exit 1
    fi
    echo "What a window on X11 needs is there."

    step "Pass tests, as the README says"
    line=$(grep -m1 'uv run --group dev pytest$' "$readme")
    echo "$line"
    cage=()
    in_chroot person "$line --version"
    cage=("${OFFLINE[@]}")
    in_chroot person "QT_QPA_PLATFORM=offscreen bash -c '$line -x -q ${TESTS[*]}'"
}

# What pip and uv need on this machine to reach a registry, as variables.
read_variables() {
    local name value
    variables=(PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive)
    while IFS= read -r -d '' value; do
        variables+=("$value")
    done < <(env -0 | grep -zE '^(PIP_|UV_|SSL_CERT_|REQUESTS_CA_BUNDLE|[a-z]+_proxy|[A-Z]+_PROXY)' || true)
    while IFS='=' read -r name value; do
        name=PIP_$(tr 'a-z-' 'A-Z_' <<<"${name#global.}")
        value=${value#\'}
        variables+=("$name=${value%\'}")
    done < <(pip config list 2>/dev/null | grep '^global\.' || true)
}

# show_folders ROOT: the certificates, and the folders of this machine that the variables name.
show_folders() {
    local word
    for word in /etc/ssl/certs $(printf '%s\n' "${variables[@]}" | sed 's/^[^=]*=//; s,file://,,g'); do
        case $word in /usr/* | /bin* | /sbin*) continue ;; esac
        while [[ $word == /?* && ! -d $word ]]; do word=$(dirname "$word"); done
        [[ $word == /?* ]] && show "$word" "$1"
    done
    return 0
}

# show FOLDER ROOT: the folder of this machine can be read at the same place in the chroot.
show() {
    if ! mountpoint -q "$2$1"; then
        mkdir -p "$2$1"
        mount --bind "$1" "$2$1"
        mount -o remount,bind,ro "$2$1"
    fi
}

# in_chroot USER COMMAND: run a line of shell in the chroot, in Lenscap's folder; inside a cage if there is one.
cage=()
in_chroot() {
    "${cage[@]}" chroot "$root" setpriv --reuid "$1" --regid "$1" --init-groups \
        env -i "${variables[@]}" "HOME=$(home_of "$1")" bash -c "cd /lenscap && $2" </dev/null
}

home_of() {
    [[ $1 == root ]] && echo /root || echo "/home/$1"
}

if [[ ${1:-} == --inside ]]; then
    inside "$2"
else
    main "$@"
fi
