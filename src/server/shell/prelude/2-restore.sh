# Bringing back what ran before a release, and the proof that it is back.

restore_snapshot() {
  use_reserve
  failed_release=$kit/releases/$(cat "$transaction/release")
  project=$(cat "$transaction/project") planned=$(cat "$transaction/planned")
  cut -d '|' -f 2 "$transaction/inventory" >"$folder/before-ids" || return 1
  nothing_ran=''
  [ -n "$(ran_before 2)" ] || nothing_ran=yes
  finish_half_recreated
  undo_migration "$failed_release"
  [ "$project" = "$planned" ] || [ -e "$transaction/colour" ] || remove_project "$planned"
  clear_way && put_files_back || return 1
  if [ -s "$transaction/inventory" ]; then
    note_restarts
    is_back=yes putting_back=yes compose_words=$transaction/words
    bring_back || is_back=''
    putting_back='' compose_words=/dev/null
    # What came with the failed release goes, also where what ran before is not well.
    remove_services "$failed_release/services" "$transaction/services"
    stop_again
    restore_proxy || return 1
    [ -n "$is_back" ] || say_unwell || return 1
  else
    # Nothing was there: nothing is left.
    [ -e "$transaction/colour" ] || remove_project "$planned"
    restore_proxy || return 1
  fi
  # What nobody could look at is not restored.
  engine_answers && put_found_files_back || return 1
  cp "$transaction/previous" "$kit/current.new" && mv -f "$kit/current.new" "$kit/current" || return 1
  # Not there or whole, at any moment: half of one would restore half.
  rm -rf "$transaction.part"
  mv "$transaction" "$transaction.part" || return 1
  rm -rf "$transaction.part"
  pass_over_rejected
}

# What is not back fails the restore; where an interrupted one is settled, whatever comes next must be able to mend it.
say_unwell() {
  [ -n "$settling" ] || return 1
  unwell=$lost
  event note title 'What ran before is not back' text "$lost. Whatever comes next must be able to mend it: this goes on."
}

# put_files_back: the files that what ran before is started from. What the release did not write is not touched, and what
# somebody has made of a file of the release is kept.
put_files_back() {
  keep_env_edits || return 1
  changed_since >"$folder/since"
  lines_without "$folder/since" "$transaction/added" | while IFS= read -r file; do rm -f "$path/$file"; done
  say_since "$transaction/added" 'stays, though the release that brought it has failed'
  cat "$transaction/moved" "$transaction/gone" >"$folder/back" || return 1
  say_since "$folder/back" "is kept in $kit/former/${failed_release##*/}"
  while IFS= read -r file; do
    is_in "$transaction/aside" || continue
    ! grep -qxF -e "$file" "$folder/since" || move_file "$path" "$kit/former/${failed_release##*/}" "$file" || return 1
    move_file "$transaction/aside" "$path" "$file" || return 1
  done <"$folder/back"
  put_led_back || return 1
  [ ! -e "$transaction/record" ] || put_record_in
}

# keep_env_edits: what somebody has made of `.env` since the release put it there.
keep_env_edits() {
  edited=$failed_release/env
  if [ ! -e "$transaction/in-place" ] || [ ! -e "$edited" ] || [ ! -e "$path/.env" ] || cmp -s "$path/.env" "$edited"; then return 0; fi
  edited=$kit/former/${failed_release##*/}
  edits_message=$({ mkdir -p "$edited" && cp -p "$path/.env" "$edited/.env"; } 2>&1) || because path-not-writable message "$edits_message" || return 1
  event note title 'A file was changed since it was deployed' text ".env: what was made of it is kept in $edited."
}

# is_in FOLDER: whether `file` is there, be it a link that leads nowhere.
is_in() { [ -e "$1/$file" ] || [ -h "$1/$file" ]; }

# put_led_back: what `.env` leads to, where it is a link.
put_led_back() {
  [ -e "$transaction/led" ] || return 0
  led=$(cat "$transaction/led")
  led_message=$({
    if [ -e "$transaction/led-is-new" ]; then
      rm -f "$led"
    elif ! cmp -s "$transaction/led-file" "$led"; then
      rm -f "$led.new" && { ln "$transaction/led-file" "$led.new" 2>/dev/null || cp -p "$transaction/led-file" "$led.new"; } && mv -f "$led.new" "$led"
    fi
  } 2>&1) || because path-not-writable message "$led_message"
}

# changed_since: the files of the failed release that are not any more as it has installed them, and what is where it has
# removed one.
changed_since() {
  # Where it did not come to the end of that, nobody has had them.
  [ -e "$transaction/in-place" ] || return 0
  cat "$transaction/installed" "$transaction/gone" >"$folder/paths" || return 0
  read_now <"$folder/paths" >"$folder/now" || return 0
  awk '
    { id = $1 " " $2; file = substr($0, length(id) + 2) }
    pass == 1 { shipped["./" file] = $1; next }
    $1 != shipped[file] { print file }' pass=1 "$failed_release/files.sha256" pass=2 "$folder/now"
}

# say_since LIST WORDS
say_since() {
  lines_within "$folder/since" "$1" | while IFS= read -r file; do
    event note title 'A file was changed since it was deployed' text "${file#./}: what was made of it $2."
  done
}

# put_record_in: over what is there and starts something else, which stays for the time being.
put_record_in() {
  while IFS= read -r file; do
    ! cmp -s "$transaction/start/$file" "$path/$file" || continue
    if is_in "$path" && ! is_in "$transaction/found"; then move_file "$path" "$transaction/found" "$file" || return 1; fi
    record_message=$({ mkdir -p "$path/${file%/*}" && cp -p "$transaction/start/$file" "$path/$file"; } 2>&1) || {
      because path-not-writable message "$record_message"
      return 1
    }
  done <"$transaction/defining"
}

# put_found_files_back: what stood there before the record comes back. What Compose could not read does not: it is kept
# with the failed release.
put_found_files_back() {
  [ -e "$transaction/found" ] || return 0
  found_to=$path
  if [ ! -s "$transaction/record" ]; then
    found_to=$failed_release/found
    event note title 'The deploy folder works again' text "Its files are those of the release that is live. What stood there before is in $found_to."
  fi
  while IFS= read -r file; do
    ! is_in "$transaction/found" || move_file "$transaction/found" "$found_to" "$file" || return 1
  done <"$transaction/defining"
}

# bring_back: starts what ran before, until it runs as it did; `lost` says what does not.
bring_back() {
  rolled=$(cat "$transaction/rolled") proxies=$(cat "$transaction/proxies")
  need_images || true
  take_names_back
  # An engine that has just started, after a power cut, may not start containers yet.
  why_not=''
  for attempt in 1 2 3; do
    engine_answers || return 1
    if is_changed; then
      start_again || why_not=$(printf '%s' "$error_values" | sed -n 's/^.*"message":"\(.*\)"$/\1/p')
    elif [ "$attempt" -gt 1 ]; then
      # All that can be done is done.
      break
    fi
    # As long as its own file lets it take, also where the failed release was given less.
    back_limit=$(($(uptime) + (health_timeout > 30 ? health_timeout : 30) + $(cat "$transaction/start-seconds" 2>/dev/null || echo 0)))
    if wait_for_what_ran; then return 0; fi
  done
  lost=$lost${why_not:+ ($why_not)}
  because restore-incomplete lost "$lost"
}

# look_again: what runs now, in the form of the inventory.
look_again() {
  lost='it can not be seen, since the engine does not answer'
  containers_with "com.docker.compose.project=$project" || return 1
  container_ids=$answer
  take_inventory "$folder/inventory"
}

# is_changed: whether of the containers from before one is gone or has stopped, or their services have others; or one of
# their networks was made anew, which only Compose can take back.
is_changed() {
  look_again || return 0
  ! networks_changed || return 0
  ! awk -F'|' '
    NR == FNR { state[$2] = $4; known[$1] = 1; next }
    { now[$2] = $4; if (!($2 in state) && $1 in known) exit found = 1 }
    END {
      if (found) exit 1
      for (id in state)
        if (!(id in now) || (state[id] ~ /^(running|restarting)$/ && now[id] !~ /^(running|restarting)$/)) exit 1
    }' "$transaction/inventory" "$folder/inventory"
}

networks_changed() {
  [ -s "$transaction/networks" ] && note_networks "$folder/networks" || return 1
  grep -vxFf "$folder/networks" "$transaction/networks" | grep -q .
}

# start_again: what is there is started as it is; what rolled rolls back; what is missing, Compose makes anew.
start_again() {
  # Also what was between two tries: nobody else starts again what was stopped.
  awk -F'|' '$4 == "running" || $4 == "restarting" { print $2 }' "$transaction/inventory" | docker_each start >/dev/null 2>&1
  [ -z "$rolled" ] || roll_back || true
  if ! is_changed; then
    renew_bound
    return
  fi
  if [ "$project" != "$planned" ] && [ ! -e "$transaction/colour" ]; then return 0; fi
  bring_back_all && renew_bound
}

# stop_again: services of which nothing ran, since somebody had stopped them: Compose has started them with the others.
stop_again() {
  awk -F'|' '
    $4 == "running" || $4 == "restarting" { ran[$1] }
    $4 == "exited" { stopped[$1] }
    END { for (service in stopped) if (!(service in ran)) print service }' "$transaction/inventory" |
    while IFS= read -r service; do
      started=$(containers_of "$service" --filter status=running </dev/null | cut -d ' ' -f 2 |
        docker_each inspect --format '{{.HostConfig.RestartPolicy.Name}} {{.Id}}' | awk '/^(always|unless-stopped) / { print $2 }')
      [ -n "$started" ] || continue
      event say text "Service $service had been stopped before: it is stopped again"
      # shellcheck disable=SC2086 # one word an id
      stop_containers $started >/dev/null 2>&1 </dev/null
    done
}

# wait_for_what_ran: until it runs with the same images, as well as it did; what was started and has no healthcheck,
# steadily.
wait_for_what_ran() {
  wait_start=$(uptime) last_seen=''
  steady_from=$wait_start
  while :; do
    compare_with_before || return 1
    [ "$seen" = "$last_seen" ] || steady_from=$(uptime)
    last_seen=$seen
    steady=$(($(uptime) - steady_from))
    if [ -z "$lost" ] && { [ -z "$unproven" ] || [ "$steady" -ge "$stable_seconds" ]; }; then return 0; fi
    # Nothing moves any more, and no healthcheck has yet to speak: it takes another start.
    if [ -n "$lost" ] && [ "$steady" -ge 15 ] && ! grep -q '|starting|' "$folder/inventory"; then return 1; fi
    if [ "$(uptime)" -ge "$back_limit" ]; then
      lost=${lost:-the services do not stay up}
      return 1
    fi
    look_later "$wait_start"
  done
}

# compare_with_before: sets `lost`, what does not run as it did before, `unproven`, where something was started that only
# time can prove well, and `seen`, all that runs.
compare_with_before() {
  look_again || return 1
  seen=$(cat "$folder/inventory")
  lost=$(awk -F'|' '
    NR == FNR { known[$2 "|" $8] }
    $4 == "running" && NR == FNR { count[$1 "|" $3]++; healthy[$1 "|" $3] += $5 == "healthy" }
    $4 == "running" && NR != FNR { now[$1 "|" $3]++; well[$1 "|" $3] += $5 == "healthy"; runs[$1]++ }
    $4 == "running" && $5 == "none" && !(($2 "|" $8) in known) { unproven = "yes" }
    END {
      for (key in count) {
        service = substr(key, 1, index(key, "|") - 1)
        if (!runs[service]) words = "does not run"
        else if (!now[key]) words = "runs another image than before"
        else if (now[key] < count[key]) words = "has fewer containers than before"
        else if (well[key] < healthy[key]) words = "is not healthy"
        else continue
        list = list (list == "" ? "" : "; ") service " " words
      }
      printf "%s|%s", unproven, list
    }' "$transaction/inventory" "$folder/inventory")
  unproven=${lost%%|*} lost=${lost#*|}
  lost=$lost$(held_and_gone "${lost:+; }")
}
