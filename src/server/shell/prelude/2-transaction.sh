# The transaction: the lock, what was there before, and the ways to end.

# journal OUTCOME LIVE: one line for what this program did.
journal() {
  journal_line=$(printf '{"at":%s,"release":%s,"kind":"%s","outcome":"%s","live":%s,"previous":%s,"version":%s,"revision":%s,"actor":%s,"run":%s,"seconds":%s}' \
    "$(date +%s)" "$(json_string "$release")" "$kind" "$1" "$(json_string "$2")" "$(json_string "$previous")" \
    "$(json_string "$version")" "$(json_string "$revision")" "$(json_string "$actor")" "$(json_string "$run")" \
    "$(($(uptime) - program_start))")
  printf '%s\n' "$journal_line" >>"$kit/journal.jsonl"
  event journal line "$journal_line"
}

# mark FILE: an empty file. A special built-in such as `:` would end the whole shell where it can't be written.
mark() {
  mark_message=$({ printf '' >"$1"; } 2>&1) && return 0
  because internal-error message "$mark_message"
}

# replace TARGET SOURCE: puts a copy of SOURCE in TARGET's place, whole or not at all.
replace() { cp -p "$2" "$1.new" && mv -f "$1.new" "$1"; }

# to_disk FILE: a power cut must not undo what later steps rely on. Older sync takes no file.
to_disk() { sync "$1" 2>/dev/null || sync; }

# bounded SECONDS COMMAND...: ends a command that does not end by itself, with all that it started where
# it leads a group of its own (setsid); status 124 then.
bounded() {
  limit=$(($(uptime) + $1))
  shift
  "$@" &
  child=$!
  while kill -0 "$child" 2>/dev/null; do
    if [ "$(uptime)" -ge "$limit" ]; then
      kill -- "-$child" 2>/dev/null || kill "$child"
      sleep 2
      kill -9 -- "-$child" 2>/dev/null || kill -9 "$child" 2>/dev/null
      return 124
    fi
    sleep 0.05
  done
  wait "$child"
}

current_release() { cat "$kit/current" 2>/dev/null || true; }

# wanted: fails once the job that wanted this release has rejected it (`end_deploy` of its `post` step).
wanted() {
  [ ! -e "$folder/rejected" ] || because release-rejected release "$release" reason 'The job that deployed it was cancelled or has failed.'
}

# take_lock SECONDS: the lock belongs to this process and its commands and ends with them.
take_lock() {
  exec 9>>"$kit/lock"
  waited=0
  until flock -n 9; do
    wanted || return 1
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
settle() {
  forget_dead_programs
  if [ -d "$transaction" ]; then
    interrupted=$(cat "$transaction/release")
    if [ -e "$transaction/committed" ]; then
      close_transaction "$interrupted"
    else
      event settle release "$interrupted"
      # What ran before may be broken itself: that must not stand in the way of every release after it.
      settling=yes
      undo_with restore_snapshot
      restore_snapshot || return 1
      undo=''
      settling=''
    fi
  fi
  # Only now is it known which project is live.
  forget_warm
}

# Removes what programs that were killed, or uploads that broke off, have left: above all their secrets.
forget_dead_programs() {
  rm -rf "$transaction.part"
  for dead in "$kit/releases"/*/; do
    dead=${dead%/}
    if [ "$dead" = "$folder" ] || [ ! -e "$dead/alive" ] || ! flock -n "$dead/alive" true; then continue; fi
    case $dead in
      *.part) rm -rf "$dead" ;;
      *) rm -rf "$dead/docker" "$dead/env.base" "$dead/env.added" ;;
    esac
  done
}

# Keeps a copy of everything that the release is about to write or remove.
take_snapshot() {
  previous=$(current_release)
  rm -rf "$transaction.part"
  mkdir -m 700 "$transaction.part" || return 1
  printf '%s' "$release" >"$transaction.part/release"
  printf '%s' "$previous" >"$transaction.part/previous"
  mark "$transaction.part/gone" || return 1
  if [ -n "$previous" ] && [ -e "$kit/releases/$previous/files.list" ]; then
    grep -vxFf "$folder/files.list" "$kit/releases/$previous/files.list" >"$transaction.part/gone"
  fi
  {
    cat "$folder/files.list" "$transaction.part/gone"
    printf '%s\n' ./.env ./.deploy-kit/pins.yml
  } >"$transaction.part/written"
  before=$path
  list_containers && is_whole || take_record || return 1
  while IFS= read -r file; do
    if [ -e "$before/$file" ] || [ -h "$before/$file" ]; then printf '%s\n' "$file"; fi
  done <"$transaction.part/written" >"$transaction.part/existing"
  tar -C "$before" -cf "$transaction.part/before.tar" -T "$transaction.part/existing" || return 1
  [ "$before" = "$path" ] || rm -rf "$before"
  # The former release's list; without one, what Compose makes of the folder as it stands.
  if [ -n "$previous" ] && [ -e "$kit/releases/$previous/services" ]; then
    cp "$kit/releases/$previous/services" "$transaction.part/services"
  else
    (cd "$path" && compose config --services) >"$transaction.part/services" 2>/dev/null || true
  fi
  # Without containers there is nothing to start again: restoring then ends with none.
  set_project
  [ -n "$container_ids" ] || note_hand_made "$transaction.part" || return 1
  [ -z "$container_ids" ] || mark "$transaction.part/deployed" || return 1
  # What rolls is restored by its containers, which may all still run.
  printf '%s' "$rolled" >"$transaction.part/rolled"
  printf '%s' "$proxies" >"$transaction.part/proxies"
  [ ! -e "$folder/proxy" ] || snapshot_proxy "$transaction.part"
  for pair in $rolled; do containers_of "${pair%%=*}"; done >"$transaction.part/containers"
  inspect_containers | awk -F'|' '$4 == "running" { print $2 }' >"$transaction.part/ran"
  note_restarts
  to_disk "$transaction.part/before.tar"
  mv "$transaction.part" "$transaction"
}

# Whether what Compose needs to start the live release again is in the folder.
is_whole() {
  [ -n "$previous" ] || return 0
  [ -e "$path/.env" ] && cmp -s "$kit/pins.yml" "$kit/releases/$previous/pins.yml"
}

# take_record: what somebody has broken in the folder is restored from the live release's own record, where there is
# one. Sets `before`, and what runs as the engine knows it.
take_record() {
  recorded=$kit/releases/$previous
  if [ -z "$previous" ] || [ ! -e "$recorded/env" ] || [ ! -e "$recorded/pins.yml" ]; then return 0; fi
  find_running_here || return 1
  [ -n "$hand_ids" ] || return 0
  event note title 'The deploy folder was broken' text "Compose cannot start release $previous from it as it is. If this deploy fails, it is restored from the release's own record."
  before=$transaction.part/record
  mkdir -p "$before/.deploy-kit" &&
    tar -C "$recorded/files" -cf - . | tar -C "$before" -xpf - &&
    cp -p "$recorded/env" "$before/.env" && cp -p "$recorded/pins.yml" "$before/.deploy-kit/pins.yml" || return 1
  # shellcheck disable=SC2086 # one word an id
  project=$(docker inspect --format '{{index .Config.Labels "com.docker.compose.project"}}' $hand_ids | head -n 1)
  container_ids=$(docker ps -a -q --filter "label=com.docker.compose.project=$project")
}

# Puts back what the snapshot holds and starts it.
restore_snapshot() {
  failed_release=$kit/releases/$(cat "$transaction/release")
  failed_services=$failed_release/services
  undo_migration "$failed_release"
  # What somebody started by hand under another name stands beside the failed project.
  hand_made=$(cat "$transaction/hand-made" 2>/dev/null)
  if [ -n "$hand_made" ]; then
    project=''
    set_project
  fi
  if [ ! -e "$transaction/deployed" ] || { [ -n "$hand_made" ] && [ "$project" != "$hand_made" ]; }; then
    [ ! -e "$path/.env" ] || (cd "$path" && compose down) 2>&1 | log_lines restore
  fi
  while IFS= read -r file; do
    grep -qxF -e "$file" "$transaction/existing" || rm -f "$path/$file"
  done <"$transaction/written"
  tar -C "$path" -xpof "$transaction/before.tar" || return 1
  # Compose's name for the project may be another one now.
  hand_project=$hand_made
  project=$hand_made
  if [ -e "$transaction/deployed" ]; then
    note_restarts
    is_back=yes
    restore_services || is_back=''
    remove_services "$failed_services" "$transaction/services"
    # Without those that have just gone.
    list_containers
    if [ -n "$is_back" ]; then wait_healthy "$health_timeout" "$stable_seconds" || is_back=''; fi
    back_name=$error_name back_values=$error_values
    # Also to what is not well: the failed release goes.
    restore_proxy || return 1
    if [ -z "$is_back" ]; then
      error_name=$back_name error_values=$back_values
      [ -n "$settling" ] || return 1
      event note title 'What ran before is not well' text "It is back ($back_name), and whatever comes next must be able to mend it: this goes on."
    fi
  else
    restore_proxy || return 1
  fi
  cat "$transaction/previous" >"$kit/current.new" && mv -f "$kit/current.new" "$kit/current"
  # Not there or whole, at any moment: half of one would restore half.
  rm -rf "$transaction.part"
  mv "$transaction" "$transaction.part"
  rm -rf "$transaction.part"
  hand_project=''
  pass_over_rejected
}

# What a job has rejected while another release was live is never returned to.
pass_over_rejected() {
  back=$(current_release)
  if [ -z "$back" ] || [ ! -e "$kit/releases/$back/rejected" ] || [ ! -d "$kit/releases/$back/before" ]; then return 0; fi
  event note title "Release $back was rejected meanwhile" text 'What ran before it is restored.'
  rm -f "$kit/releases/$back/before/committed"
  mv "$kit/releases/$back/before" "$transaction" && restore_snapshot
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
  wanted || abort
  keep_warm
  mark "$transaction/committed" || abort
  to_disk "$transaction/committed"
  # What no release brought is not ours to remove.
  [ -e "$transaction/hand-made" ] || remove_services "$transaction/services" "$folder/services"
  close_transaction "$release"
  journal committed "$release"
  # What fails from here on does not touch the release, which is live.
  last_hook=after-deploy
  [ "$kind" != rollback ] || last_hook=on-rollback
  hook "$last_hook" || event note title "The hook $last_hook failed" text "$(cat "$folder/hook.log")"
  prune
  start_cooling
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
  hook on-rollback || event note title 'The hook on-rollback failed' text "$(cat "$folder/hook.log")"
  error_name=$failed_name error_values=$failed_values
  journal restored "$(current_release)"
  finish restored "$(current_release)"
}

# step TITLE COMMAND...: one step of the plan.
step() {
  step_title=$1
  shift
  step_start=$(hundredths)
  event step title "$step_title"
  wanted || abort
  "$@" || abort
  step_took=$(($(hundredths) - step_start))
  event step-done title "$step_title" seconds "$(printf '%d.%02d' $((step_took / 100)) $((step_took % 100)))"
}

# undo_with COMMAND: what a failure from here on has to do, before what was said earlier.
undo_with() { undo="$1 $undo"; }

# end_deploy RELEASE: the program of that release stops before its next step, if it is still at work; waits for
# its end. An upload under way becomes such a program.
end_deploy() {
  ending=$kit/releases/$1
  waited=0
  while at_work "$ending.part" || at_work "$ending"; do
    [ ! -d "$ending" ] || mark "$ending/rejected"
    [ $((waited % 10)) -ne 0 ] || event waiting for "the deploy of $1 to end"
    sleep 1
    waited=$((waited + 1))
  done
}

# at_work FOLDER: whether the program of that release runs. A process that a hook has left behind is none.
at_work() {
  [ -e "$1/alive" ] && ! flock -n "$1/alive" true && ! grep -q '"event":"end"' "$1/events.jsonl" 2>/dev/null
}

# take_back RELEASE: a committed release is rejected after all; what ran before it comes back.
take_back() {
  rejected=$1
  # Whoever comes back to it later goes on to what ran before it.
  [ ! -d "$kit/releases/$rejected" ] || mark "$kit/releases/$rejected/rejected" || return 1
  if [ "$(current_release)" != "$rejected" ]; then
    # It was never live, or somebody has taken it back.
    [ -d "$kit/releases/$rejected/before" ] || finish same "$(current_release)"
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
