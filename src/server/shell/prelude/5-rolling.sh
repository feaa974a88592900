# Rolling.
# `kept_list` holds `SERVICE ID` lines: the containers that stay. All others of a service that rolls go.

# start SERVICE...: what the rolled services need to have run before them, to its end.
start() {
  # What is held has to stop first.
  if is_held; then return 0; fi
  start_in_order anew "$@" || return 1
  for one in "$@"; do await "$one:ended" || return 1; done
}

# roll_up SERVICE=N...: new containers beside those that run, until N of them are kept. Never with
# `--no-deps`: Compose then takes the dependencies out of the container's identity, and the next
# `docker compose up -d` would make it anew.
roll_up() {
  if is_held; then return 0; fi
  services='' scales='' known=''
  mark "$folder/present" || return 1
  if [ ! -e "$kept_list" ]; then
    mark "$kept_list" && renew_needs || return 1
  fi
  ! old_compose || drop_ended "$@"
  for pair in $rolled; do
    service=${pair%%=*}
    containers_of "$service" >>"$folder/present"
    count=$(grep -c "^$service " "$folder/present")
    case " $* " in
      *" $pair "*)
        missing=$((${pair#*=} - $(grep -c "^$service " "$kept_list")))
        if [ "$missing" -gt 0 ]; then
          services="$services $service"
          count=$((count + missing))
        fi
        ;;
    esac
    # Each that is there, or Compose would take a dependency back to the number in its file; and by its name, or
    # Compose would not know a service that the others do not depend on.
    [ "$count" -gt 0 ] || continue
    scales="$scales --scale $service=$count"
    known="$known $service"
  done
  [ -n "$services" ] || return 0
  # What is there already is not this wave's to start.
  cut -d ' ' -f 2 "$folder/present" >>"$folder/started"
  # shellcheck disable=SC2086 # one word a service
  make_beside && start_in_order there $services || return 1
  for service in $services; do
    containers_of "$service" | lines_without "$folder/present" - >>"$kept_list"
  done
}

# renew_needs: what the rolled services wait for comes before them, as this release describes it, or the new ones would
# be judged beside the former one's; not what waits for one of them itself, nor what others name (a shared namespace):
# that is made anew with these, once all is told to start.
renew_needs() {
  list_containers || return 1
  # shellcheck disable=SC2046,SC2086 # one word a service
  renewed=$(in_order $(printf '%s\n' $rolled | sed 's/=.*//') | awk -v rolled=" $rolled" -v named=" $(named_services | tr '\n' ' ')" '
    {
      waits = index(rolled, " " $1 "=") || index(named, " " $1 " ")
      for (i = 3; i <= NF; i++) {
        sub(/:[a-z]+$/, "", $i)
        if ($i in later) waits = 1
      }
      if (waits) later[$1]
      else if ($2 != "once") print $1
    }')
  # shellcheck disable=SC2086 # one word a service
  [ -z "$renewed" ] || make $renewed
}

# drop_ended SERVICE=N...: what has ended goes before the new ones come: Compose 1 starts all containers of a service.
drop_ended() {
  for pair in "$@"; do
    containers_of "${pair%%=*}" --filter status=exited | lines_without "$kept_list" - | cut -d ' ' -f 2 | docker_each rm >/dev/null 2>&1
  done
}

# The new containers of the services that roll. Compose 1 is told of one at a time: it would wait for the others.
# shellcheck disable=SC2086 # one word a service
make_beside() {
  if ! old_compose; then
    make --no-recreate $scales $known
    return
  fi
  for service in $services; do
    scale=${scales#*"--scale $service="}
    make --no-recreate --scale "$service=${scale%% *}" "$service" || return 1
  done
}

# wait_kept SECONDS STABLE: waits until the containers that stay are healthy.
wait_kept() {
  if is_held; then return 0; fi
  container_ids=$(cut -d ' ' -f 2 "$kept_list")
  wait_healthy "$1" "$2"
}

# roll_down SERVICE=N...: stops and removes the containers that do not stay, once no proxy needs them.
roll_down() {
  if is_held; then return 0; fi
  wait_start=''
  for pair in "$@"; do containers_of "${pair%%=*}"; done | lines_without "$kept_list" - >"$folder/leaving"
  if [ -s "$folder/leaving" ]; then
    # Containers that never came up have no requests to finish, and no proxy should learn of them now.
    # shellcheck disable=SC2046 # one word an id
    case $(docker inspect --format '{{.State.Status}}' $(cut -d ' ' -f 2 "$folder/leaving") 2>/dev/null) in
      *running*)
        reload_proxies || return 1
        drain
        ;;
    esac
    # shellcheck disable=SC2046 # one word an id
    stop_containers $(cut -d ' ' -f 2 "$folder/leaving") >/dev/null 2>&1
    # They could be told already: a proxy that can't be reloaded now finds out by itself.
    reload_proxies || true
    # shellcheck disable=SC2046 # one word an id
    docker rm -f $(cut -d ' ' -f 2 "$folder/leaving") >/dev/null 2>&1
  fi
  # The others have their turn yet: what was unwell before may be made anew.
  container_ids=$(cut -d ' ' -f 2 "$kept_list")
  look_at_containers
}

# Both old and new answer meanwhile, so that resolvers and proxies learn of the new ones; then what an
# old container does before it stops.
drain() {
  drained=0
  while [ "$drained" -lt "$drain_seconds" ]; do
    [ $((drained % 10)) -ne 0 ] || event waiting for "proxies and resolvers to learn of the new containers ($drained s of $drain_seconds s)"
    sleep 1
    drained=$((drained + 1))
  done
  while read -r service id; do
    [ -e "$folder/pre-stop/$service" ] || continue
    bounded "$hook_timeout" in_container "$id" "$folder/pre-stop/$service" 2>&1 | log_lines "$service (pre-stop)"
  done <"$folder/leaving"
}

# in_container ID SCRIPT: replaces its subshell, so that ending the subshell ends the script.
in_container() { exec docker exec -i "$1" sh -s <"$2"; }

# Proxies that resolve names when they read their configuration read it again.
reload_proxies() {
  for service in $proxies; do
    containers_of "$service" --filter status=running >"$folder/proxies"
    while read -r service id; do
      config=$(argument_of "$id" -c </dev/null)
      message=$(docker exec "$id" nginx ${config:+-c "$config"} -s reload 2>&1 </dev/null) && continue
      because proxy-reload-failed proxy "$service" command 'nginx -s reload' message "$(printf '%s\n' "$message" | tail -n 1)"
      return 1
    done <"$folder/proxies"
  done
}

# argument_of ID OPTION: what the container was started with after that option.
argument_of() { docker inspect --format '{{range .Args}}{{println .}}{{end}}' "$1" | sed -n -e "/^$2\$/{n;p;}"; }

# The containers from before that are still there stay, started again where they were stopped; what is
# missing of them comes back beside the failed ones. Then those go.
roll_back() {
  kept_list=$transaction/containers
  set_project
  for pair in $rolled; do containers_of "${pair%%=*}"; done >"$folder/present"
  lines_within "$folder/present" "$kept_list" >"$kept_list.new"
  mv -f "$kept_list.new" "$kept_list"
  start_kept
  # shellcheck disable=SC2086 # one word a service
  roll_up $rolled && wait_kept "$health_timeout" "$stable_seconds" && roll_down $rolled
}

# What has run to its end is not started for having stopped; only what no try has started yet.
start_kept() {
  order_lines | awk 'NR == FNR { lasts[$1] = $2 == "lasts"; next } lasts[$1] { print $2 }' - "$kept_list" | docker_each start >/dev/null 2>&1
  cut -d ' ' -f 2 "$kept_list" | docker_each inspect --format '{{.State.Status}} {{.Id}}' | sed -n 's/^created //p' | docker_each start >/dev/null 2>&1
}
