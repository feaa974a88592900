# Starting in the order of the project's dependencies. Compose starts again what has run to its end each time that
# something which waits for it is brought up: where it is called more than once, it only makes the containers
# (`--no-start` keeps their identity as `up -d` would give it), and they are started here, each once.

# bring_up [ARGUMENT]...: starts all that the project folder describes. One `up -d` where it is the only one. Where
# something has rolled, Compose 2 would also make anew what depends on a service that is recreated.
bring_up() {
  if is_held; then
    bring_up_beside || return 1
  elif [ -n "$rolled" ] || [ -s "$folder/started" ]; then
    up_words=$*
    start_all || return 1
    up_words=''
  else
    compose_up compose "$@" || return 1
  fi
  renew_bound
}

start_all() {
  all_services=$(order_lines | cut -d ' ' -f 1)
  if [ -z "$all_services" ]; then
    compose_up compose
    return
  fi
  # shellcheck disable=SC2086 # one word a service
  start_in_order anew $all_services || return 1
  list_containers
}

# The services in their order, `SERVICE KIND DEPENDENCY:CONDITION...` each; those of a release without that list as if
# none waited for another.
order_lines() {
  order_folder=$folder
  [ -z "$putting_back" ] || order_folder=$kit/releases/$(cat "$transaction/previous")
  if [ -e "$order_folder/order" ]; then
    cat "$order_folder/order"
  else
    order_folder=$folder
    [ -z "$putting_back" ] || order_folder=$transaction
    sed 's/$/ lasts/' "$order_folder/services" 2>/dev/null
  fi
}

kind_of() { order_lines | awk -v service="$1" '$1 == service { print $2 }'; }

# in_order SERVICE...: their lines, with those of what they wait for.
in_order() {
  order_lines | awk -v wanted=" $* " '
    { line[NR] = $0 }
    END {
      for (i = NR; i > 0; i--) {
        count = split(line[i], words, " ")
        if (!index(wanted, " " words[1] " ")) continue
        picked[i] = 1
        for (k = 3; k <= count; k++) {
          sub(/:[a-z]+$/, "", words[k])
          wanted = wanted words[k] " "
        }
      }
      for (i = 1; i <= NR; i++) if (i in picked) print line[i]
    }'
}

# start_in_order anew|there SERVICE...: starts these and what they wait for, each once its dependencies are as it wants
# them. `anew`: each is first made as the project folder describes it now.
start_in_order() {
  start_how=$1
  shift
  # Not on standard input, which commands within would read.
  in_order "$@" >"$folder/starting" && [ -r "$folder/starting" ] || return 1
  exec 6<"$folder/starting"
  while IFS=' ' read -r next_service next_kind next_needs <&6; do
    start_next 6<&- || return 1
  done
  exec 6<&-
}

start_next() {
  if [ "$start_how" = anew ]; then
    # What has rolled is new already.
    if [ -n "$putting_back" ] || ! has_rolled "$next_service"; then make "$next_service" || return 1; fi
  elif [ -z "$(containers_of "$next_service")" ]; then
    make --no-recreate "$next_service" || return 1
  fi
  # Here, or each of the subshells below would ask anew.
  set_project || return 1
  for need in $next_needs; do
    await "$need" || pass_over "$need" || return 1
  done
  # In a restore only what was made anew for it: the container of before has done its work.
  if [ "$next_kind" != lasts ] && [ -n "$putting_back" ]; then
    start_containers "$next_service" --filter status=created
  else
    start_containers "$next_service" --filter status=created --filter status=exited
  fi
}

has_rolled() { case " $rolled " in *" $1="*) return 0 ;; *) return 1 ;; esac; }

# pass_over SERVICE:CONDITION: what ran before must not stay away because another of it is not well, or because what
# runs to its end once fails on what the failed release has made of its data.
pass_over() {
  [ -n "$putting_back" ] || return 1
  case " ${passed_over:-} " in *" $1 "*) return 0 ;; esac
  passed_over="${passed_over:-} $1"
  event note title "Service ${1%:*} is not as others want it (${1##*:})" text "It failed in the restore ($error_name). What waits for it is started all the same."
}

# make [ARGUMENT]... SERVICE: its containers, without starting them. Compose 1 would wait here for what it depends on,
# and leaves that out of a container's identity anyway.
# shellcheck disable=SC2086 # one word an argument
make() {
  old_compose && set -- --no-deps "$@"
  up_logged compose --no-start ${up_words:-} "$@"
}

old_compose() {
  compose_version=${compose_version:-$(compose version --short 2>/dev/null)}
  case $compose_version in 1.*) return 0 ;; *) return 1 ;; esac
}

# start_one SERVICE ID: Compose 1 gives a container its networks but the first, and its links, only when it starts it;
# Compose 2 what no file holds.
start_one() {
  if old_compose; then
    (cd "$path" && compose start "$1")
  elif injects && ! grep -q "^$1 " "$transaction/made-way" 2>/dev/null; then
    # Not what it depends on, which may have run to its end; and as many as there are. What has made way would start, too.
    (cd "$path" && compose up -d --no-deps --no-recreate --no-build --scale "$1=$(containers_of "$1" | grep -c .)" "$1")
  else
    docker start "$2"
  fi
}

# injects: whether Compose writes configs or secrets into new containers of this project (`content`, `environment`).
injects() {
  case $injecting in
    "$putting_back "*) ;;
    *) injecting="$putting_back $(cd "$path" && compose config 2>/dev/null | awk '
      /^[^ ]/ { within = /^(configs|secrets):/ }
      within && /^    (content|environment):/ { found = "yes" }
      END { print found }')" ;;
  esac
  [ "${injecting#* }" = yes ]
}

# start_containers SERVICE FILTER...: those in that state which this program has not started yet.
start_containers() {
  for start_id in $(containers_of "$@" | cut -d ' ' -f 2); do
    ! grep -qxF -e "$start_id" "$folder/started" 2>/dev/null || continue
    printf '%s\n' "$start_id" >>"$folder/started"
    start_message=$(start_one "$1" "$start_id" 2>&1) && continue
    # What it names is gone, and Compose has not noticed.
    case $start_message in
      *'o such container'*) make --force-recreate "$1" && start_containers "$1" --filter status=created && continue ;;
    esac
    printf '%s\n' "$start_message" | log_lines "$1"
    # The engine's own words stand before the client's.
    because compose-up-failed command 'docker start' status 1 message "$(printf '%s\n' "$start_message" | grep -v -e '^Error: failed to start' -e '^[0-9]*$' | tail -n 1)"
    return 1
  done
}

# await SERVICE:CONDITION: until it is so.
await() {
  needed=${1%:*}
  condition=${1##*:}
  await_start=$(uptime)
  await_line=$await_start
  [ "$condition" != started ] || return 0
  while :; do
    needed_states=$(containers_of "$needed" | cut -d ' ' -f 2 |
      docker_each inspect --format '{{.State.Status}}:{{if .State.Health}}{{.State.Health.Status}}{{else}}none{{end}}:{{.State.ExitCode}}:{{.ID}}' 2>/dev/null)
    case $condition:$needed_states in
      healthy:*running:healthy:* | healthy:*running:none:*) return 0 ;;
      *running:* | *created:* | *restarting:* | *paused:*) ;;
      # One that is not there, such as that of a profile, is nobody's to wait for.
      *:) engine_answers; return ;;
      *) await_end; return ;;
    esac
    await_now=$(uptime)
    [ $((await_now - await_start)) -lt "$health_timeout" ] || set_start_limit
    if [ $((await_now - await_start)) -ge "${start_limit:-$health_timeout}" ]; then
      because container-unhealthy service "$needed" seconds "$((await_now - await_start))" health "not yet $condition"
      return 1
    fi
    if [ $((await_now - await_line)) -ge 10 ]; then
      await_line=$await_now
      event waiting for "$needed (not yet $condition)"
    fi
    look_later "$await_start"
  done
}

# All containers of what is waited for have ended: well, where that was the condition.
await_end() {
  for needed_state in $needed_states; do
    needed_id=${needed_state##*:}
    needed_state=${needed_state%:*}
    if [ "$condition" != ended ] || [ "${needed_state##*:}" -ne 0 ]; then
      show_last_lines "$needed_id" "$needed"
      because container-exited service "$needed" status "${needed_state##*:}"
      return 1
    fi
  done
}

# bring_back_all: what is missing of what ran before, Compose makes anew, or it is made and started here in order: where
# something has rolled, and where what runs to its end keeps the others waiting.
# shellcheck disable=SC2046 # words
bring_back_all() {
  if [ -n "$rolled" ]; then
    start_all || return 1
  elif ! compose_up restore $(numbers_before); then
    list_containers && [ -n "$(failed_ends)" ] && start_all || return 1
  fi
}

# As many containers as there were, also where a person has asked for more than the files say.
numbers_before() {
  order_lines | cut -d ' ' -f 1 | while IFS= read -r counted; do
    number=$(ran_before 1 | grep -cxF -e "$counted")
    [ "$number" -le 1 ] || printf '%s\n' "--scale $counted=$number"
  done
}

# The services that have ended with an error, and of which nothing says that they should run on.
failed_ends() {
  inspect_containers | while IFS='|' read -r _ ended_service oneoff state _ _ exit_code policy _ _ ports; do
    if [ "$oneoff" != True ] && [ "$state" = exited ] && [ "$exit_code" -ne 0 ] &&
      ended_well "$ended_service" 0 "$policy" "$ports"; then printf '%s\n' "$ended_service"; fi
  done | sort -u
}
