#!/bin/sh
# Installs the bundle that lies beside this script for the user who runs it; no administrator is needed.
#
#   sh rotom-…-install.sh               installs, or updates what is installed
#   sh rotom-…-install.sh --steam       and adds Rotom to the Steam library
#   sh rotom-…-install.sh --rollback    goes back to the version before
#   sh rotom-…-install.sh --uninstall   takes Rotom away; asks about conversations and models
#
# Everything goes into ~/.local/opt/rotom: each version into a folder of its own, and `current` points to
# the one that is used. An update that is cut off leaves the version before in use.
set -eu

home=${ROTOM_HOME:-$HOME/.local/opt/rotom}
bin=$HOME/.local/bin
data=${XDG_DATA_HOME:-$HOME/.local/share}
config=${XDG_CONFIG_HOME:-$HOME/.config}
cache=${XDG_CACHE_HOME:-$HOME/.cache}
desktop=$data/applications/rotom.desktop
icons=$data/icons/hicolor
beside=$(dirname "$(readlink -f "$0")")

give_up() {
	echo "$1" >&2
	exit 1
}

the_bundle() {
	script=$(basename "$0")
	bundle=$beside/${script%-install.sh}.tar.zst
	[ -f "$bundle" ] || bundle=$(find "$beside" -maxdepth 1 -name 'rotom-*-linux-x86_64.tar.zst' | sort | tail -n 1)
	[ -n "$bundle" ] && [ -f "$bundle" ] || give_up "The bundle, rotom-…-linux-x86_64.tar.zst, is not beside this script. Put both into one folder."
	[ -f "$bundle.sha256" ] || give_up "The checksum, $(basename "$bundle").sha256, is not beside the bundle. Fetch it too."
	(cd "$(dirname "$bundle")" && sha256sum --check --status "$(basename "$bundle").sha256") ||
		give_up "The bundle is damaged: its checksum is another one. Fetch it again."
}

check_machine() {
	[ "$(uname -sm)" = "Linux x86_64" ] || give_up "This bundle is for Linux on a 64-bit PC or Steam Deck."
	libc=$(getconf GNU_LIBC_VERSION 2>/dev/null | cut -d' ' -f2)
	newest=$(printf '%s\n2.36\n' "${libc:-0}" | sort -V | tail -n 1)
	[ "$newest" = "${libc:-0}" ] || give_up "Rotom needs glibc 2.36 or newer; this system has ${libc:-none}. Its checkout (make run) runs on older ones."
	[ "$(id -u)" != 0 ] || [ -n "${ROTOM_HOME:-}" ] || echo "This installs Rotom for the administrator alone; run it as yourself to have it in your menu."
}

# What unpacks zstd lies behind the last line of this script, because not every system has it.
unpack() {
	tail -c @UNZSTD_BYTES@ "$beside/$(basename "$0")" >"$2/.unzstd" && chmod +x "$2/.unzstd" || return 1
	{ "$2/.unzstd" <"$1" || : >"$2/.failed"; } | tar -xf - -C "$2" --strip-components=1 || return 1
	rm "$2/.unzstd"
	[ ! -e "$2/.failed" ]
}

in_use() {
	for running in /proc/[0-9]*/exe; do
		case $(readlink "$running" 2>/dev/null) in
		"$1"/*) return 0 ;;
		esac
	done
	return 1
}

# Makes `current` point to a version, in one step: there is no moment without one.
switch_to() {
	ln -sfn "versions/$1" "$home/current.new"
	mv -T "$home/current.new" "$home/current"
}

put_into_menu() {
	mkdir -p "$bin" "$(dirname "$desktop")" "$icons"
	ln -sfn "$home/current/rotom" "$bin/rotom"
	cp -R "$home/current/icons/hicolor/." "$icons"
	sed "s|^Exec=rotom|Exec=\"$home/current/rotom\"|" "$home/current/rotom.desktop" >"$desktop"
}

install() {
	check_machine
	the_bundle
	version=$(basename "$bundle" .tar.zst)-$(cut -c1-8 "$bundle.sha256")
	mkdir -p "$home/versions"
	exec 8>"$home/lock"
	! command -v flock >/dev/null || flock -n 8 || give_up "Rotom is being installed by another window. Wait for it to end."
	rm -rf "$home"/versions/.new-*
	if [ ! -d "$home/versions/$version" ]; then
		fresh=$home/versions/.new-$$
		trap 'rm -rf "$fresh"' EXIT
		trap 'exit 130' INT TERM HUP
		mkdir "$fresh"
		unpack "$bundle" "$fresh" || give_up "The bundle could not be unpacked into $home. Is the disk full? What was installed before is untouched."
		"$fresh/rotom" --version >/dev/null || give_up "The new version does not start here; what was installed before is untouched."
		mv -T "$fresh" "$home/versions/$version"
		trap - EXIT INT TERM HUP
	fi
	before=$(basename "$(readlink "$home/current" 2>/dev/null || echo none)")
	switch_to "$version"
	[ "$before" = "$version" ] || [ "$before" = none ] || echo "$before" >"$home/before"
	put_into_menu
	for old in "$home"/versions/rotom-*; do
		case $(basename "$old") in
		"$version" | "$before") ;;
		*) in_use "$old" || rm -rf "$old" ;;
		esac
	done
	echo "$("$home/current/rotom" --version) is installed. Start it from the menu, or with $bin/rotom."
}

rollback() {
	before=$(cat "$home/before" 2>/dev/null || true)
	[ -n "$before" ] && [ -d "$home/versions/$before" ] || give_up "There is no version before this one to go back to."
	now=$(basename "$(readlink "$home/current")")
	switch_to "$before"
	echo "$now" >"$home/before"
	put_into_menu
	echo "$("$home/current/rotom" --version) is in use again."
}

uninstall() {
	[ -d "$home" ] || give_up "Rotom is not installed in $home."
	if [ "$steam" = yes ]; then "$home/current/rotom" steam remove || true; fi
	rm -f "$bin/rotom" "$desktop" "$icons"/*/apps/rotom.svg "$icons"/*/apps/rotom.png
	rm -rf "$home"
	answer=no
	if [ -t 0 ]; then
		printf 'Delete your conversations, settings and fetched models too? [y/N] '
		read -r answer || answer=no
	fi
	case $answer in
	y | Y | yes)
		rm -rf "$data/rotom" "$config/rotom" "$cache/rotom"
		echo "Rotom and everything that it kept is gone."
		;;
	*) echo "Rotom is gone. Your conversations, settings and models are still in $data/rotom and $config/rotom." ;;
	esac
}

steam=no
wish=install
for word in "$@"; do
	case $word in
	--steam) steam=yes ;;
	--uninstall) wish=uninstall ;;
	--rollback) wish=rollback ;;
	-h | --help)
		sed -n '2,10s/^# \{0,1\}//p' "$0"
		exit 0
		;;
	*) give_up "$word is not understood. --help tells what is." ;;
	esac
done
case $wish in
install)
	install
	if [ "$steam" = yes ]; then "$home/current/rotom" steam install; fi
	;;
*) $wish ;;
esac
exit 0
