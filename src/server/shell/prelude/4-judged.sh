# Which containers are judged, and whether somebody else has done it to them.

# note_loops FILE: what crashes again and again runs now and then, also when the inventory FILE is made: it counts as
# restarting there. It is what has been started again three times or more, the last time within a minute.
note_loops() {
  [ -n "$container_ids" ] || return 0
  minute_ago=$(date -u -d "@$(($(date +%s) - 60))" +%Y-%m-%dT%H:%M:%S)
  # shellcheck disable=SC2086 # one word an id
  ask_engine inspect --format '{{.ID}}|{{.RestartCount}}|{{.State.StartedAt}}' $container_ids || return 1
  loops=$(printf '%s\n' "$answer" | awk -F'|' -v since="$minute_ago" '$2 >= 3 && $3 > since { print $1 }' | tr '\n' ' ')
  awk -F'|' -v OFS='|' -v loops=" $loops" 'index(loops, " " $2 " ") && $4 == "running" { $4 = "restarting" } { print }' "$1" >"$1.new" &&
    mv -f "$1.new" "$1"
}

# The services that were well before the switch.
were_well() {
  awk -F'|' '$4 == "running" && $5 != "unhealthy" { print $1 }' "$transaction/inventory"
}

# The services of the live release, which go unless this one has them too, and what has made way for others.
leaving() {
  [ ! -e "$kit/releases/$previous/services" ] || cat "$kit/releases/$previous/services"
  [ ! -e "$transaction/made-way" ] || cut -d ' ' -f 1 "$transaction/made-way"
}

# set_judged: the services that are judged, in `judged`. In a deploy those that are active in the release, and of all
# else (other profiles, no file any more) what was well before and does not leave with it. In a restore what was well;
# the `-` stands for none.
set_judged() {
  judged=''
  if [ -e "$transaction/inventory" ] && [ -n "$putting_back" ]; then
    judged="- $(were_well)"
  elif [ -e "$folder/services" ]; then
    judged=$(cat "$folder/services")
    if [ -e "$transaction/inventory" ]; then
      judged="$judged
$(leaving >"$folder/leave"; were_well | lines_without "$folder/leave" -)"
    fi
  fi
  judged=$(printf '%s' "$judged" | tr '\n' ' ')
}

# Of containers on standard input those that are judged; all where it is not known what is.
judged_only() { awk -F'|' -v judged=" $judged " 'judged ~ /^ *$/ || index(judged, " " $2 " ")'; }

# blame ID SERVICE ENTRY [KEY VALUE]...: why a container is not well. What stopped it by the engine's word while this
# program only waited was somebody else.
blame() {
  blamed=$1 blamed_service=$2
  shift 2
  foreign=$(done_by_others "$blamed")
  [ -z "$foreign" ] || set -- container-disturbed service "$blamed_service" what "${foreign% *}"
  because "$@"
}

# done_by_others [ID]: what was done to a container, or to any that is gone, since the waiting began, `WHAT SERVICE`:
# stopped, killed, restarted, removed. What ends by itself, or is started again by its policy, gives no such events.
done_by_others() {
  [ -n "${wait_start:-}" ] || return 0
  since=$(($(date +%s) - $(seconds_waited)))
  docker events --since "$since" --until "$(($(date +%s) + 1))" ${1:+--filter "container=$1"} \
    --filter type=container --filter event=kill --filter event=stop --filter event=restart --filter event=destroy \
    --format '{{.Action}}|{{index .Actor.Attributes "signal"}}|{{.Actor.ID}}|{{index .Actor.Attributes "com.docker.compose.service"}}' 2>/dev/null |
    awk -F'|' -v ids="$(printf '%s' "$container_ids" | tr '\n' ' ')" '
      BEGIN { count = split(ids, id, " ") }
      # Other signals tell a process something.
      $1 == "kill" && $2 !~ /^(2|3|9|15)$/ { next }
      {
        what = $1 == "kill" ? "killed" : $1 == "stop" ? "stopped" : $1 == "restart" ? "restarted" : "removed"
        for (i = 1; i <= count; i++) if (index($3, id[i]) == 1) last = what " " $4
      }
      END { if (last) print last }'
}
