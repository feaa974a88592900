# The snapshot: what was there before a release, all that bringing it back needs, and all that the commit needs.

# Keeps a copy of everything that the release is about to write or remove.
take_snapshot() {
  previous=$(current_release)
  snapshot=$transaction.part
  rm -rf "$snapshot"
  mkdir -m 700 "$snapshot" && save "$snapshot/release" "$release" && save "$snapshot/previous" "$previous" &&
    note_files "$snapshot" || return 1
  find_live && keep_name && leave_blue_green && make_pins_again && take_inventory "$snapshot/inventory" && note_loops "$snapshot/inventory" && note_holdings "$snapshot/holdings" && note_networks "$snapshot/networks" || return 1
  save "$snapshot/project" "$project" && save "$snapshot/planned" "$planned" &&
    save "$snapshot/rolled" "$rolled" && save "$snapshot/proxies" "$proxies" || return 1
  awk -F'|' '$4 == "running" { print $1 }' "$snapshot/inventory" | sort -u >"$snapshot/ran" || return 1
  {
    cut -d '|' -f 1 "$snapshot/inventory"
    [ ! -e "$kit/releases/$previous/services" ] || cat "$kit/releases/$previous/services"
  } | sort -u >"$snapshot/services" || return 1
  find_way_back "$snapshot" && keep_files "$snapshot" || return 1
  [ ! -e "$folder/proxy" ] || snapshot_proxy "$snapshot" || return 1
  # What rolls is restored by its containers, which may all still run.
  for pair in $rolled; do
    awk -F'|' -v service="${pair%%=*}" '$1 == service { print $1 " " $2 }' "$snapshot/inventory"
  done >"$snapshot/containers" || return 1
  printf '%s\n' "$container_ids" | waits_of | cut -d ' ' -f 2 >"$snapshot/start-seconds" || return 1
  note_restarts
  hold_images "$snapshot" && reserve "$snapshot" && prepare_commit || return 1
  if [ -e "$snapshot/record" ]; then sync; else to_disk "$snapshot"/* "$kit/next" "$snapshot"; fi
  mv "$snapshot" "$transaction"
}

# note_networks FILE: the project's networks, `ID NAME` each. A newer Compose makes one anew whose definition has changed.
note_networks() {
  answer=''
  [ -z "$project" ] || ask_engine network ls --no-trunc --filter "label=com.docker.compose.project=$project" --format '{{.ID}} {{.Name}}' || return 1
  save "$1" "$answer${answer:+
}"
}

# note_files FOLDER: the files that the release writes or removes.
note_files() {
  mark "$1/gone" || return 1
  if [ -n "$previous" ] && [ -e "$kit/releases/$previous/files.list" ]; then
    grep -vxFf "$folder/files.list" "$kit/releases/$previous/files.list" >"$1/gone"
  fi
  {
    cat "$folder/files.list" "$1/gone"
    printf '%s\n' ./.env ./.deploy-kit/pins.yml
  } >"$1/written"
}

# keep_files FOLDER: a copy of them as they are now, and of those that start what runs where these are others.
keep_files() {
  while IFS= read -r file; do
    if [ -e "$path/$file" ] || [ -h "$path/$file" ]; then printf '%s\n' "$file"; fi
  done <"$1/written" >"$1/existing"
  keep_message=$(tar -C "$path" -cf "$1/before.tar" -T "$1/existing" 2>&1) || {
    because path-not-writable message "$keep_message"
    return 1
  }
  [ -e "$1/record" ] || return 0
  recorded=$kit/releases/$previous
  mkdir -p "$1/start/.deploy-kit" &&
    tar -C "$recorded/files" -cf - -T "$recorded/files.list" | tar -C "$1/start" -xpf - &&
    cp -p "$recorded/env" "$1/start/.env" && cp -p "$recorded/pins.yml" "$1/start/.deploy-kit/pins.yml"
}

# reserve FOLDER: room on the disk for bringing everything back and for the commit, whatever else fills it meanwhile.
reserve() {
  room=$(($(wc -c <"$1/before.tar") / 512 + 4096))
  if ! mkdir "$1/reserve" || ! dd if=/dev/zero of="$1/reserve/room" bs=1024 count="$room" 2>/dev/null; then
    because disk-full message "no room for $room kB in $path"
    return 1
  fi
  for number in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16; do mark "$1/reserve/$number" || return 1; done
}

# What was reserved is there to be used.
use_reserve() { rm -rf "$transaction/reserve"; }

# Everything that the commit needs is there before the switch: it only takes another name.
prepare_commit() { save "$kit/next" "$release"; }
