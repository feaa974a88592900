# The transaction: its steps, and the ways to end.

# journal OUTCOME LIVE: one line for what this program did.
journal() {
  journal_line=$(printf '{"at":%s,"release":%s,"kind":"%s","outcome":"%s","live":%s,"previous":%s,"version":%s,"revision":%s,"actor":%s,"run":%s,"seconds":%s%s}' \
    "$(date +%s)" "$(json_string "$release")" "$kind" "$1" "$(json_string "$2")" "$(json_string "$previous")" \
    "$(json_string "$version")" "$(json_string "$revision")" "$(json_string "$actor")" "$(json_string "$run")" \
    "$(($(uptime) - program_start))" "${journal_reason:+,\"reason\":$(json_string "$journal_reason")}")
  journal_message=$({ printf '%s\n' "$journal_line" >>"$kit/journal.jsonl"; } 2>&1) ||
    event note title 'The journal could not be written' text "$journal_message"
  event journal line "$journal_line"
}

# Settles what an earlier program left when it was killed or the server went down.
settle() {
  forget_dead_programs
  if [ -d "$transaction" ]; then
    interrupted=$(cat "$transaction/release")
    if [ "$(current_release)" = "$interrupted" ] && [ ! -e "$transaction/rejected" ]; then
      close_transaction "$interrupted" "$(cat "$transaction/previous")"
    else
      event settle release "$interrupted"
      # What ran before may be broken itself: that must not stand in the way of every release after it.
      settling=yes
      undo_with restore_snapshot
      restore_snapshot || return 1
      undo=''
      settling=''
      has_settled=yes
    fi
  fi
  # Only now is it known which project is live.
  forget_warm
  watch_again
}

# Removes what programs that were killed, or uploads that broke off, have left: above all their secrets.
forget_dead_programs() {
  rm -rf "$transaction.part"
  for dead in "$kit/releases"/*/; do
    dead=${dead%/}
    if [ "$dead" = "$folder" ] || [ ! -e "$dead/alive" ] || ! flock -n "$dead/alive" true; then continue; fi
    case $dead in
      *.part) rm -rf "$dead" ;;
      *) rm -rf "$dead/docker" "$dead/env.base" "$dead/env.added" "$dead/trials" ;;
    esac
  done
}

# close_transaction RELEASE PREVIOUS: after the commit; what was there before is kept for taking it back.
close_transaction() {
  use_reserve
  # What no release brought is not ours to remove, unless we are told to: then as `--remove-orphans` does.
  [ -z "$2" ] || remove_services "$kit/releases/$2/services" "$kit/releases/$1/services" keep
  if allowed services; then
    cut -d ' ' -f 1 "$kit/releases/$1/replicas" >"$transaction/named" && remove_services "$transaction/services" "$transaction/named" keep
  fi
  leave_way "$2"
  keep_former "$1"
  rm -rf "$kit/releases/$1/before"
  mv "$transaction" "$kit/releases/$1/before"
}

# keep_former RELEASE: what it has replaced on the server without a release having shipped it.
keep_former() {
  sed -n 's/^replace //p' "$kit/releases/$1/fates" 2>/dev/null | while IFS= read -r file; do
    mkdir -p "$kit/former/$1/${file%/*}" && cp -pP "$transaction/aside/$file" "$kit/former/$1/$file"
  done
}

# One rename commits: before it what ran before is restored, after it the release is live, whatever comes.
commit() {
  wanted || abort
  keep_warm || abort
  say_what_stays
  commit_message=$(mv -f "$kit/next" "$kit/current" 2>&1) || {
    because path-not-writable message "$commit_message"
    abort
  }
  to_disk "$kit"
  close_transaction "$release" "$previous"
  journal committed "$release"
  start_watching "$release"
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
  [ -n "$error_name" ] || say_why
  event failed step "$step_title" error "$error_name"
  engine_answers || end_silent
  reason=$error_name
  if [ -z "$undo" ]; then
    journal unchanged "$(current_release)"
    finish unchanged "$(current_release)"
  fi
  failed_name=$error_name failed_values=$error_values
  for command in $undo; do
    event step title 'Restore what ran before'
    forget_why
    if ! "$command"; then
      engine_answers || end_silent
      [ -n "$error_name" ] || say_why
      reason=${lost:-$error_name: $error_values}
      error_name=$failed_name error_values=$failed_values
      journal unknown ''
      finish unknown '' "$reason"
    fi
  done
  hook on-rollback || event note title 'The hook on-rollback failed' text "$(cat "$folder/hook.log")"
  error_name=$failed_name error_values=$failed_values
  journal restored "$(current_release)"
  # A site that somebody had taken down is down again.
  [ -z "$nothing_ran" ] || finish restored '' nothing-ran
  finish restored "$(current_release)"
}

# forget_why: what is said from here on is about something else.
forget_why() {
  error_name='' error_values=''
  words_before=$(wc -c <"$folder/output.log" 2>/dev/null || echo 0)
}

# say_why: where no function has, the tool itself may have.
say_why() {
  last_words=$(tail -c "+$((words_before + 1))" "$folder/output.log" 2>/dev/null | tail -n 1)
  because internal-error message "$step_title: ${last_words:-a command failed without a word}" || true
}

# step TITLE COMMAND...: one step of the plan.
step() {
  step_title=$1
  shift
  forget_why
  step_start=$(hundredths)
  event step title "$step_title"
  wanted || abort
  "$@" || abort
  engine_answers || abort
  step_took=$(($(hundredths) - step_start))
  event step-done title "$step_title" seconds "$(printf '%d.%02d' $((step_took / 100)) $((step_took % 100)))"
}

# undo_with COMMAND: what a failure from here on has to do, before what was said earlier.
undo_with() { undo="$1 $undo"; }

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
  mark "$kit/releases/$rejected/before/rejected" && mv "$kit/releases/$rejected/before" "$transaction" || return 1
  undo_with restore_snapshot
  restore_snapshot
}

# The end of a program that only settles or takes back.
settled() {
  journal settled "$(current_release)"
  if [ -n "$unwell" ]; then finish settled "$(current_release)" "$unwell"; fi
  finish settled "$(current_release)"
}
