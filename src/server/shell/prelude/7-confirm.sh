# A release that nobody confirms goes back by itself. In its folder:
#   confirm    within how many seconds of the last sign of life it must be confirmed
#   alive-at   the last sign of life of the job that made it, by the uptime
#   watched    locked by the one that waits
#   verdict    leads to `confirmed` or `overdue`, whichever came first: a link can be made only once

# note_confirmation: before the switch, so that the commit needs no room for it and may be followed by nothing.
note_confirmation() { [ "$confirm_within" -eq 0 ] || { mark "$folder/watched" && save "$folder/confirm" "$confirm_within"; }; }

# verdict_on RELEASE: empty as long as nobody has spoken.
verdict_on() { [ ! -h "$kit/releases/$1/verdict" ] || readlink "$kit/releases/$1/verdict"; }

# is_open RELEASE: whether it is still to be confirmed: it is live, or would come back where what follows it is taken back.
is_open() {
  if [ ! -e "$kit/releases/$1/confirm" ] || [ "$(verdict_on "$1")" = confirmed ]; then return 1; fi
  [ "$(current_release)" != "$1" ] || return 0
  [ -d "$kit/releases/$1/before" ] && [ ! -e "$kit/releases/$1/rejected" ]
}

# is_watched FOLDER: whether somebody waits for a verdict on that release.
is_watched() { [ -e "$1/watched" ] && ! flock -n "$1/watched" true; }

# start_watching RELEASE: in the background, without the locks of this program.
start_watching() {
  is_open "$1" || return 0
  (
    exec 8>&- 9>&-
    exec 7>>"$kit/releases/$1/watched"
    flock -n 7 || exit
    # One from before the server's last start says nothing of now.
    rm -f "$kit/releases/$1/alive-at"
    await_verdict "$1"
    # What stands in the way, such as an engine that does not answer, may pass.
    for _ in 1 2 3 4 5 6 7 8 9 10; do
      is_open "$1" || exit
      send_back "$1"
      is_open "$1" || exit
      sleep 60 7>&-
    done
  ) >/dev/null 2>&1 </dev/null &
}

# await_verdict RELEASE: until there is one, or nothing that it could be about.
await_verdict() {
  within=$(cat "$kit/releases/$1/confirm")
  last_sign=$(uptime)
  while is_open "$1" && [ -z "$(verdict_on "$1")" ]; do
    now=$(uptime)
    # Its program's hooks may take longer than that.
    ! at_work "$kit/releases/$1" || last_sign=$now
    sign=$(cat "$kit/releases/$1/alive-at" 2>/dev/null || echo 0)
    [ "$sign" -le "$last_sign" ] || last_sign=$sign
    left=$((last_sign + within - now))
    [ "$left" -gt 0 ] || ln -s overdue "$kit/releases/$1/verdict" || sleep 5 7>&-
    [ "$left" -le 0 ] || sleep "$((left < 5 ? left : 5))" 7>&-
  done
}

# send_back RELEASE: by a program of its own, as the job's end would do it.
send_back() {
  sent=$(printf '%s-take-back-%04x' "$1" "$(($(hundredths) % 65536))")
  mkdir -m 700 "$kit/releases/$sent" || return 1
  {
    program_of take-back "$sent"
    printf '%s\n' "journal_reason='No word of its job came within $within s: nobody had confirmed it.'" \
      "step 'End the deploy of $1' end_deploy $1" \
      "step 'Take the lock' take_lock 86400" \
      "step 'Settle what an interrupted deploy left' settle" \
      "step 'Restore what ran before $1' take_back $1" \
      settled
  } >"$kit/releases/$sent/program.sh"
  run_apart "$sent"
}

# program_of KIND RELEASE: this program as another one, up to the plan.
program_of() {
  sed -e "1,/^\$/{ s|^kind=.*|kind=$1|; s|^release=.*|release=$2|; }" -e '/^# --- the plan ---$/,$d' "$0"
}

# run_apart RELEASE: the program in that folder, in the environment that this one was given, to its end.
run_apart() {
  (
    exec 8>"$kit/releases/$1/alive"
    flock 8
    PATH=$login_path
    exec sh "$kit/releases/$1/program.sh" </dev/null >>"$kit/releases/$1/output.log" 2>&1
  )
}

# watch_again: where a reboot or a kill has ended those that watched others do, for the whole time: the job may come back.
watch_again() {
  for confirm in "$kit/releases"/*/confirm; do
    unwatched=${confirm%/confirm}
    if ! is_open "${unwatched##*/}" || is_watched "$unwatched"; then continue; fi
    event note title 'A release is not confirmed' text "Nobody watched over ${unwatched##*/} any more. It goes back by itself unless its job confirms it within $(cat "$confirm") s."
    start_watching "${unwatched##*/}"
  done
}
