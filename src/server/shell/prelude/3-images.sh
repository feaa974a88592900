# Images: of the release, and of what ran before for as long as it may be needed again.

# The registry's account, which is there as long as this program: what is restored may have to be pulled again.
forget_credentials() { rm -rf "$folder/docker"; }

# Replaces its subshell, so that ending the subshell ends the pull.
docker_pull() {
  if [ -n "$2" ]; then exec docker --config "$folder/docker" pull -q "$1"; fi
  exec docker pull -q "$1"
}

# pull IMAGE [account]: an image that is here already is not asked for; `account` stands for the
# uploaded login, else the server's own counts.
pull() {
  docker image inspect "$1" >/dev/null 2>&1 || pull_anew "$@"
}

# need_image IMAGE: Compose never pulls it, so nobody does.
need_image() {
  docker image inspect "$1" >/dev/null 2>&1 || because image-pull-failed image "$1" message 'its pull_policy is never, and it is not on the server'
}

# pull_anew IMAGE [account]: whether it is here or not.
pull_anew() {
  leave_room
  rm -f "$folder/no-room"
  for pause in 2 5 0; do
    message=$(bounded_client "$pull_timeout" docker_pull "$1" "${2:-}" 2>&1) && room_floor='' && return 0
    [ ! -e "$folder/no-room" ] || break
    # Waiting can't mend these.
    case $message in *denied* | *unauthorized* | *'no basic auth'* | *'not found'* | *'no space left'* | *'manifest unknown'*) break ;; esac
    engine_answers || break
    sleep "$pause"
  done
  room_left=$room_floor room_floor=''
  if [ -e "$folder/no-room" ]; then
    because disk-full message "The pull of $1 was ended when $((room_left / 1024)) MB were left in $room_root: what runs writes there, too"
  else
    printf '%s\n' "$message" | log_lines "docker pull $1"
    because image-pull-failed image "$1" message "$(printf '%s\n' "$message" | tail -n 1)"
  fi
}

# leave_room: a pull must not fill the disk to which what runs writes. How much it needs nobody knows before: layers that are
# here already are not sent again. Sets `room_floor`, the kilobytes that it leaves; empty where the engine's folder can't be seen.
leave_room() {
  room_root=$(docker info --format '{{.DockerRootDir}}' 2>/dev/null)
  room_floor=$(free_room)
  [ -n "$room_floor" ] || return 0
  room_floor=$((room_floor / 4))
  [ "$room_floor" -le 262144 ] || room_floor=262144
}

free_room() { [ -z "$room_root" ] || df -Pk "$room_root" 2>/dev/null | awk 'NR == 2 { print $4 }'; }

watch_room() { [ "$(free_room)" -ge "$room_floor" ] 2>/dev/null || { mark "$folder/no-room" && return 1; }; }

# hold_images FOLDER: the images of what runs and of the release survive `docker image prune --all`, since a container is
# made of each, which is never started. FOLDER/images tells how what runs gets its own again.
hold_images() {
  mark "$1/images" || return 1
  cut -d '|' -f 3 "$1/inventory" | sort -u | while IFS= read -r image; do
    if ! digests=$(docker image inspect --format '{{range .RepoDigests}}{{.}} {{end}}' "$image" 2>/dev/null); then
      event note title 'An image of what runs is gone' text "Of $(services_of "$image" "$1"): if this deploy fails, it can only be started again while its container is there."
      continue
    fi
    [ -n "$digests" ] || event say text "The image of $(services_of "$image" "$1") ($(printf '%s' "$image" | cut -c 8-19)) is in no registry: once somebody removes it from this server, nothing can bring it back"
    printf '%s %s\n' "$image" "${digests%% *}"
    hold "$image"
  done >"$1/images"
  cut -d ' ' -f 2 "$folder/images.list" | sort -u | while IFS= read -r reference; do
    if image=$(docker image inspect --format '{{.Id}}' "$reference" 2>/dev/null); then hold "$image"; fi
  done
}

services_of() { awk -F'|' -v image="$1" '$3 == image && !seen[$1]++ { printf "%s%s", sep, $1; sep = ", " }' "$2/inventory"; }

# hold IMAGE: by its id. The labels of an image that Compose has built are those of a project's container, and its
# volumes would be made for each container.
hold() {
  holder=deploy-kit-holds-$(printf '%s' "$1" | cut -c 8-19)-$(printf '%s' "$path" | cksum | cut -d ' ' -f 1)
  ! docker inspect "$holder" >/dev/null 2>&1 || return 0
  volumes=$(docker image inspect --format '{{range $place, $_ := .Config.Volumes}}--tmpfs {{$place}} {{end}}' "$1")
  # shellcheck disable=SC2086 # words
  docker create --name "$holder" --label "deploy-kit.holds=$path" --label "deploy-kit.image=$1" \
    --label com.docker.compose.project= --label com.docker.compose.service= \
    --network none $volumes "$1" nothing >/dev/null 2>"$folder/engine.log" </dev/null ||
    event note title 'An image can not be held' text "$1: $(tail -n 1 "$folder/engine.log")"
}

# let_go FOLDER...: images that neither what runs nor those folders of a release need are held no longer.
let_go() {
  cut -d '|' -f 3 "$folder/inventory" >"$folder/held" || return 0
  for kept in "$@"; do
    [ ! -e "$kept/images.list" ] || cut -d ' ' -f 2 "$kept/images.list" | sort -u | docker_each image inspect --format '{{.Id}}' 2>/dev/null
    [ ! -e "$kept/before/images" ] || cut -d ' ' -f 1 "$kept/before/images"
  done >>"$folder/held"
  docker ps -a --filter "label=deploy-kit.holds=$path" --format '{{.ID}} {{.Label "deploy-kit.image"}}' |
    while read -r id image; do grep -qxF -e "$image" "$folder/held" || docker rm "$id" >/dev/null 2>&1 </dev/null; done
}

# need_images: those of what ran before are here, under the names that they ran by.
need_images() {
  while read -r image digest; do
    if ! docker image inspect "$image" >/dev/null 2>&1 </dev/null; then
      [ -n "$digest" ] || continue
      { [ -e "$folder/docker" ] && pull "$digest" account; } || pull "$digest" || continue
    fi
    awk -F'|' -v image="$image" '$3 == image { print $7 }' "$transaction/inventory" | sort -u | while IFS= read -r reference; do
      case $reference in *@* | sha256:*) continue ;; esac
      [ "$(docker image inspect --format '{{.Id}}' "$reference" 2>/dev/null </dev/null)" = "$image" ] || docker tag "$image" "$reference" </dev/null
    done
  done <"$transaction/images"
}
