# The snapshot: what was there before a release, all that bringing it back needs, and all that the commit needs.

# Keeps a copy of everything that the release is about to write or remove.
take_snapshot() {
  previous=$(current_release)
  snapshot=$transaction.part
  snapshot_message=$({ rm -rf "$snapshot" && mkdir -m 700 "$snapshot"; } 2>&1) || because path-not-writable message "$snapshot_message" || return 1
  save "$snapshot/release" "$release" && save "$snapshot/previous" "$previous" &&
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

# note_files FOLDER: what the release adds, what makes way for it, and what goes, unless that has come to be refused.
note_files() {
  judge_files && refuse_files || return 1
  files_with add write replace >"$1/installed" && files_with write replace >"$1/moved" && files_with remove >"$1/gone" && files_with add >"$1/added"
}

# keep_files FOLDER: the env file and the pins, which may have been made again; and where others than those of the folder
# start what runs, a copy of these: what Compose reads to know the services.
keep_files() {
  for file in ./.env ./.deploy-kit/pins.yml ./.deploy-kit/plain.env; do
    if [ -e "$path/$file" ] || [ -h "$path/$file" ]; then printf '%s\n' "$file" >>"$1/moved"; else printf '%s\n' "$file" >>"$1/added"; fi
  done
  [ ! -h "$path/.env" ] || keep_led "$1" || return 1
  [ -e "$1/record" ] || return 0
  recorded=$kit/releases/$previous
  if [ -e "$recorded/definitions" ]; then
    cut -d ' ' -f 2- "$recorded/definitions" >"$1/defining"
  else
    cp "$recorded/files.list" "$1/defining"
  fi
  # shellcheck disable=SC2086 # none or one word
  keep_message=$({
    mkdir -p "$1/start/.deploy-kit" &&
      tar -C "$recorded/files" $tar_names -cf "$1/start.tar" -T "$1/defining" && tar -C "$1/start" -xpf "$1/start.tar" &&
      cp -p "$recorded/env" "$1/start/.env" && cp -p "$recorded/pins.yml" "$1/start/.deploy-kit/pins.yml" &&
      { [ ! -e "$recorded/plain.env" ] || cp -p "$recorded/plain.env" "$1/start/.deploy-kit/plain.env"; } &&
      printf '%s\n' ./.env ./.deploy-kit/pins.yml >>"$1/defining" && rm -f "$1/start.tar"
  } 2>&1) || because internal-error message "$keep_message"
}

# keep_led FOLDER: what `.env` leads to, in `led`, and that file itself; `led-is-new` where there is none.
keep_led() {
  led_to "$path/.env" && save "$1/led" "$led" || return 1
  if [ ! -e "$led" ]; then
    mark "$1/led-is-new"
    return
  fi
  led_message=$(ln "$led" "$1/led-file" 2>/dev/null || cp -p "$led" "$1/led-file" 2>&1) || because internal-error message "$led_message"
}

# reserve FOLDER: room on the disk for bringing everything back and for the commit, whatever else fills it meanwhile.
reserve() {
  room=$(($(du -sk "$1" | cut -f 1) * 2 + 4096))
  if ! mkdir "$1/reserve" || ! dd if=/dev/zero of="$1/reserve/room" bs=1024 count="$room" 2>/dev/null; then
    because disk-full message "no room for $room kB in $path"
    return 1
  fi
  for number in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16; do mark "$1/reserve/$number" || return 1; done
}

# What was reserved is there to be used.
use_reserve() { rm -rf "$transaction/reserve"; }

# Everything that the commit needs is there before the switch: it only takes another name.
prepare_commit() { save "$kit/next" "$release" && note_confirmation && leave_settle; }
