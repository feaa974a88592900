# Whose the deploy folder is, and what Compose reads there today, before a release takes its place.

# check_folder: refuses what would be lost unsaid.
check_folder() { check_owner && check_compose_files; }

# check_owner: two repositories that deploy to one folder would remove each other's containers.
check_owner() {
  owner_file=$kit/releases/$(current_release)/owner
  if [ ! -s "$owner_file" ] || [ ! -s "$folder/owner" ] || allowed owner; then return 0; fi
  read -r their_id their_name <"$owner_file"
  read -r our_id our_name <"$folder/owner"
  [ "$their_id" = "$our_id" ] || because folder-owned owner "$their_name" repository "$our_name"
}

# check_compose_files: files that Compose reads there by itself, and neither this release nor the live one has: what they
# add to the project would be gone.
check_compose_files() {
  ! allowed server-files || return 0
  find_env_files || return 1
  own_compose_files >"$folder/found-files" || return 1
  foreign_files=$(grep -vxFf "$folder/compose-files" "$folder/found-files" | while IFS= read -r file; do
    if [ -e "$path/$file" ] && ! grep -qxF -e "./$file" "$kit/releases/$(current_release)/files.list" 2>/dev/null; then printf '%s ' "$file"; fi
  done)
  [ -z "$foreign_files" ] || because compose-files-left files "${foreign_files% }" compose-files "$(tr '\n' ' ' <"$folder/compose-files")"
}

# own_compose_files: those that a hand-typed command takes, ours aside: what COMPOSE_FILE says, else the override beside
# the usual file, which the release replaces under whatever name.
own_compose_files() {
  listed=$(value_of COMPOSE_FILE "$own")
  if [ -n "$listed" ]; then
    separator=$(value_of COMPOSE_PATH_SEPARATOR "$own")
    printf '%s\n' "$listed" | tr "${separator:-:}" '\n' | sed -e "s|^$path/||" -e 's|^\./||' | grep -vxF -e .deploy-kit/pins.yml -e "$kit/pins.yml" || true
    return
  fi
  for name in compose.override.yml compose.override.yaml docker-compose.override.yml docker-compose.override.yaml; do
    [ ! -e "$path/$name" ] || printf '%s\n' "$name"
  done
}

# value_of KEY FILE: what an env file says, without quotes; the last line counts.
value_of() {
  awk "$env_reader"' first && key == "'"$1"'" { sub(/[ \t\r]+$/, "", value); gsub(/^["\047]|["\047]$/, "", value); found = value } END { print found }' "$2"
}
