# The transaction: its steps, and the ways to end.

# journal OUTCOME LIVE: one line for what this program did.
journal() {
  journal_line=$(printf '{"at":%s,"release":%s,"kind":"%s","outcome":"%s","live":%s,"previous":%s,"version":%s,"revision":%s,"actor":%s,"run":%s,"seconds":%s%s}' \
    "$(date +%s)" "$(json_string "$release")" "$kind" "$1" "$(json_string "$2")" "$(json_string "$previous")" \
    "$(json_string "$version")" "$(json_string "$revision")" "$(json_string "$actor")" "$(json_string "$run")" \
    "$(($(uptime) - program_start))" "${journal_reason:+,\"reason\":$(json_string "$journal_reason")}")
  journal_message=$({ end_last_line && printf '%s\n' "$journal_line" >>"$kit/journal.jsonl"; } 2>&1) ||
    event note title 'The journal could not be written' text "$journal_message"
  event journal line "$journal_line"
}

# Settles what an earlier program left when it was killed or the server went down.
settle() {
  own_rolled=$rolled own_proxies=$proxies
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
  leave_rejected || return 1
  [ -z "$has_settled" ] || forget_restore
  # Only now is it known which project, and which release, is live.
  forget_warm
  note_live
  watch_again
}

# forget_restore: what a restore has found out is not this release's: what rolls, which containers stay, what was started.
forget_restore() {
  rolled=$own_rolled proxies=$own_proxies
  kept_list=$folder/kept
  project='' container_ids='' passed_over=''
  rm -f "$folder/started"
}

# end_last_line: half a line of the journal is none, and the next one must not stand behind it.
end_last_line() {
  if [ ! -s "$kit/journal.jsonl" ] || [ -z "$(tail -c 1 "$kit/journal.jsonl")" ]; then return 0; fi
  case $(tail -n 1 "$kit/journal.jsonl") in
    *'}') echo >>"$kit/journal.jsonl" ;;
    *) sed '$d' "$kit/journal.jsonl" >"$folder/journal" && replace "$kit/journal.jsonl" "$folder/journal" ;;
  esac
}

# note_live: the journal names each release that was live, or nobody could go back to it, and its last line what is live
# now: a program may have been killed between the rename that tells and its line.
note_live() {
  live=$(current_release)
  committed=$kit/releases/$live
  if [ -n "$live" ] && [ -e "$committed/program.sh" ] &&
    ! grep -q "\"release\":\"$live\",\"kind\":\"[a-z]*\",\"outcome\":\"committed\"" "$kit/journal.jsonl" 2>/dev/null; then
    (
      # That program's own head.
      eval "$(sed '/^set -u$/,$d' "$committed/program.sh")"
      eval 'previous=$(cat "$committed/before/previous" 2>/dev/null)'
      journal committed "$live"
    )
  fi
  case $(tail -n 1 "$kit/journal.jsonl" 2>/dev/null) in
    '' | *'"outcome":"unknown"'* | *"\"live\":\"$live\""*) ;;
    *) journal settled "$live" ;;
  esac
}

# Removes what programs that were killed, or uploads that broke off, have left: above all their secrets.
forget_dead_programs() {
  end_last_line || true
  rm -rf "$transaction.part"
  forget_dead_tickets
  rm -f "$path/.env.deploy-kit-new" "$kit"/*.deploy-kit-new "$kit/current.new" "$kit/warm.new"
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
    forget_snapshot
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
  [ -z "$rejected_runs" ] || finish restored "$(current_release)" "rejected $nearest"
  finish restored "$(current_release)"
}

# forget_snapshot: where nothing has changed yet, nobody needs it, nor the room that it has reserved.
forget_snapshot() {
  rm -rf "$transaction.part"
  [ "$(cat "$transaction/release" 2>/dev/null)" = "$release" ] || return 0
  mv "$transaction" "$transaction.part" && rm -rf "$transaction.part"
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
  [ "$kind" = take-back ] || wrote_all || abort
  step_took=$(($(hundredths) - step_start))
  event step-done title "$step_title" seconds "$(printf '%d.%02d' $((step_took / 100)) $((step_took % 100)))"
}

# wrote_all: whether nothing of what the step has written was lost. The status of a pipe does not tell, and what comes
# next would take half a list for a whole one.
wrote_all() {
  unwritten=$(tail -c "+$((words_before + 1))" "$folder/output.log" 2>/dev/null |
    grep -m 1 -e 'No space left on device' -e 'Disk quota exceeded' -e 'Read-only file system' -e 'Interrupted system call' -e 'I/O error' -e 'nput/output error')
  case $unwritten in
    '') return 0 ;;
    *'No space'* | *quota*) because disk-full message "$unwritten" ;;
    *) because path-not-writable message "$unwritten" ;;
  esac
}

# undo_with COMMAND: what a failure from here on has to do, before what was said earlier.
undo_with() { undo="$1 $undo"; }

# take_back RELEASE: a committed release is rejected after all; what ran before it comes back.
take_back() {
  rejected=$1
  # Whoever comes back to it later goes on to what ran before it.
  reject "$rejected" || return 1
  if [ "$(current_release)" != "$rejected" ]; then
    # It was never live, or somebody has taken it back. Where its folder is gone, too, the journal keeps that it was rejected.
    if [ -d "$kit/releases/$rejected" ] && [ ! -d "$kit/releases/$rejected/before" ]; then finish same "$(current_release)"; fi
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
  if [ -n "$rejected_runs" ]; then finish settled "$(current_release)" "rejected $nearest"; fi
  finish settled "$(current_release)"
}
