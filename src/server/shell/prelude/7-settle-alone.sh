# Settling without a job: a program in each deploy folder, and one for each user that runs them all (`settle_all`).

# leave_settle: before the switch, so that it is there whatever ends this program.
leave_settle() {
  settle_message=$({ write_settle >"$kit/settle.sh.new" && chmod 700 "$kit/settle.sh.new" && mv -f "$kit/settle.sh.new" "$kit/settle.sh"; } 2>&1) ||
    because path-not-writable message "$settle_message" || return 1
  list_folder || event note title 'The folder is not listed for the start of the server' text "$path can't be written into ${HOME:-a home}/.local/state/deploy-kit/folders: the settle command there passes it over."
}

# shellcheck disable=SC2016 # the time is that of each run; without its plan it is a program of this folder
write_settle() {
  program_of settle '$(date -u +%Y%m%dT%H%M%SZ)-$$-settle'
  printf '%s\n' '# --- the plan ---' '' settle_alone
}

# list_folder: in the list of this user, once, with what settles all of it.
list_folder() {
  [ -n "${HOME:-}" ] || return 1
  (
    umask 077
    state=$HOME/.local/state/deploy-kit
    mkdir -p "$state" && cd "$state" || exit 1
    settle_all >settle.new && chmod 700 settle.new && mv -f settle.new settle || exit 1
    exec 6>>folders.lock
    flock 6
    touch folders && { grep -qxF -e "$path" folders || printf '%s\n' "$path" >>folders; }
  ) 2>/dev/null
}

# settle_alone: what `settle.sh` does. Prints in one line what came of it.
settle_alone() {
  if ! flock -n "$kit/lock" true; then
    echo 'a deploy is at work, which settles what was left'
  elif ! is_to_settle; then
    echo 'nothing to settle'
  else
    settle_left
    return
  fi
  # The way to Docker may have made it.
  rm -rf "$folder"
}

# is_to_settle: whether there is something to settle.
is_to_settle() {
  if [ -d "$transaction" ] || [ -e "$kit/warm" ]; then return 0; fi
  for dead in "$kit/releases"/*.part "$kit/releases"/*/docker; do [ ! -d "$dead" ] || return 0; done
  for confirm in "$kit/releases"/*/confirm; do
    unwatched=${confirm%/confirm}
    if is_open "${unwatched##*/}" && ! is_watched "$unwatched"; then return 0; fi
  done
  return 1
}

settle_left() {
  mkdir -p "$folder" && chmod 700 "$folder" && mark "$events" && mark "$folder/alive" || return 1
  exec 8>"$folder/alive"
  flock 8
  (
    step 'Wait for the engine' await_engine 120
    step 'Take the lock' take_lock 600
    step 'Settle what an interrupted deploy left' settle
    settled
  ) >>"$folder/output.log" 2>&1
  say_settled "$(tail -n 1 "$events")"
}

# await_engine SECONDS: one that has just been started.
await_engine() {
  engine_start=$(uptime)
  until engine_client 10 docker version >/dev/null 2>"$folder/engine.log" </dev/null; do
    if [ $(($(uptime) - engine_start)) -ge "$1" ]; then
      because docker-not-running message "$(tail -n 1 "$folder/engine.log")"
      return 1
    fi
    sleep 1
  done
}

# say_settled EVENT: the last one.
say_settled() {
  case $1 in
    *'"outcome":"settled"'*'"reason":'*) printf 'failed: what ran before was started again and is not well: %s\n' "$(printf '%s\n' "$1" | sed 's/^.*"reason":"\(.*\)"}$/\1/')" ;;
    *'"outcome":"settled"'*)
      printf 'settled: %s is live\n' "$(current_release | grep . || echo 'what ran before the first deploy')"
      return 0
      ;;
    *'"error":'*) printf 'failed: %s\n' "$(printf '%s\n' "$1" | sed 's/^.*"error":"\([^"]*\)","values":{\(.*\)}.*$/\1 \2/')" ;;
    *) printf 'failed: %s tells more\n' "$folder/output.log" ;;
  esac
  return 1
}
