#!/bin/sh
# Lets the server's Compose read the files of a tar stream on standard input, in a folder that is gone
# afterwards. $1: the deploy folder, $2: Compose's command, $3: `sudo` or ''; then the Compose files, `--`, and
# paths of which the deploy folder's own are used where the stream has none.
set -u
LC_ALL=C
export LC_ALL
path=$1 compose=$2 sudo=$3
shift 3
umask 077
# Secrets stay in memory where they can.
folder=$(mktemp -d /dev/shm/deploy-kit.XXXXXX 2>/dev/null || mktemp -d) || exit 70
trap 'rm -rf "$folder"' EXIT
trap 'exit 71' HUP INT TERM
tar -xf - -C "$folder" || exit 70
count=$#
while [ "$count" -gt 0 ]; do
  count=$((count - 1))
  [ "$1" != -- ] || break
  set -- "$@" -f "$1"
  shift
done
shift
while [ "$count" -gt 0 ]; do
  count=$((count - 1))
  [ -e "$folder/$1" ] || { mkdir -p "$(dirname "$folder/$1")" && ln -s "$path/$1" "$folder/$1"; }
  shift
done
cd "$folder" || exit 70
# shellcheck disable=SC2086 # `docker compose` is two words
env -i HOME="$HOME" PATH="$PATH" LC_ALL=C ${sudo:+sudo -n} $compose -p preflight "$@" config -q
