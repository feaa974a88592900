#!/bin/sh
# Looks at the server and changes nothing. Prints one `key=value` a line.
# $1: the deploy folder; the other arguments: paths in it whose presence matters.
set -u
LC_ALL=C
export LC_ALL
path=$1
shift
# shellcheck disable=SC2088 # a tilde that arrived as text
case $path in '~/'*) path=$HOME/${path#'~/'} ;; esac
kit=$path/.deploy-kit

fact() { printf '%s=%s\n' "$1" "$(printf '%s' "$2" | tr '\n\r' '  ')"; }

fact path "$path"
fact user "$(id -un)"
fact arch "$(uname -m)"
[ -n "$docker_path" ] || fact missing docker
for tool in flock tar setsid timeout; do
  command -v "$tool" >/dev/null 2>&1 || fact missing "$tool"
done
command -v timeout >/dev/null 2>&1 || engine_client() { shift && "$@"; }

{ command -v curl || command -v wget; } >/dev/null 2>&1 && fact http-client yes

# A user who may not use Docker's socket may have sudo for it; with `-n` it never asks for a password.
socket=/var/run/docker.sock
if [ -z "${DOCKER_HOST:-}" ] && [ -S "$socket" ] && [ ! -w "$socket" ] && command -v sudo >/dev/null 2>&1; then
  if message=$(through_sudo && docker version 2>&1); then
    fact sudo yes
    through_sudo
  else
    fact sudo-error "$message"
  fi
fi

look_at_engine() {
  if version=$(docker version --format '{{.Server.Version}} {{.Server.Os}}/{{.Server.Arch}} {{range .Server.Components}}{{.Name}} {{end}}' 2>&1); then
    fact docker "${version%% *}"
    version=${version#* }
    fact platform "${version%% *}"
    fact engine "${version#* }"
  else
    fact docker-error "$version"
  fi
}

look_at_compose() {
  if version=$(docker compose version --short 2>&1); then
    fact compose "plugin $version"
    return
  fi
  fact compose-error "$version"
  if command -v docker-compose >/dev/null 2>&1 && version=$(docker-compose version --short 2>&1); then
    fact compose "standalone $version"
  fi
}

look_at_holdings() {
  # shellcheck disable=SC2046,SC2154 # one word an id; the format stands before this script
  docker inspect --format "$holdings_format" $(
    for here in "$path" "$(cd "$path" 2>/dev/null && pwd -P)"; do
      docker ps -q --filter "label=com.docker.compose.project.working_dir=$here" --filter label=com.docker.compose.oneoff=False
    done | sort -u
  ) 2>/dev/null | sed -n 's/ [0-9a-f]*$//; s/^./holding=&/p'
}

look_at_networks() { docker network ls --format 'network={{.Name}}' 2>/dev/null; }

look_at_volumes() { docker volume ls --format 'volume={{.Name}}' 2>/dev/null; }

look_at_folder() {
  # The nearest folder that exists tells whether the deploy folder can be made.
  nearest=$path
  while [ ! -e "$nearest" ] && [ "$nearest" != / ]; do nearest=$(dirname "$nearest"); done
  if [ ! -d "$nearest" ]; then
    fact path-error "$nearest is not a folder"
  elif [ ! -w "$nearest" ]; then
    fact path-error "$(id -un) may not write in $nearest ($(ls -ld "$nearest"))"
  fi
  fact disk-free-kb "$(df -Pk "$nearest" | awk 'NR == 2 { print $4 }')"

  [ -e "$path/.env" ] && fact exists .env

  if [ -s "$kit/current" ]; then
    current=$(cat "$kit/current")
    fact current "$current"
    sed 's/^/file=/' "$kit/releases/$current/files.sha256" 2>/dev/null
    sed 's/^/image=/' "$kit/releases/$current/images.list" 2>/dev/null
  fi
  # A transaction whose program still runs holds the lock: that one is not interrupted.
  [ -d "$kit/transaction" ] && flock -n "$kit/lock" true && fact interrupted "$(cat "$kit/transaction/release")"
}

for file in "$@"; do
  [ -e "$path/$file" ] && fact exists "$file"
done
# Side by side: each of them is a program that takes its time to start.
if [ -n "$docker_path" ]; then
  in_order look_at_folder look_at_engine look_at_compose look_at_networks look_at_volumes look_at_holdings
else
  look_at_folder
fi
fact end yes
