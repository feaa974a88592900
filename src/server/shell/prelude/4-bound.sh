# Containers that name another one: they live in its network, IPC or PID namespace, have its volumes, or a link to it.
# Once it was replaced (a namespace: or started again) they have hold of what is gone. Compose 2 makes them anew with it,
# unless they say `container:`; Compose 1 forgets all but links.

# renew_bound: makes those anew that have hold of what is gone.
renew_bound() {
  # Again for those that name one of these.
  for _ in 1 2 3; do
    list_containers || return 1
    stale_services >"$folder/stale" || return 1
    [ -s "$folder/stale" ] || break
    sed 's/$/ is made anew: the container that it names is gone, or was started again/' "$folder/stale" | log_lines compose
    # shellcheck disable=SC2046 # one word a service
    make --force-recreate $(cat "$folder/stale") || return 1
    while IFS= read -r stale_service; do
      start_containers "$stale_service" --filter status=created </dev/null || return 1
    done <"$folder/stale"
  done
  list_containers
}

bound_format='{{index .Config.Labels "com.docker.compose.service"}}|{{index .Config.Labels "com.docker.compose.oneoff"}}|{{.State.Status}}|{{.State.ExitCode}}|{{.HostConfig.RestartPolicy.Name}}|{{len .HostConfig.PortBindings}}|{{.State.StartedAt}}|{{.HostConfig.NetworkMode}} {{.HostConfig.IpcMode}} {{.HostConfig.PidMode}}|{{range .HostConfig.VolumesFrom}}{{.}} {{end}}{{range .NetworkSettings.Networks}}{{range .Links}}{{.}} {{end}}{{end}}'

# Their services, a line each.
stale_services() {
  [ -n "$container_ids" ] || return 0
  # shellcheck disable=SC2086 # one word an id
  bound=$(docker inspect --format "$bound_format" $container_ids 2>&1) || {
    because docker-not-running message "$(printf '%s\n' "$bound" | tail -n 1)"
    return 1
  }
  order_lines | cut -d ' ' -f 1 >"$folder/ordered"
  printf '%s\n' "$bound" | while IFS='|' read -r bound_service oneoff state exit_code policy ports started spaces named; do
    # Compose knows no other.
    if [ "$oneoff" = True ] || ! grep -qxF -e "$bound_service" "$folder/ordered"; then continue; fi
    if [ "$state" = exited ] && ended_well "$bound_service" "$exit_code" "$policy" "$ports"; then continue; fi
    for space in $spaces; do
      case $space in container:*) is_left "${space#container:}" "$started" && printf '%s\n' "$bound_service" ;; esac
    done
    for name in $named; do
      is_left "${name%%:*}" '' && printf '%s\n' "$bound_service"
    done
  done | sort -u
}

# is_left CONTAINER SINCE: whether it is gone, or was started again after SINCE.
is_left() {
  owner_started=$(docker inspect --format '{{.State.StartedAt}}' "$1" 2>&1 </dev/null) || {
    case $owner_started in *'o such'*) return 0 ;; *) return 1 ;; esac
  }
  [ -n "$2" ] || return 1
  # Without their Z they are in the order of time: a fraction has as many digits as it needs.
  [ "$(printf '%s\n%s\n' "${2%Z}" "${owner_started%Z}" | sort | tail -n 1)" != "${2%Z}" ]
}

# named_services: the services of whose containers another one names one.
named_services() {
  [ -n "$container_ids" ] || return 0
  # shellcheck disable=SC2086 # one word an id
  docker inspect --format "{{.ID}} {{.Name}}|$bound_format" $container_ids 2>/dev/null | awk -F'|' '
    {
      split($1, own, " ")
      id[NR] = own[1]
      name[NR] = substr(own[2], 2)
      service[NR] = $2
      names[NR] = $9 " " $10
    }
    END {
      for (i in id)
        for (k in names)
          if (i != k && (index(names[k], id[i]) || index(names[k], name[i]))) print service[i]
    }' | sort -u
}
