#!/bin/sh
# Lets the server's Compose read the files of a tar stream on standard input, in a folder that is gone
# afterwards. The env file is made as a deploy does: from the one in the deploy folder, and `.env.given` of the stream
# or another one on the server, with the lines of `.env.added`.
# $1: the deploy folder, $2: Compose's command, $3: how Docker is reached (`use_engine`), $4: the other env file or ''; then the Compose
# files, `--`, and files of which the deploy folder's own are used.
set -u
LC_ALL=C
export LC_ALL
path=$1 compose=$2 way=$3 base=$4
shift 4
umask 077
# Secrets stay in memory where they can.
folder=$(mktemp -d /dev/shm/deploy-kit.XXXXXX 2>/dev/null || mktemp -d) || exit 70
trap 'rm -rf "$folder"' EXIT
# A reader that is gone is told by PIPE.
trap 'exit 71' HUP INT TERM PIPE
tar -xf - -C "$folder" || exit 70
# shellcheck disable=SC2088 # a tilde that arrived as text
case $base in '~/'*) base=$HOME/${base#'~/'} ;; esac
if [ -e "$folder/.env.given" ]; then
  base=$folder/.env.given
elif [ -n "$base" ] && [ ! -r "$base" ]; then
  echo "$(id -un) cannot read the env file $base" >&2
  exit 72
fi
own=$path/.env
[ -r "$own" ] || own=/dev/null
[ -z "$base" ] || env_keys "$base" >"$folder/.env.keys"
env_keys "$folder/.env.added" >>"$folder/.env.keys"
{ env_without "$folder/.env.keys" "$own"; [ -z "$base" ] || cat "$base"; echo; cat "$folder/.env.added"; } >"$folder/.env"
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
  if [ -f "$path/$1" ] && [ ! -e "$folder/$1" ]; then
    mkdir -p "$(dirname "$folder/$1")" && ln -s "$path/$1" "$folder/$1"
  fi
  shift
done
cd "$folder" || exit 70
use_engine "$way"
program=$(command -v "${compose%% *}")
case $compose in *' '*) plugin=compose ;; *) plugin= ;; esac
engine_client 20 env -i HOME="$HOME" PATH="$PATH" LC_ALL=C \
  ${DOCKER_HOST+"DOCKER_HOST=$DOCKER_HOST"} \
  ${DOCKER_CONFIG+"DOCKER_CONFIG=$DOCKER_CONFIG"} ${XDG_RUNTIME_DIR+"XDG_RUNTIME_DIR=$XDG_RUNTIME_DIR"} \
  ${docker_sudo:+sudo -n} "$program" ${docker_sudo:+"--host=$DOCKER_HOST"} ${plugin:+"$plugin"} -p preflight "$@" config -q
status=$?
[ "$status" -ne 137 ] || end_silent "$compose config"
exit "$status"
