# The containers: starting them, and whether they are healthy.

# compose_up SOURCE [ARGUMENT]...: starts what the project folder describes.
compose_up() {
  source=$1
  shift
  up_logged "$source" -d "$@" && list_containers
}

# up_logged SOURCE ARGUMENT...: `compose up` with these.
up_logged() {
  # What is done to containers from here on is our own doing.
  wait_start=''
  compose_status=0
  source=$1
  shift
  set_start_limit
  # What ran before starts from the images that it had, whatever its `pull_policy` says.
  if [ -n "$putting_back" ] && can_keep_images; then set -- --pull missing "$@"; fi
  bounded_client "$start_limit" call_compose "$compose_words" up --no-build "$@" >"$folder/compose.log" 2>&1 || compose_status=$?
  log_lines "$source" <"$folder/compose.log"
  [ "$compose_status" -eq 0 ] || explain_compose_failure "$compose_status"
}

# can_keep_images: whether this Compose can be told to pull nothing that is there. Version 1 never does.
can_keep_images() { ! old_compose && compose up --help 2>/dev/null | grep -q -e ' --pull '; }

# A container that failed explains more than Compose's own last line.
explain_compose_failure() {
  list_containers || return 1
  look_at_containers || return 1
  if [ "$1" -eq 124 ]; then
    because compose-up-timeout command "$compose_command up -d" limit "$start_limit" health-timeout "$health_timeout" \
      waits "$limit_waits" stops "$limit_stops" message "$(tail -n 1 "$folder/compose.log")"
    return 1
  fi
  because compose-up-failed command "$compose_command up -d" status "$1" message "$(tail -n 1 "$folder/compose.log")"
}

# `.ID`, not `.Id`: a name that the client's own type lacks makes it fall back to raw data, in which
# a container without a healthcheck is an error.
container_format='{{.ID}}|{{index .Config.Labels "com.docker.compose.service"}}|{{index .Config.Labels "com.docker.compose.oneoff"}}|{{.State.Status}}|{{if .State.Health}}{{.State.Health.Status}}{{else}}none{{end}}|{{.RestartCount}}|{{.State.ExitCode}}|{{.HostConfig.RestartPolicy.Name}}|{{.State.StartedAt}}|{{.Image}}|{{len .HostConfig.PortBindings}}'

# without_aside: of ids on standard input those that have not made way for the release.
without_aside() {
  if [ -n "$putting_back" ] || [ ! -e "$transaction/made-way" ]; then
    cat
    return
  fi
  cut -d ' ' -f 2 "$transaction/made-way" >"$folder/aside"
  lines_without "$folder/aside" -
}

# list_containers: those of the project, in `container_ids`.
list_containers() {
  container_ids=''
  set_project || return 1
  [ -n "$project" ] || return 0
  containers_with "com.docker.compose.project=$project" || return 1
  container_ids=$(printf '%s\n' "$answer" | without_aside)
  set_judged
}

# Compose's name for the project, as its containers carry it; empty while it has none.
set_project() {
  [ -z "$project" ] || return 0
  if ! first_container=$(cd "$path" && compose ps -a -q 2>"$folder/engine.log"); then
    because compose-file-invalid file "$path/compose.yml" message "$(tail -n 1 "$folder/engine.log")"
    return 1
  fi
  [ -n "$first_container" ] || return 0
  ask_engine inspect --format '{{index .Config.Labels "com.docker.compose.project"}}' "$(printf '%s\n' "$first_container" | head -n 1)" || return 1
  project=$answer
}

# containers_of SERVICE [FILTER]...: `SERVICE ID` lines, one-off containers aside, also when no Compose
# file names the service any more.
containers_of() {
  set_project || return 1
  [ -n "$project" ] || return 0
  service=$1
  shift
  docker ps -a -q --no-trunc "$@" --filter "label=com.docker.compose.project=$project" \
    --filter "label=com.docker.compose.service=$service" --filter label=com.docker.compose.oneoff=False |
    without_aside | sed "s/^/$service /"
}

# The project's containers from the engine's own data: the same over every Compose and locale.
inspect_containers() {
  [ -n "$container_ids" ] || return 0
  # shellcheck disable=SC2086 # one word an id
  docker inspect --format "$container_format" $container_ids 2>/dev/null
}

# Fails when one that is judged has ended or is beyond hope; says which, with its last lines.
# Sets `pending` (what is not ready yet), `unchecked` (the services without a healthcheck) and `signature`.
look_at_containers() {
  pending='' unchecked='' signature=''
  # A container that cannot be inspected is never taken for a healthy one.
  containers=$(inspect_containers) || {
    foreign=$(done_by_others)
    case $foreign in removed\ *) because container-disturbed service "${foreign#* }" what removed; return 1 ;; esac
    pending=' services (not all can be inspected)'
  }
  containers=$(printf '%s\n' "$containers" | judged_only)
  [ -n "$containers" ] || [ "$judged" = '- ' ] || pending=' services (without a container)'
  engine_answers || return 1
  while IFS='|' read -r id service oneoff state health restarts exit_code policy started _ ports; do
    if [ -z "$id" ] || [ "$oneoff" = True ]; then continue; fi
    signature="$signature $id:$state:$started"
    case $state in
      running)
        case $health in
          healthy) ;;
          none) unchecked="$unchecked $service" ;;
          unhealthy)
            if ! may_end "$service"; then
              show_unwell
              blame "$id" "$service" container-unhealthy service "$service" seconds "$(seconds_waited)" health "$health"
              return 1
            fi
            pending="$pending $service ($health)"
            ;;
          *) pending="$pending $service ($health)" ;;
        esac
        ;;
      exited)
        if ! ended_well "$service" "$exit_code" "$policy" "$ports"; then
          show_unwell
          blame "$id" "$service" container-exited service "$service" status "$exit_code"
          return 1
        fi
        ;;
      dead | removing)
        show_unwell
        blame "$id" "$service" container-exited service "$service" status "$exit_code"
        return 1
        ;;
      *) pending="$pending $service ($state)" ;;
    esac
    if [ "$restarts" -ge $(($(baseline_of "$id") + 3)) ]; then
      show_unwell
      because container-restart-loop service "$service" status "$exit_code" restarts "$restarts"
      return 1
    fi
  done <<CONTAINERS
$containers
CONTAINERS
}

# ended_well SERVICE STATUS POLICY PORTS: it did its work and ended (a migration, an init container). Its image's
# healthcheck is for other containers of it. Unless others wait for its end, what is to serve, or ran when the release
# began, must not end.
ended_well() {
  if [ "$2" -eq 0 ] && [ "$(kind_of "$1")" = once ]; then return 0; fi
  if [ "$2" -ne 0 ] || [ "$3" = always ] || [ "$3" = unless-stopped ] || [ "$4" -gt 0 ]; then return 1; fi
  ! grep -qxF -e "$1" "$transaction/ran" 2>/dev/null
}

# may_end SERVICE: one that is at work still and may end well, whatever its image's healthcheck says of it.
may_end() {
  case $(kind_of "$1") in
    once) return 0 ;;
    ends) ! grep -qxF -e "$1" "$transaction/ran" 2>/dev/null ;;
    *) return 1 ;;
  esac
}

# The first service that was started again; where none was, those that have no healthcheck.
restarted_service() {
  printf '%s\n' "$containers" | while IFS='|' read -r id service _ _ _ restarts _; do
    if [ -n "$id" ] && [ "$restarts" -gt "$(baseline_of "$id")" ]; then
      printf '%s' "$service"
      break
    fi
  done | grep . || printf '%s' "${unchecked# }"
}

# id_of SERVICE: its container, as it was seen last; the first of several.
id_of() { printf '%s\n' "$containers" | awk -F'|' -v service="$1" '$2 == service { print $1; exit }'; }

seconds_waited() { echo $(($(uptime) - ${wait_start:-$(uptime)})); }

# A container that this deploy did not touch may have restarted long ago: only new restarts count.
baseline_of() {
  case " ${restart_baseline:-} " in
    *" $1="*) printf '%s' "${restart_baseline#*"$1="}" | sed 's/ .*//' ;;
    *) echo 0 ;;
  esac
}

# Remembers the restart counts of what runs before the switch.
note_restarts() {
  restart_baseline=$(inspect_containers | awk -F'|' '{ printf "%s=%s ", $1, $6 }')
}

# The last lines of every container that is not well: the one that is named may suffer from another.
show_unwell() {
  printf '%s\n' "$containers" | while IFS='|' read -r id service oneoff state health restarts exit_code policy _ _ ports; do
    if [ -z "$id" ] || [ "$oneoff" = True ]; then continue; fi
    case $state:$health:$exit_code in
      running:healthy:* | running:none:*) [ "$restarts" -gt "$(baseline_of "$id")" ] || continue ;;
      exited:*:0) ! ended_well "$service" 0 "$policy" "$ports" || continue ;;
    esac
    show_last_lines "$id" "$service"
  done
}

show_last_lines() {
  docker logs --tail 20 "$1" 2>&1 | log_lines "$2"
  docker inspect --format '{{if .State.Health}}{{range .State.Health.Log}}{{.Output}}{{end}}{{end}}' "$1" 2>/dev/null |
    grep -v '^ *$' | tail -n 3 | log_lines "$2 (healthcheck)"
}

# wait_healthy SECONDS STABLE: every container healthy; those without a healthcheck running and
# unchanged for STABLE seconds.
wait_healthy() {
  wait_start=$(uptime)
  stable_from=$wait_start
  last_signature='' last_line=$wait_start
  while :; do
    look_at_containers || return 1
    now=$(uptime)
    [ "$signature" = "$last_signature" ] || stable_from=$now
    last_signature=$signature
    if [ -z "$pending" ]; then
      if [ -z "$unchecked" ] || [ $((now - stable_from)) -ge "$2" ]; then return 0; fi
    fi
    if [ $((now - wait_start)) -ge "$1" ]; then
      show_unwell
      if [ -z "$pending" ]; then
        disturbed=$(restarted_service)
        blame "$(id_of "$disturbed")" "$disturbed" container-not-steady service "$disturbed" seconds "$((now - wait_start))" stable "$2"
        return 1
      fi
      first=${pending# }
      health=${first#*\(}
      blame "$(id_of "${first%% *}")" "${first%% *}" container-unhealthy service "${first%% *}" seconds "$((now - wait_start))" health "${health%%)*}"
      return 1
    fi
    if [ $((now - last_line)) -ge 10 ]; then
      last_line=$now
      event waiting for "${pending:-the services to stay up}"
    fi
    look_later "$wait_start"
  done
}

# wait_urls SECONDS URL...: until each answers without an error status.
wait_urls() {
  url_limit=$(($(uptime) + $1))
  url_start=$(uptime)
  shift
  for url in "$@"; do
    until message=$(ask_url "$url" 2>&1); do
      # A container that ends meanwhile explains more.
      look_at_containers || return 1
      if [ "$(uptime)" -ge "$url_limit" ]; then
        because health-url-failed url "$url" seconds "$(($(uptime) - url_start))" message "$(printf '%s\n' "$message" | tail -n 1)"
        return 1
      fi
      sleep 0.5
    done
  done
}

ask_url() {
  if command -v curl >/dev/null 2>&1; then
    curl -g -sS -f -o /dev/null --max-time 5 "$1"
  else
    # BusyBox's own limit (-T) ends wget itself in some versions.
    bounded 5 ask_with_wget "$1"
  fi
}

# Replaces its subshell, so that ending the subshell ends it.
ask_with_wget() { exec wget -q -O /dev/null "$1"; }

# check_images SERVICE=IMAGE...: what each container really runs, as wait_healthy saw it last, compared
# with the release.
check_images() {
  expected=$(for pin in "$@"; do printf '%s\n' "${pin#*=}"; done | docker_each image inspect --format '{{.Id}}' 2>&1) || {
    because docker-not-running message "$(printf '%s\n' "$expected" | tail -n 1)"
    return 1
  }
  wrong=$({
    for pin in "$@"; do printf 'pin|%s\n' "${pin%%=*}"; done
    printf '%s\n' "$expected" | sed 's/^/expected|/'
    printf '%s\n' "$containers"
  } | awk -F'|' '
    $1 == "pin" { service[++pins] = $2; next }
    $1 == "expected" { image[service[++images]] = $2; next }
    $2 in image && $3 != "True" && $10 != image[$2] { print $2 "|" $10 "|" image[$2]; exit }')
  [ -n "$wrong" ] || return 0
  running=${wrong#*|}
  because wrong-image-running service "${wrong%%|*}" running "${running%|*}" expected "${running#*|}"
}

# remove_services OLD NEW [keep]: removes the containers of services that only the first list names. With `keep` one that
# has a volume without a name is only stopped: nothing else leads to what is in there.
remove_services() {
  [ -s "$1" ] || return 0
  lines_without "$2" "$1" | while IFS= read -r service; do
    containers_of "$service" | while read -r _ id; do
      stop_containers "$id" >/dev/null 2>&1
      if [ "${3:-}" = keep ] && has_unnamed_volume "$id"; then
        # Else a restart of the engine would start it.
        docker update --restart no "$id" >/dev/null 2>&1 </dev/null
        event say text "Service $service is not in the release any more. Its container $(printf '%s' "$id" | cut -c 1-12) is stopped and stays, since it has a volume without a name; to give that up: docker rm -v $(printf '%s' "$id" | cut -c 1-12)"
        continue
      fi
      docker rm -f "$id" 2>&1 </dev/null | log_lines "$service"
    done
  done
}

# has_unnamed_volume ID
has_unnamed_volume() {
  docker inspect --format '{{range .Mounts}}{{println .Name}}{{end}}' "$1" 2>/dev/null </dev/null | grep -qx '[0-9a-f]\{64\}'
}
