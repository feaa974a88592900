# shellcheck shell=sh
# The head of each program sets path, release, version and the like.
# shellcheck disable=SC2154
# The fixed part of every deploy program; the steps of this release stand at its end.
# POSIX sh (dash, BusyBox ash). Needs docker, flock and tar. It reports by one JSON line an event in
# events.jsonl, and leaves the server with the new release or with the one before:
#   transaction/            what was there before, kept until the release has passed
#   transaction/committed   the release has passed
# Whoever finds a transaction without `committed` restores what it holds (`recover`).
set -u
umask 022
LC_ALL=C
export LC_ALL
trap '' HUP PIPE

kit=$path/.deploy-kit
folder=$kit/releases/$release
transaction=$kit/transaction
events=$folder/events.jsonl
step_title='start'
error_name='internal-error'
error_values='"message":"no step said why"'
undo=''
container_ids=''
project=''
kept_list=$folder/kept

# --- events -------------------------------------------------------------------------------------

# Standard input as the inside of JSON strings, a line each, without control characters.
json_escape() { tr -d '\000-\010\013-\037\177' | tr '\t' ' ' | sed -e 's/\\/\\\\/g' -e 's/"/\\"/g'; }

# Text as one JSON string, its line breaks as spaces.
json_string() { printf '"%s"' "$(printf '%s' "$1" | tr '\n' ' ' | json_escape)"; }

# event NAME [KEY VALUE]...: appends one event line.
event() {
  event_line="{\"at\":$(date +%s),\"event\":\"$1\""
  shift
  while [ $# -ge 2 ]; do
    event_line="$event_line,\"$1\":$(json_string "$2")"
    shift 2
  done
  printf '%s}\n' "$event_line" >>"$events"
}

# Standard input as log events of one source (a service, a command).
log_lines() {
  tail -n 200 | cut -c 1-2000 | json_escape |
    sed -e "s/^/{\"at\":$(date +%s),\"event\":\"log\",\"source\":$(json_string "$1" | sed -e 's/[\\/&]/\\&/g'),\"line\":\"/" -e 's/$/"}/' >>"$events"
}

# because ERROR [KEY VALUE]...: says why the step fails; the names are those of docs/runbook.md.
because() {
  error_name=$1
  error_values=''
  shift
  while [ $# -ge 2 ]; do
    error_values="$error_values${error_values:+,}\"$1\":$(json_string "$2")"
    shift 2
  done
  return 1
}

# finish OUTCOME LIVE [REASON]: the last event. LIVE is what runs now.
finish() {
  values="\"at\":$(date +%s),\"event\":\"end\",\"outcome\":\"$1\",\"live\":$(json_string "$2")"
  if [ "$1" != committed ] && [ "$1" != settled ]; then
    values="$values,\"step\":$(json_string "$step_title"),\"error\":\"$error_name\",\"values\":{$error_values}"
  fi
  [ $# -lt 3 ] || values="$values,\"reason\":$(json_string "$3")"
  forget_credentials
  printf '{%s}\n' "$values" >>"$events"
  exit
}

# shellcheck disable=SC2086 # `docker compose` is two words
compose() { $compose_command "$@"; }

# --- the transaction ----------------------------------------------------------------------------

journal() {
  printf '{"at":%s,"release":%s,"outcome":"%s","live":%s,"version":%s,"revision":%s,"actor":%s,"run":%s}\n' \
    "$(date +%s)" "$(json_string "$release")" "$1" "$(json_string "$2")" "$(json_string "$version")" \
    "$(json_string "$revision")" "$(json_string "$actor")" "$(json_string "$run")" >>"$kit/journal.jsonl"
}

# replace TARGET SOURCE: puts a copy of SOURCE in TARGET's place, whole or not at all.
replace() { cp -p "$2" "$1.new" && mv -f "$1.new" "$1"; }

# to_disk FILE: a power cut must not undo what later steps rely on. Older sync takes no file.
to_disk() { sync "$1" 2>/dev/null || sync; }

# bounded SECONDS COMMAND...: ends a command that does not end by itself; status 124 then.
bounded() {
  limit=$(($(date +%s) + $1))
  shift
  "$@" &
  child=$!
  while kill -0 "$child" 2>/dev/null; do
    if [ "$(date +%s)" -ge "$limit" ]; then
      kill "$child"
      sleep 2
      kill -9 "$child" 2>/dev/null
      return 124
    fi
    sleep 0.05
  done
  wait "$child"
}

current_release() { cat "$kit/current" 2>/dev/null || true; }

# take_lock SECONDS: the lock belongs to this process and its commands and ends with them.
take_lock() {
  exec 9>>"$kit/lock"
  waited=0
  until flock -n 9; do
    if [ "$waited" -ge "$1" ]; then
      because deploy-locked holder "$(cat "$kit/holder" 2>/dev/null)" seconds "$waited"
      return 1
    fi
    [ $((waited % 10)) -ne 0 ] || event waiting for "the lock, held by $(cat "$kit/holder" 2>/dev/null)"
    sleep 1
    waited=$((waited + 1))
  done
  printf '%s' "$holder" >"$kit/holder"
}

# Settles what an earlier program left when it was killed or the server went down.
recover() {
  [ -d "$transaction" ] || return 0
  interrupted=$(cat "$transaction/release")
  if [ -e "$transaction/committed" ]; then
    close_transaction "$interrupted"
    return 0
  fi
  event recover release "$interrupted"
  undo_with restore_snapshot
  restore_snapshot || return 1
  undo=''
}

# Keeps a copy of everything that the release is about to write or remove.
take_snapshot() {
  previous=$(current_release)
  rm -rf "$transaction.part"
  mkdir -m 700 "$transaction.part" || return 1
  printf '%s' "$release" >"$transaction.part/release"
  printf '%s' "$previous" >"$transaction.part/previous"
  : >"$transaction.part/gone"
  if [ -n "$previous" ] && [ -e "$kit/releases/$previous/files.list" ]; then
    grep -vxFf "$folder/files.list" "$kit/releases/$previous/files.list" >"$transaction.part/gone"
  fi
  {
    cat "$folder/files.list" "$transaction.part/gone"
    printf '%s\n' ./.env ./.deploy-kit/pins.yml
  } >"$transaction.part/written"
  while IFS= read -r file; do
    if [ -e "$path/$file" ] || [ -h "$path/$file" ]; then printf '%s\n' "$file"; fi
  done <"$transaction.part/written" >"$transaction.part/existing"
  tar -C "$path" -cf "$transaction.part/before.tar" -T "$transaction.part/existing" || return 1
  # The former release's list; without one, what Compose makes of the folder as it stands.
  if [ -n "$previous" ] && [ -e "$kit/releases/$previous/services" ]; then
    cp "$kit/releases/$previous/services" "$transaction.part/services"
  else
    (cd "$path" && compose config --services) >"$transaction.part/services" 2>/dev/null || true
  fi
  # Without containers there is nothing to start again: restoring then ends with none.
  list_containers
  set_project
  [ -z "$container_ids" ] || : >"$transaction.part/deployed"
  # What rolls is restored by its containers, which may all still run.
  printf '%s' "$rolled" >"$transaction.part/rolled"
  printf '%s' "$proxies" >"$transaction.part/proxies"
  for pair in $rolled; do containers_of "${pair%%=*}"; done >"$transaction.part/containers"
  note_restarts
  to_disk "$transaction.part/before.tar"
  mv "$transaction.part" "$transaction"
}

# Puts back what the snapshot holds and starts it.
restore_snapshot() {
  failed_services=$kit/releases/$(cat "$transaction/release")/services
  if [ ! -e "$transaction/deployed" ] && [ -e "$path/.env" ]; then
    (cd "$path" && compose down) 2>&1 | log_lines restore
  fi
  while IFS= read -r file; do
    grep -qxF -e "$file" "$transaction/existing" || rm -f "$path/$file"
  done <"$transaction/written"
  tar -C "$path" -xpof "$transaction/before.tar" || return 1
  if [ -e "$transaction/deployed" ]; then
    note_restarts
    restore_services || return 1
    remove_services "$failed_services" "$transaction/services"
    wait_healthy "$health_timeout" "$stable_seconds" || return 1
  fi
  cat "$transaction/previous" >"$kit/current.new" && mv -f "$kit/current.new" "$kit/current"
  rm -rf "$transaction"
}

# Starts what the restored files describe; what rolled rolls back first, beside what runs.
restore_services() {
  rolled=$(cat "$transaction/rolled") proxies=$(cat "$transaction/proxies")
  [ -z "$rolled" ] || roll_back || true
  compose_up restore
}

# close_transaction RELEASE: after `committed`; what was there before is kept for taking it back.
close_transaction() {
  printf '%s' "$1" >"$kit/current.new" && mv -f "$kit/current.new" "$kit/current"
  rm -rf "$kit/releases/$1/before"
  mv "$transaction" "$kit/releases/$1/before"
}

commit() {
  : >"$transaction/committed"
  to_disk "$transaction/committed"
  remove_services "$transaction/services" "$folder/services"
  close_transaction "$release"
  journal committed "$release"
  finish committed "$release"
}

# The release failed: the steps' undo commands in reverse order, then the end.
abort() {
  event failed step "$step_title" error "$error_name"
  reason=$error_name
  if [ -z "$undo" ]; then
    journal unchanged "$(current_release)"
    finish unchanged "$(current_release)"
  fi
  failed_name=$error_name failed_values=$error_values
  for command in $undo; do
    event step title 'Restore what ran before'
    if ! "$command"; then
      reason="$error_name {$error_values}"
      error_name=$failed_name error_values=$failed_values
      journal unknown ''
      finish unknown '' "$reason"
    fi
  done
  error_name=$failed_name error_values=$failed_values
  journal restored "$(current_release)"
  finish restored "$(current_release)"
}

# step TITLE COMMAND...: one step of the plan.
step() {
  step_title=$1
  shift
  step_start=$(date +%s)
  event step title "$step_title"
  "$@" || abort
  event step-done title "$step_title" seconds "$(($(date +%s) - step_start))"
}

# undo_with COMMAND: what a failure from here on has to do, before what was said earlier.
undo_with() { undo="$1 $undo"; }

# --- the steps ----------------------------------------------------------------------------------

# The registry's account, for this program's pulls alone.
forget_credentials() { rm -rf "$folder/docker"; }

# Replaces its subshell, so that ending the subshell ends the pull.
docker_pull() {
  if [ -n "$2" ]; then exec docker --config "$folder/docker" pull -q "$1"; fi
  exec docker pull -q "$1"
}

# pull IMAGE [account]: an image that is here already is not asked for; `account` stands for the
# uploaded login, else the server's own counts.
pull() {
  ! docker image inspect "$1" >/dev/null 2>&1 || return 0
  for pause in 2 5 0; do
    message=$(bounded "$pull_timeout" docker_pull "$1" "${2:-}" 2>&1) && return 0
    # Waiting can't mend these.
    case $message in *denied* | *unauthorized* | *'not found'* | *'no space left'* | *'manifest unknown'*) break ;; esac
    sleep "$pause"
  done
  printf '%s\n' "$message" | log_lines "docker pull $1"
  because image-pull-failed image "$1" message "$(printf '%s\n' "$message" | tail -n 1)"
}

# The env file of the release: what was uploaded, or else what is on the server; then our own keys.
stage_env() {
  base=$folder/env.base
  [ -e "$base" ] || base=$path/.env
  (
    umask 077
    if [ -e "$base" ]; then
      # Our own lines of an earlier release, comments included.
      sed -e '/^# deploy-kit: /d' "$base" |
        awk -F= -v keys="$managed_keys" '
          BEGIN { count = split(keys, list, " "); for (i = 1; i <= count; i++) managed[list[i]] = 1 }
          { key = $1; sub(/^[ \t]*(export[ \t]+)?/, "", key); sub(/[ \t]+$/, "", key); if (!(key in managed)) print }'
    fi >"$folder/env"
    cat "$folder/env.managed" >>"$folder/env"
    rm -f "$folder/env.base"
  )
}

# Puts the release's files, env file and pins in their places.
install_release() {
  tar -C "$folder/files" -cf "$folder/files.tar" -T "$folder/files.list" &&
    tar -C "$path" -xpof "$folder/files.tar" || return 1
  rm -f "$folder/files.tar"
  while IFS= read -r file; do rm -f "$path/$file"; done <"$transaction/gone"
  replace "$kit/pins.yml" "$folder/pins.yml" && replace "$path/.env" "$folder/env"
}

# Replaces its subshell, so that ending the subshell ends Compose.
# shellcheck disable=SC2086 # `docker compose` is two words
start_services() { cd "$path" && exec $compose_command up -d --no-build "$@"; }

# compose_up SOURCE [ARGUMENT]...: starts what the project folder describes.
compose_up() {
  compose_status=0
  source=$1
  shift
  bounded "$((health_timeout + 60))" start_services "$@" >"$folder/compose.log" 2>&1 || compose_status=$?
  log_lines "$source" <"$folder/compose.log"
  list_containers
  [ "$compose_status" -eq 0 ] || explain_compose_failure "$compose_status"
}

# A container that failed explains more than Compose's own last line.
explain_compose_failure() {
  look_at_containers || return 1
  because compose-up-failed command "$compose_command up -d" status "$1" message "$(tail -n 1 "$folder/compose.log")"
}

# `.ID`, not `.Id`: a name that the client's own type lacks makes it fall back to raw data, in which
# a container without a healthcheck is an error.
container_format='{{.ID}}|{{index .Config.Labels "com.docker.compose.service"}}|{{index .Config.Labels "com.docker.compose.oneoff"}}|{{.State.Status}}|{{if .State.Health}}{{.State.Health.Status}}{{else}}none{{end}}|{{.RestartCount}}|{{.State.ExitCode}}|{{.HostConfig.RestartPolicy.Name}}|{{.Image}}'

list_containers() { container_ids=$(cd "$path" && compose ps -a -q 2>/dev/null); }

# Compose's name for the project, as its containers carry it; empty while it has none.
set_project() {
  [ -n "$project" ] || project=$(cd "$path" && compose ps -a -q 2>/dev/null | head -n 1 |
    xargs -r docker inspect --format '{{index .Config.Labels "com.docker.compose.project"}}')
}

# containers_of SERVICE [FILTER]...: `SERVICE ID` lines, one-off containers aside, also when no Compose
# file names the service any more.
containers_of() {
  set_project
  [ -n "$project" ] || return 0
  service=$1
  shift
  docker ps -a -q --no-trunc "$@" --filter "label=com.docker.compose.project=$project" \
    --filter "label=com.docker.compose.service=$service" --filter label=com.docker.compose.oneoff=False |
    sed "s/^/$service /"
}

# The project's containers from the engine's own data: the same over every Compose and locale.
inspect_containers() {
  [ -n "$container_ids" ] || return 0
  # shellcheck disable=SC2086 # one word an id
  docker inspect --format "$container_format" $container_ids 2>/dev/null
}

# Fails when a container has ended or is beyond hope; says which, with its last lines.
# Sets `pending` (what is not ready yet), `unchecked` (whether one has no healthcheck) and `signature`.
look_at_containers() {
  pending='' unchecked='' signature=''
  # A container that cannot be inspected is never taken for a healthy one.
  containers=$(inspect_containers) || pending=' services (not all can be inspected)'
  [ -n "$containers" ] || pending=' services (no container)'
  while IFS='|' read -r id service oneoff state health restarts exit_code policy _; do
    if [ -z "$id" ] || [ "$oneoff" = True ]; then continue; fi
    signature="$signature $id:$state:$restarts"
    case $state in
      running)
        case $health in
          healthy) ;;
          none) unchecked=yes ;;
          unhealthy)
            show_last_lines "$id" "$service"
            because container-unhealthy service "$service" seconds "$(seconds_waited)" health "$health"
            return 1
            ;;
          *) pending="$pending $service ($health)" ;;
        esac
        ;;
      exited)
        # A service that did its work and ended (a migration, an init container) is no failure.
        if [ "$exit_code" -ne 0 ] || [ "$health" != none ] || [ "$policy" = always ] || [ "$policy" = unless-stopped ]; then
          show_last_lines "$id" "$service"
          because container-exited service "$service" status "$exit_code"
          return 1
        fi
        ;;
      dead | removing)
        show_last_lines "$id" "$service"
        because container-exited service "$service" status "$exit_code"
        return 1
        ;;
      *) pending="$pending $service ($state)" ;;
    esac
    if [ "$restarts" -ge $(($(baseline_of "$id") + 3)) ]; then
      show_last_lines "$id" "$service"
      because container-restart-loop service "$service" status "$exit_code" restarts "$restarts"
      return 1
    fi
  done <<CONTAINERS
$containers
CONTAINERS
}

seconds_waited() { echo $(($(date +%s) - ${wait_start:-$(date +%s)})); }

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

show_last_lines() {
  docker logs --tail 20 "$1" 2>&1 | log_lines "$2"
  docker inspect --format '{{if .State.Health}}{{range .State.Health.Log}}{{.Output}}{{end}}{{end}}' "$1" 2>/dev/null |
    grep -v '^ *$' | tail -n 3 | log_lines "$2 (healthcheck)"
}

# wait_healthy SECONDS STABLE: every container healthy; those without a healthcheck running and
# unchanged for STABLE seconds.
wait_healthy() {
  wait_start=$(date +%s)
  stable_from=$wait_start
  last_signature='' last_line=$wait_start
  while :; do
    look_at_containers || return 1
    now=$(date +%s)
    [ "$signature" = "$last_signature" ] || stable_from=$now
    last_signature=$signature
    if [ -z "$pending" ]; then
      if [ -z "$unchecked" ] || [ $((now - stable_from)) -ge "$2" ]; then return 0; fi
    fi
    if [ $((now - wait_start)) -ge "$1" ]; then
      first=${pending:-' services (not up for long enough)'}
      first=${first# }
      service=${first%% *}
      show_last_lines "$(printf '%s\n' "$containers" | awk -F'|' -v s="$service" '$2 == s { print $1; exit }')" "$service"
      because container-unhealthy service "$service" seconds "$((now - wait_start))" health "${first#* }"
      return 1
    fi
    if [ $((now - last_line)) -ge 10 ]; then
      last_line=$now
      event waiting for "${pending:-the services to stay up}"
    fi
    sleep 0.1
  done
}

# check_images SERVICE=IMAGE...: what each container really runs, as wait_healthy saw it last, compared
# with the release.
check_images() {
  for pin in "$@"; do
    service=${pin%%=*}
    expected=$(docker image inspect --format '{{.Id}}' "${pin#*=}")
    while IFS='|' read -r _ name oneoff _ _ _ _ _ running; do
      if [ "$name" = "$service" ] && [ "$oneoff" != True ] && [ "$running" != "$expected" ]; then
        because wrong-image-running service "$service" running "$running" expected "$expected"
        return 1
      fi
    done <<CONTAINERS
$containers
CONTAINERS
  done
}

# remove_services OLD NEW: removes the containers of services that only the first list names.
remove_services() {
  [ -s "$1" ] || return 0
  grep -vxFf "$2" "$1" | while IFS= read -r service; do
    containers_of "$service" | while read -r _ id; do
      docker stop "$id" >/dev/null 2>&1 </dev/null
      docker rm -f "$id" 2>&1 </dev/null | log_lines "$service"
    done
  done
}

# --- rolling --------------------------------------------------------------------------------------
# `kept_list` holds `SERVICE ID` lines: the containers that stay. All others of a service that rolls go.

# start SERVICE...: what the rolled services need to have run before them.
start() { compose_up compose "$@"; }

# roll_up SERVICE=N...: new containers beside those that run, until N of them are kept. Never with
# `--no-deps`: Compose then takes the dependencies out of the container's identity, and the next
# `docker compose up -d` would make it anew.
roll_up() {
  services='' scales=''
  : >"$folder/present"
  : >>"$kept_list"
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
    # Each of them, or Compose would take a dependency back to the number in its file.
    scales="$scales --scale $service=$count"
  done
  [ -n "$services" ] || return 0
  # shellcheck disable=SC2086 # one word a service
  compose_up compose --no-recreate $scales $services || return 1
  for service in $services; do
    containers_of "$service" | grep -vxFf "$folder/present" >>"$kept_list"
  done
}

# wait_kept SECONDS STABLE: waits until the containers that stay are healthy.
wait_kept() {
  container_ids=$(cut -d ' ' -f 2 "$kept_list")
  wait_healthy "$1" "$2"
}

# roll_down SERVICE=N...: stops and removes the containers that do not stay, once no proxy needs them.
roll_down() {
  for pair in "$@"; do containers_of "${pair%%=*}"; done | grep -vxFf "$kept_list" >"$folder/leaving"
  if [ -s "$folder/leaving" ]; then
    reload_proxies || return 1
    # One that never came up was never sent a request.
    # shellcheck disable=SC2046 # one word an id
    case $(docker inspect --format '{{.State.Status}}' $(cut -d ' ' -f 2 "$folder/leaving") 2>/dev/null) in
      *running*) drain ;;
    esac
    # Each gets its own stop signal and grace period.
    # shellcheck disable=SC2046 # one word an id
    docker stop $(cut -d ' ' -f 2 "$folder/leaving") >/dev/null 2>&1
    # They could be told already: a proxy that can't be reloaded now finds out by itself.
    reload_proxies || true
    # shellcheck disable=SC2046 # one word an id
    docker rm -f $(cut -d ' ' -f 2 "$folder/leaving") >/dev/null 2>&1
  fi
  list_containers
  look_at_containers
}

# Both old and new answer meanwhile, so that resolvers and proxies learn of the new ones; then what an
# old container does before it stops.
drain() {
  event waiting for "proxies and resolvers to learn of the new containers ($drain_seconds s)"
  sleep "$drain_seconds"
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
      message=$(docker exec "$id" nginx -s reload 2>&1 </dev/null) && continue
      because proxy-reload-failed proxy "$service" command 'nginx -s reload' message "$(printf '%s\n' "$message" | tail -n 1)"
      return 1
    done <"$folder/proxies"
  done
}

# The containers from before that are still there stay, started again where they were stopped; what is
# missing of them comes back beside the failed ones. Then those go.
roll_back() {
  kept_list=$transaction/containers
  set_project
  for pair in $rolled; do containers_of "${pair%%=*}"; done >"$folder/present"
  grep -xFf "$folder/present" "$kept_list" >"$kept_list.new"
  mv -f "$kept_list.new" "$kept_list"
  cut -d ' ' -f 2 "$kept_list" | xargs -r docker start >/dev/null 2>&1
  # shellcheck disable=SC2086 # one word a service
  roll_up $rolled && wait_kept "$health_timeout" "$stable_seconds" && roll_down $rolled
}

# --- the ends -------------------------------------------------------------------------------------

# take_back RELEASE: a committed release is rejected after all; what ran before it comes back.
take_back() {
  rejected=$1
  if [ "$(current_release)" != "$rejected" ]; then
    because release-superseded release "$rejected" current "$(current_release)"
    return 1
  fi
  rm -f "$kit/releases/$rejected/before/committed"
  mv "$kit/releases/$rejected/before" "$transaction" || return 1
  undo_with restore_snapshot
  restore_snapshot
}

# The end of a program that only settles or takes back.
settled() {
  journal settled "$(current_release)"
  finish settled "$(current_release)"
}
