#!/bin/sh
# Looks at the networks, volumes and images that a release names, and changes nothing. Prints `key=value` lines.
# $1: the deploy folder, absolute, $2: how Docker is reached (`use_engine`), $3: the project's name, unless what was
# started from the folder has another; then the names of networks (`@KEY`: the project's own), `--`,
# of volumes, `--`, and `SERVICE IMAGE` of those that are built (`@`: the project's own). What is not there has no line. Of the live release: its
# definitions, its services, and what each container that was started from the folder mounts.
set -u
LC_ALL=C
export LC_ALL
path=$1
kit=$path/.deploy-kit
use_engine "$2"
# shellcheck disable=SC2154 # the format stands before this script
project=$(docker ps -a --format "{{.Label \"com.docker.compose.project\"}} $folder_label") || exit 70
project=$(printf '%s\n' "$project" | only_here | head -n 1)
project=${project:-$3}
printf 'project=%s\n' "$project"
shift 3

# found KIND NAME FORMAT: what the engine says of it, in `answer`; fails where it has none.
found() {
  answer=$(docker "$1" inspect --format "$3" "$2" 2>&1) && return 0
  case $answer in *'o such '* | *' not found'*) return 1 ;; esac
  printf '%s\n' "$answer" >&2
  exit 70
}

kind=network
for name in "$@"; do
  case $name in
    @*) name=${project}_${name#@} ;;
    *' @'*) name="${name%@*}$project${name##*@}" ;;
  esac
  case $kind:$name in
    network:--) kind=volume ;;
    volume:--) kind=image ;;
    image:*)
      # Under whatever name it was built: what runs has it.
      running=$(docker ps -a --filter "label=com.docker.compose.service=${name%% *}" --format "{{.ID}} $folder_label" | only_here | head -n 1)
      if [ -n "$running" ] || found image "${name#* }" '{{.Id}}'; then printf 'built=%s\n' "${name%% *}"; fi
      ;;
    *)
      found "$kind" "$name" '{{json .}}' || continue
      printf '%s=%s\n' "$kind" "$answer"
      docker ps -a --filter "$kind=$name" --format "user=$kind $name|{{.Label \"com.docker.compose.project\"}}|{{.Names}}" || exit 70
      ;;
  esac
done

if [ -s "$kit/current" ]; then
  live=$kit/releases/$(cat "$kit/current")
  sed 's/^/recorded=/' "$live/resources" 2>/dev/null
  sed 's/^/service=/' "$live/services" 2>/dev/null
  ids=$(docker ps -a --format "{{.ID}} $folder_label") || exit 70
  ids=$(printf '%s\n' "$ids" | only_here)
  # shellcheck disable=SC2086 # one word an id
  [ -z "$ids" ] || docker inspect --format 'mounts={{index .Config.Labels "com.docker.compose.service"}}|{{range .Mounts}}{{or .Name .Source}},{{end}}' $ids || exit 70
fi
echo end=yes
