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

usual=unix:///var/run/docker.sock
runtime=${XDG_RUNTIME_DIR:-/run/user/$(id -u)}
own=unix://$runtime/docker.sock

# typed_host: the socket that DOCKER_HOST names for people alone: most start-up files end early for a command.
typed_host() {
  for file in .profile .bash_profile .bash_login .bashrc .zshenv .zprofile .zshrc; do cat "$HOME/$file" 2>/dev/null; done |
    sed -n -e "s/\$(id -u)/$(id -u)/; s/\${\{0,1\}E\{0,1\}UID}\{0,1\}/$(id -u)/" \
      -e "s|\${\{0,1\}XDG_RUNTIME_DIR}\{0,1\}|$runtime|" \
      -e "s/^[[:space:]]*export[[:space:]]\{1,\}DOCKER_HOST=[\"']\{0,1\}\(unix:[A-Za-z0-9_./-]*\)\([\"';[:space:]].*\)\{0,1\}$/\1/p" | tail -n 1
}

# find_engine: sets `endpoint`, where a `docker` that this user types leads to, and `found_by`, what says so. As the client
# has it: DOCKER_HOST goes before the context.
find_engine() {
  endpoint=${DOCKER_HOST:-} found_by=DOCKER_HOST tls=0
  [ -z "$endpoint" ] || return 0
  endpoint=$(typed_host) found_by='DOCKER_HOST in the start-up files of its shell'
  [ -z "$endpoint" ] || return 0
  if context=$(docker context inspect --format '{{.Name}}|{{.Endpoints.docker.Host}}|{{len .TLSMaterial}}' 2>&1); then
    # Before it there may be a warning.
    context=$(printf '%s\n' "$context" | tail -n 1)
    endpoint=${context#*|} tls=${context##*|} found_by="the context ${context%%|*}"
    endpoint=${endpoint%|*}
    if [ "${context%%|*}" != default ] || [ -n "${DOCKER_CONTEXT:-}" ]; then return 0; fi
  else
    # A client without contexts, and Podman in its place, have only the usual one.
    case $context in *ontext\ *'not found'* | *ontext\ *'does not exist'*) fact context-error "$context" ;; esac
  fi
  endpoint=''
  [ ! -S "${own#unix://}" ] || [ -S "${usual#unix://}" ] || endpoint=$own found_by='the socket of its own engine'
}

# await_own: the engine of a user starts with the first login, and may not have come up yet.
await_own() {
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    if [ "$endpoint" != "$own" ] || [ -S "${own#unix://}" ]; then return 0; fi
    sleep 1
  done
}

if [ -n "$docker_path" ]; then
  find_engine
  await_own
  if [ -n "$endpoint" ]; then
    fact docker-host "$endpoint"
    fact docker-by "$found_by"
    if [ "$tls" != 0 ] || [ -n "${DOCKER_TLS_VERIFY:-}" ]; then fact docker-tls yes; fi
    use_engine "$endpoint"
  fi
  # A user who may not use Docker's socket may have sudo for it; with `-n` it never asks for a password.
  socket=${endpoint:-$usual}
  socket=${socket#unix://}
  if [ -S "$socket" ] && [ ! -w "$socket" ] && command -v sudo >/dev/null 2>&1; then
    if message=$(use_engine "sudo unix://$socket" && docker version 2>&1); then
      fact sudo yes
      [ -n "$endpoint" ] || fact docker-host "unix://$socket"
      use_engine "sudo unix://$socket"
    else
      fact sudo-error "$message"
    fi
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
  # shellcheck disable=SC2046,SC2154 # one word an id; the formats stand before this script
  docker inspect --format "$holdings_format" $(
    docker ps --filter label=com.docker.compose.oneoff=False --format "{{.ID}} $folder_label" | only_here
  ) 2>/dev/null | sed -n 's/ [0-9a-f]*$//; s/^./holding=&/p'
}

# look_at_projects: the Compose projects that run, and their folders, but for those that were moved away.
look_at_projects() {
  docker ps --filter label=com.docker.compose.oneoff=False \
    --format "{{.Label \"com.docker.compose.project\"}} $folder_label" 2>/dev/null |
    sort -u | while read -r project folder; do
    ! is_here "$folder" || folder=$path
    case $(ls -d "$folder" 2>&1) in *'No such file'*) ;; *) fact project "$project $folder" ;; esac
  done
}

# look_at_words: the Compose files beyond the first that somebody has told by hand, before the first release.
look_at_words() {
  [ ! -s "$kit/current" ] || return 0
  # shellcheck disable=SC2046 # one word an id
  docker inspect --format '{{index .Config.Labels "com.docker.compose.project.config_files"}}' $(
    docker ps --filter label=com.docker.compose.oneoff=False --format "{{.ID}} $folder_label" | only_here
  ) 2>/dev/null | beyond_first | sort -u | while IFS= read -r file; do fact compose-file "$file"; done
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
  for own in "$kit" "$kit/releases"; do
    if [ -e "$own" ] && { [ ! -w "$own" ] || [ ! -x "$own" ]; }; then
      fact path-error "$(id -un) may not write in $own ($(ls -ld "$own"))"
      break
    fi
  done
  fact disk-free-kb "$(df -Pk "$nearest" | awk 'NR == 2 { print $4 }')"

  [ -e "$path/.env" ] && fact exists .env
  env=$path/.env
  [ -r "$env" ] || env=/dev/null
  fact real-path "$(cd "$path" 2>/dev/null && pwd -P)"
  fact project-name "$(value_of COMPOSE_PROJECT_NAME "$env")"
  own_compose_files "$env" | while IFS= read -r file; do [ -e "$path/$file" ] && fact compose-file "$file"; done

  if [ -s "$kit/current" ]; then
    current=$(cat "$kit/current")
    fact current "$current"
    [ -s "$kit/releases/$current/owner" ] && fact owner "$(cat "$kit/releases/$current/owner")"
    sed 's/^/file=/' "$kit/releases/$current/files.sha256" 2>/dev/null
    sed 's/^/image=/' "$kit/releases/$current/images.list" 2>/dev/null
    live=$kit/releases/$current
    if [ -e "$live/confirm" ] && [ "$(readlink "$live/verdict")" != confirmed ]; then
      fact unconfirmed "$(cat "$live/confirm") $([ ! -e "$live/watched" ] || flock -n "$live/watched" true || echo watched)"
    fi
  fi
  # A transaction whose program still runs holds the lock: that one is not interrupted.
  [ -d "$kit/transaction" ] && flock -n "$kit/lock" true && fact interrupted "$(cat "$kit/transaction/release")"
}

for file in "$@"; do
  [ -e "$path/$file" ] && fact exists "$file"
done
# is_near: an engine of another machine is not asked, which may take long.
is_near() {
  case $endpoint in '' | unix://* | tcp://localhost* | tcp://127.* | 'tcp://[::1]'*) return 0 ;; *) return 1 ;; esac
}

# Side by side: each of them is a program that takes its time to start.
if [ -n "$docker_path" ] && is_near; then
  in_order look_at_folder look_at_engine look_at_compose look_at_networks look_at_volumes look_at_holdings look_at_projects look_at_words
else
  look_at_folder
fi
fact end yes
