# The lock, who waits for whom, and what every step uses.

# mark FILE: an empty file. A special built-in such as `:` would end the whole shell where it can't be written.
mark() {
  mark_message=$({ printf '' >"$1"; } 2>&1) && return 0
  because internal-error message "$mark_message"
}

# replace TARGET SOURCE: puts a copy of SOURCE in TARGET's place, whole or not at all.
replace() {
  if cp -p "$2" "$1.deploy-kit-new" && mv -f "$1.deploy-kit-new" "$1"; then return 0; fi
  rm -f "$1.deploy-kit-new"
  return 1
}

# to_disk FILE...: a power cut must not undo what later steps rely on. Older sync takes no file.
to_disk() { sync "$@" 2>/dev/null || sync; }

# bounded SECONDS COMMAND...: ends a command that does not end by itself, with all that it started where
# it leads a group of its own (setsid); status 124 then.
bounded() {
  bounded_start=$(uptime)
  limit=$((bounded_start + $1))
  shift
  "$@" &
  child=$!
  while kill -0 "$child" 2>/dev/null; do
    [ -z "$watched" ] || watch_engine || limit=0
    [ -z "$room_floor" ] || watch_room || limit=0
    if [ "$(uptime)" -ge "$limit" ]; then
      kill -- "-$child" 2>/dev/null || kill "$child"
      sleep 2
      kill -9 -- "-$child" 2>/dev/null || kill -9 "$child" 2>/dev/null
      return 124
    fi
    look_later "$bounded_start"
  done
  wait "$child"
}

# current_release: the release that is live, empty where there is none of ours.
current_release() { [ ! -e "$kit/current" ] || cat "$kit/current"; }

# can_tell: whether what is live can be read. A file that is gone is made again from the journal.
can_tell() {
  if [ -e "$kit/current" ]; then
    current_message=$({ cat "$kit/current" >/dev/null; } 2>&1) && return 0
    because path-not-writable message "$current_message"
    return 1
  fi
  [ -e "$kit/journal.jsonl" ] || return 0
  last_live=$(sed -n 's/^.*"live":"\([^"]*\)".*$/\1/p' "$kit/journal.jsonl" | tail -n 1)
  if [ -z "$last_live" ] || [ ! -d "$kit/releases/$last_live" ]; then return 0; fi
  event note title 'Which release is live was gone' text "The journal says that it is $last_live."
  save "$kit/current" "$last_live"
}

# wanted: fails once the job that wanted this release has rejected it (`end_deploy` of its `post` step).
wanted() {
  [ ! -e "$folder/rejected" ] || because release-rejected release "$release" reason 'The job that deployed it was cancelled or has failed.'
}

# take_lock SECONDS: in the order of the queue. The lock belongs to this process and its commands and ends with them.
take_lock() {
  # A redirection of `exec` that fails would end the shell.
  lock_message=$({ printf '' >>"$kit/lock"; } 2>&1) || {
    because path-not-writable message "$lock_message"
    return 1
  }
  exec 9>>"$kit/lock"
  join_queue
  await_lock "$1" || {
    leave_queue
    return 1
  }
  # What is started from here on may outlive this program, and waits for nothing.
  leave_queue
  can_tell
}

# await_lock SECONDS: sets `has_waited`, where it was not free.
await_lock() {
  has_waited='' lock_start=$(uptime) say_at=0
  until is_next && flock -n 9; do
    has_waited=yes
    wanted || return 1
    waited=$(($(uptime) - lock_start))
    if [ "$waited" -ge "$1" ]; then
      because deploy-locked holder "$(lock_holder)" queue "$(queue_words)" seconds "$waited"
      return 1
    fi
    if [ "$waited" -ge "$say_at" ]; then
      event waiting for "the lock, held by $(lock_holder)$(queue_words)"
      say_at=$((waited + 10))
    fi
    sleep 1
  done
}

# end_deploy RELEASE: the program of that release stops before its next step, if it is still at work; waits for
# its end. An upload under way, which may hang for hours, takes the mark along when it takes its name: what it starts then
# ends before its first step.
end_deploy() {
  ending=$kit/releases/$1
  waited=0
  [ ! -d "$ending.part" ] || mark "$ending.part/rejected" || true
  while at_work "$ending"; do
    mark "$ending/rejected"
    [ $((waited % 10)) -ne 0 ] || event waiting for "the deploy of $1 to end"
    sleep 1
    waited=$((waited + 1))
  done
}

# at_work FOLDER: whether the program of that release runs. A process that a hook has left behind is none.
at_work() {
  [ -e "$1/alive" ] && ! flock -n "$1/alive" true && ! grep -q '"event":"end"' "$1/events.jsonl" 2>/dev/null
}
