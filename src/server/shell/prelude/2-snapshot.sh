# The snapshot: what was there before a release, and how it comes back.

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
  note_inventory "$transaction.part" || return 1
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
    is_back=yes putting_back=yes
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
      unwell="$back_name {$back_values}"
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
  hand_project='' putting_back=''
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
  # An engine that has just started, after a power cut, may not start containers yet.
  for pause in 3 10 0; do
    bring_back && return 0
    sleep "$pause"
  done
  return 1
}
