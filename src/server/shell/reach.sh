#!/bin/sh
# Asks the registries for images as docker on the server does, without pulling them. Prints `there=IMAGE`,
# `answered=IMAGE` or `refused=IMAGE|MESSAGE`.
# $1: how Docker is reached (`use_engine`), $2: `plain` for a registry without encryption, $3: `account` when standard input is a
# configuration of docker with an account; then the images that it is for, `--`, and the others, which the
# server's own logins are for.
set -u
LC_ALL=C
export LC_ALL
# Older clients take `manifest` for an experiment.
DOCKER_CLI_EXPERIMENTAL=enabled
export DOCKER_CLI_EXPERIMENTAL
use_engine "$1"
insecure=
[ "$2" != plain ] || insecure=--insecure
account=$3
shift 3
config=
if [ -n "$account" ]; then
  umask 077
  config=$(mktemp -d /dev/shm/deploy-kit.XXXXXX 2>/dev/null || mktemp -d) || exit 70
  trap 'rm -rf "$config"' EXIT
  # A reader that is gone is told by PIPE.
  trap 'exit 71' HUP INT TERM PIPE
  cat >"$config/config.json"
fi

# reach IMAGE CONFIG
# shellcheck disable=SC2086,SC2154 # words, and none where they are empty; look.sh sets docker_path
reach() {
  if docker image inspect "$1" >/dev/null 2>&1; then
    printf 'there=%s\n' "$1"
  elif message=$(timeout 8 ${docker_sudo:+sudo -n} "$docker_path" ${docker_sudo:+"--host=$DOCKER_HOST"} ${2:+--config "$2"} manifest inspect $insecure "$1" 2>&1 >/dev/null); then
    printf 'answered=%s\n' "$1"
  else
    # A line of at most 4096 bytes arrives whole, whatever the others write (pipe(7), PIPE_BUF).
    printf 'refused=%s|%s\n' "$1" "$(printf '%s' "${message:-no answer within 8 s}" | tr '\n\r' '  ' | cut -c 1-1000)"
  fi
}

for image in "$@"; do
  if [ "$image" = -- ]; then
    config_of_rest=
    continue
  fi
  reach "$image" "${config_of_rest-$config}" &
done
wait
echo end=yes
