# Blue-green: the release as a Compose project of its own beside the live one, and a proxy that is switched
# between them. The project's name is COMPOSE_PROJECT_NAME in .env and `colour` in the release's folder.

# colour_of RELEASE: its project's name; empty when it has the one that Compose gives it.
colour_of() { [ -z "$1" ] || cat "$kit/releases/$1/colour" 2>/dev/null || true; }

# name_project NAME: in the env file of this release, whose copy may belong to others too.
name_project() {
  [ -n "$1" ] || return 0
  (
    umask 077
    grep -v '^COMPOSE_PROJECT_NAME=' "$folder/env"
    printf 'COMPOSE_PROJECT_NAME=%s\n' "$1"
  ) >"$folder/env.named" && chmod 600 "$folder/env.named" && mv -f "$folder/env.named" "$folder/env"
  printf '%s' "$1" >"$folder/colour"
}

# choose_colour NAME: the project that is not live; NAME is Compose's own name for it.
choose_colour() {
  live_colour=$(colour_of "$(current_release)")
  # Also one whose name only looks like a colour is not taken for the new project.
  find_live || return 1
  live_colour=${live_colour:-$project}
  case $live_colour in
    *-blue) name_project "${live_colour%-blue}-green" ;;
    *-green) name_project "${live_colour%-green}-blue" ;;
    *) name_project "$1-blue" ;;
  esac
  # In vain once everything has started: so before.
  find_proxy_file "$folder"
  can_write_front || because proxy-file-not-writable file "$proxy_file" || return 1
  front_runs "$folder" || because proxy-not-running container "$(cat "$folder/proxy/container")"
}

can_write_front() {
  if [ -e "$proxy_file" ]; then
    [ ! -d "$proxy_file" ] && [ -w "$proxy_file" ]
  else
    mkdir -p "$(dirname "$proxy_file")" 2>/dev/null && [ -w "$(dirname "$proxy_file")" ]
  fi
}

# front_runs FOLDER: whether the proxy of that release can be told; a script finds out by itself.
front_runs() {
  [ ! -e "$1/proxy/container" ] || [ "$(docker inspect --format '{{.State.Running}}' "$(cat "$1/proxy/container")" 2>/dev/null)" = true ]
}

# find_proxy_file FOLDER: what the proxy reads, as that release was told.
find_proxy_file() {
  proxy_file=$(cat "$1/proxy/file")
  # shellcheck disable=SC2088 # a tilde that arrived as text
  case $proxy_file in
    /*) ;;
    '~/'*) proxy_file=$HOME/${proxy_file#'~/'} ;;
    *) proxy_file=$path/$proxy_file ;;
  esac
}

# What a restore needs: the proxy's file, and which project goes.
snapshot_proxy() {
  find_proxy_file "$folder"
  [ ! -e "$proxy_file" ] || cp -p "$proxy_file" "$1/proxy.before" || return 1
  cp "$folder/colour" "$1/colour"
}

# switch_proxy: to this project's containers.
switch_proxy() {
  set_project || return 1
  docker ps -q --filter "label=com.docker.compose.project=$project" --filter label=com.docker.compose.oneoff=False |
    docker_each inspect --format '{{index .Config.Labels "com.docker.compose.service"}} {{.Name}}' |
    sed 's| /| |' | sort >"$folder/upstreams"
  # Without any, awk would take the template for the list.
  if [ ! -s "$folder/upstreams" ]; then
    because container-exited service 'of the release' status 'unknown: none of them runs'
    return 1
  fi
  # A line with {{SERVICE:PORT}} stands once for each container of the service.
  awk '
    NR == FNR { names[$1] = names[$1] " " $2; next }
    match($0, /[{][{][ ]*[^ {}:]+:[0-9]+[ ]*[}][}]/) {
      head = substr($0, 1, RSTART - 1)
      inner = substr($0, RSTART + 2, RLENGTH - 4)
      tail = substr($0, RSTART + RLENGTH)
      gsub(/ /, "", inner)
      split(inner, parts, ":")
      count = split(names[parts[1]], list, " ")
      if (count == 0) exit 1
      for (i = 1; i <= count; i++) print head list[i] ":" parts[2] tail
      next
    }
    { print }' "$folder/upstreams" "$folder/proxy/template" >"$folder/proxy.rendered" || {
    because internal-error message 'a service of proxy-template has no container'
    return 1
  }
  find_proxy_file "$folder"
  # From here on the proxy may lead to this release.
  mark "$transaction/switched" || return 1
  write_in_place "$folder/proxy.rendered" && reload_front "$folder"
}

# leave_blue_green: a release that switches no proxy must not take away the containers that one leads to by their names.
leave_blue_green() {
  if [ -e "$folder/proxy" ] || [ -z "$previous" ] || [ ! -e "$kit/releases/$previous/proxy/file" ]; then return 0; fi
  find_proxy_file "$kit/releases/$previous"
  if ! grep -qF -e "$project-" -e "${project}_" "$proxy_file" 2>/dev/null; then return 0; fi
  because blue-green-left file "$proxy_file" project "$project"
}

# write_in_place SOURCE: a container that mounts the file alone sees only what is written into it.
write_in_place() {
  cat "$1" >"$proxy_file" && return 0
  because proxy-file-not-writable file "$proxy_file"
}

# reload_front FOLDER: makes the proxy read its file, as that release was told.
reload_front() {
  reload_status=0
  bounded "$hook_timeout" run_reload "$1" >"$folder/proxy.log" 2>&1 || reload_status=$?
  log_lines proxy <"$folder/proxy.log"
  [ "$reload_status" -ne 0 ] || return 0
  because proxy-reload-failed proxy "$proxy_file" command "$(cat "$1/proxy/reload" 2>/dev/null || echo "docker exec $(cat "$1/proxy/container")")" message "$(tail -n 1 "$folder/proxy.log")"
}

# Replaces its subshell, so that ending the subshell ends it.
run_reload() {
  cd "$path" || return 1
  [ ! -e "$1/proxy/reload" ] || exec setsid sh -eu "$1/proxy/reload"
  front=$(cat "$1/proxy/container")
  if docker exec "$front" nginx -v >/dev/null 2>&1; then
    # A configuration with an error must not be what nginx finds at its next start.
    config=$(argument_of "$front" -c)
    docker exec "$front" nginx ${config:+-c "$config"} -t && exec docker exec "$front" nginx ${config:+-c "$config"} -s reload
  elif docker exec "$front" caddy version >/dev/null 2>&1; then
    # What it was started with; the official image's own file where it was not said.
    config=$(argument_of "$front" --config)
    config=${config:-$(argument_of "$front" -c)}
    exec docker exec "$front" caddy reload --config "${config:-/etc/caddy/Caddyfile}"
  else
    echo "neither nginx nor Caddy answers in the container $front"
    return 1
  fi
}

# restore_proxy: back to what runs now; then the project that failed goes.
restore_proxy() {
  [ -e "$transaction/colour" ] || return 0
  find_proxy_file "$failed_release"
  # What runs again must not be stopped by the one that waited to do so.
  rm -f "$kit/warm"
  if [ -e "$transaction/switched" ]; then
    if [ -e "$transaction/proxy.before" ]; then
      write_in_place "$transaction/proxy.before" || return 1
    else
      rm -f "$proxy_file"
    fi
    # Before the first release nothing served: a proxy that is not there yet must not stand in the way.
    # One that does not run reads the file when it starts.
    ! front_runs "$failed_release" || reload_front "$failed_release" || [ ! -s "$transaction/inventory" ] || return 1
    rm -f "$transaction/switched"
    sleep "$drain_seconds" 8>&- 9>&-
  fi
  failed_colour=$(cat "$transaction/colour")
  [ "$failed_colour" = "$(cat "$transaction/project")" ] || remove_project "$failed_colour"
}

# remove_project NAME: its containers and networks; never a volume, nor what a person runs in it (`docker compose run`).
remove_project() {
  set -- "$1" --filter "label=com.docker.compose.project=$1" --filter label=com.docker.compose.oneoff=False
  # shellcheck disable=SC2046 # one word an id
  stop_containers $(docker ps -q "$2" "$3" "$4" "$5")
  docker ps -a -q "$2" "$3" "$4" "$5" | docker_each rm -f
  docker network ls -q --filter "label=com.docker.compose.project=$1" | docker_each network rm
} >/dev/null 2>&1 </dev/null

# remove_former NAME LIST: the containers of those services of a project.
remove_former() {
  [ -s "$2" ] || return 0
  while IFS= read -r service; do
    docker ps -a -q --filter "label=com.docker.compose.project=$1" --filter "label=com.docker.compose.service=$service" |
      while read -r id; do
        stop_containers "$id"
        docker rm -f "$id"
      done
  done <"$2"
} >/dev/null 2>&1 </dev/null

# keep_warm: the project from before stays up for a while, so that going back takes no start.
keep_warm() {
  [ -e "$transaction/colour" ] && [ -s "$transaction/project" ] || return 0
  printf '%s\n%s\n%s\n' "$(cat "$transaction/project")" "$release" "$previous" >"$kit/warm.new" && mv -f "$kit/warm.new" "$kit/warm"
}

# say_what_stays: before the first release it is not ours to remove, but runs on beside it.
say_what_stays() {
  if [ ! -e "$transaction/colour" ] || [ -n "$previous" ] || [ -z "$(ran_before 1)" ]; then return 0; fi
  event note title 'What was started by hand still runs' text "The project $(cat "$transaction/project") serves no more, but its containers go on. Once nothing needs them: docker compose -p $(cat "$transaction/project") down"
}

# Waits until the time is over, without the locks of this program.
start_cooling() {
  [ -s "$kit/warm" ] || return 0
  (
    exec 8>&- 9>&-
    exec 7<"$kit/warm"
    flock -n 7 || exit
    # A sleep that outlives this shell must not look like one that still waits.
    sleep "$keep_warm_seconds" 7<&-
    exec 9>>"$kit/lock"
    flock 9
    # Another deploy may have taken it up again.
    [ "$(sed -n 2p "$kit/warm" 2>/dev/null)" != "$release" ] || cool_down
  ) >/dev/null 2>&1 &
}

# cool_down: what was kept warm goes, unless it is live again.
cool_down() {
  warm_project=$(sed -n 1p "$kit/warm")
  warm_release=$(sed -n 3p "$kit/warm")
  if [ "$warm_project" = "$(colour_of "$(current_release)")" ]; then
    :
  elif [ "$warm_project" = "$(colour_of "$warm_release")" ]; then
    remove_project "$warm_project"
  else
    # A project with a name of its own may hold more than what we have put there.
    remove_former "$warm_project" "$kit/releases/$warm_release/services"
  fi
  # Whoever comes next tries again.
  engine_answers || return 1
  rm -f "$kit/warm"
}

# Nobody waits any more where a reboot or a kill ended the one that did.
forget_warm() {
  [ -e "$kit/warm" ] && flock -n "$kit/warm" true || return 0
  cool_down
}
