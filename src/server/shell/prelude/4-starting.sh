# How long Compose may take to start what the folder describes, and what it leaves where it was ended meanwhile.

# containers_here: the ids of all that was started from the deploy folder.
containers_here() { docker ps -a --no-trunc --format "{{.ID}} $folder_label" | only_here; }

# waits_of ID...: for how many seconds those containers may keep Compose waiting, by the engine's own data: to stop,
# and with the time in which healthchecks give their verdict. Nobody need depend on another for that: it is the most.
waits_of() {
  docker_each inspect --format '{{.Config.StopTimeout}}|{{with .Config.Healthcheck}}{{printf "%d|%d|%d|%d" .StartPeriod .Interval .Timeout .Retries}}{{end}}' 2>/dev/null |
    awk -F'|' '
      function given(value, otherwise) { return value > 0 ? value : otherwise }
      { stop += $1 ~ /^[0-9]+$/ ? $1 : 10 }
      NF > 2 { health += ($2 + given($5, 3) * (given($3, 3e10) + given($4, 3e10))) / 1e9 }
      END { printf "%d %d\n", stop, stop + health }'
}

# set_start_limit: how long Compose may take now. What ran before counts too: a restore starts it.
set_start_limit() {
  limit_waits=$start_seconds
  known_waits=$(cat "$transaction/start-seconds" 2>/dev/null || echo 0)
  [ "$known_waits" -le "$limit_waits" ] || limit_waits=$known_waits
  limit_stops=$(containers_here | waits_of | cut -d ' ' -f 1)
  start_limit=$((health_timeout + 60 + limit_waits + limit_stops))
}

# finish_half_recreated: where Compose was ended between the two containers of a service, one of them has the name of
# both behind twelve digits of the old one's id; Compose would trip over it for ever.
finish_half_recreated() {
  containers_here | docker_each inspect --format '{{.ID}} {{.Name}}' |
    sed -n 's|^\([0-9a-f]*\) /\([0-9a-f]\{12\}\)_\(.*\)$|\1 \2 \3|p' >"$folder/half-recreated"
  while read -r id old name; do
    case $id in
      # Compose 1 has named the old one so; what has its name is the new one.
      "$old"*)
        stop_containers "$name"
        docker rm -f "$name"
        docker rename "$id" "$name"
        ;;
      # Compose 2 has named the new one so, and the old one may still be about to stop. Where that is gone, the new one
      # has its anonymous volumes.
      *)
        if docker inspect "$old" >/dev/null; then
          stop_containers "$old"
          docker rm -f "$id"
        else
          docker rename "$id" "$name"
        fi
        ;;
    esac
  done <"$folder/half-recreated" 2>/dev/null | log_lines restore
}
