# What a job has rejected, which nobody returns to.

# reject RELEASE: from here on no restore ends there.
reject() { [ ! -d "$kit/releases/$1" ] || mark "$kit/releases/$1/rejected"; }

# is_rejected RELEASE: where its folder is gone the journal tells.
is_rejected() {
  [ ! -e "$kit/releases/$1/rejected" ] || return 0
  grep -q "\"release\":\"$1-take-back-[0-9a-f]*\",\"kind\":\"take-back\"" "$kit/journal.jsonl" 2>/dev/null
}

# pass_over_rejected: a restore that has come to a release that was rejected goes on to what ran before that one.
pass_over_rejected() {
  back=$(current_release)
  if [ -z "$back" ] || ! is_rejected "$back"; then return 0; fi
  if [ ! -d "$kit/releases/$back/before" ]; then
    rejected_runs=yes
    nearest=$(nearest_good)
    event note title "Release $back was rejected and runs" text "What ran before it is not kept any more.${nearest:+ The newest release that was not rejected is $nearest.}"
    return 0
  fi
  event note title "Release $back was rejected meanwhile" text 'What ran before it is restored.'
  mark "$kit/releases/$back/before/rejected" && mv "$kit/releases/$back/before" "$transaction" && restore_snapshot
}

# leave_rejected: what is live although it was rejected, since the program that was to take it back ended too early.
leave_rejected() {
  live=$(current_release)
  # A take-back comes to that by itself.
  if [ "$kind" = take-back ] || [ -z "$live" ] || ! is_rejected "$live"; then return 0; fi
  settling=yes has_settled=yes
  undo_with restore_snapshot
  pass_over_rejected || return 1
  undo=''
  settling=''
}

# way_back: the releases that a restore needs which starts from this one: what it would come to, and what it would pass over
# from there.
way_back() {
  back=$previous
  while [ -n "$back" ]; do
    printf '%s\n' "$back"
    back=$(cat "$kit/releases/$back/before/previous" 2>/dev/null)
    is_rejected "$back" || break
  done
}

# nearest_good: the newest release that was live, is here and was not rejected.
nearest_good() {
  sed -n 's/^.*"release":"\([^"]*\)","kind":"[a-z]*","outcome":"committed".*$/\1/p' "$kit/journal.jsonl" |
    awk '{ line[NR] = $0 } END { for (i = NR; i > 0; i--) print line[i] }' |
    while IFS= read -r good; do
      if [ -e "$kit/releases/$good/images.list" ] && ! is_rejected "$good"; then
        printf '%s' "$good"
        break
      fi
    done
}
