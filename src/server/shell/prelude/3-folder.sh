# Whose the deploy folder is, and what Compose reads there today, before a release takes its place.

# check_folder: refuses what would be lost unsaid, and what runs there under other names than one can tell.
check_folder() { check_owner && find_live && see_how_started && check_compose_files && check_env_files; }

# check_owner: two repositories that deploy to one folder would remove each other's containers.
check_owner() {
  owner_file=$kit/releases/$(current_release)/owner
  if [ ! -s "$owner_file" ] || [ ! -s "$folder/owner" ] || allowed owner; then return 0; fi
  read -r their_id their_name <"$owner_file"
  read -r our_id our_name <"$folder/owner"
  [ "$their_id" = "$our_id" ] || because folder-owned owner "$their_name" repository "$our_name"
}

# see_how_started: the files of what nobody but a person has started yet.
see_how_started() {
  mark "$folder/started" || return 1
  if [ -n "$(current_release)" ] || [ -z "$container_ids" ]; then return 0; fi
  # shellcheck disable=SC2086 # one word an id
  ask_engine inspect --format "$started_format" $container_ids && save "$folder/started" "$answer
"
}

# check_compose_files: files that Compose reads there by itself, or was told to read for what runs, and neither this
# release nor the live one has: what they add to the project would be gone.
check_compose_files() {
  ! allowed server-files || return 0
  find_env_files || return 1
  { own_compose_files "$own" && started_files <"$folder/started" | cut -d ' ' -f 2-; } | sort -u >"$folder/found-files" || return 1
  foreign_files=$(lines_without "$folder/compose-files" "$folder/found-files" | while IFS= read -r file; do
    if [ -e "$(in_place "$file")" ] && ! grep -qxF -e "./$file" "$kit/releases/$(current_release)/files.list" 2>/dev/null; then printf '%s ' "$file"; fi
  done)
  [ -z "$foreign_files" ] || because compose-files-left files "${foreign_files% }" compose-files "$(tr '\n' ' ' <"$folder/compose-files")"
}

# check_env_files: env files that what runs was started with (`--env-file`), whose keys the release's has not: they would
# be empty.
check_env_files() {
  ! allowed env-keys || return 0
  { env_keys "$folder/env" && cat "$folder/env.ours" && echo COMPOSE_PROJECT_NAME; } >"$folder/env.keys" || return 1
  started_env_files <"$folder/started" | cut -d ' ' -f 2- | sort -u >"$folder/found-files"
  while IFS= read -r file; do
    started_env=$(in_place "$file")
    [ -e "$started_env" ] || continue
    [ -r "$started_env" ] || because env-file-unreadable file "$started_env" || return 1
    lost_keys=$(env_keys "$started_env" | sort -u | lines_without "$folder/env.keys" - | joined ', ')
    [ -z "$lost_keys" ] || because env-file-left file "$started_env" keys "$lost_keys" || return 1
  done <"$folder/found-files"
}

in_place() { case $1 in /*) printf '%s' "$1" ;; *) printf '%s' "$path/$1" ;; esac; }
