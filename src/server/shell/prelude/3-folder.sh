# Whose the deploy folder is, and what Compose reads there today, before a release takes its place.

# check_folder: refuses what would be lost unsaid, and what runs there under other names than one can tell.
check_folder() { check_owner && find_live && check_compose_files && check_started_env; }

# check_owner: two repositories that deploy to one folder would remove each other's containers.
check_owner() {
  owner_file=$kit/releases/$(current_release)/owner
  if [ ! -s "$owner_file" ] || [ ! -s "$folder/owner" ] || allowed owner; then return 0; fi
  read -r their_id their_name <"$owner_file"
  read -r our_id our_name <"$folder/owner"
  [ "$their_id" = "$our_id" ] || because folder-owned owner "$their_name" repository "$our_name"
}

# check_compose_files: files that Compose reads there by itself, or was told to by hand, and neither this release nor the
# live one has: what they add to the project would be gone.
check_compose_files() {
  ! allowed server-files || return 0
  find_env_files || return 1
  { own_compose_files "$own" && further_files; } >"$folder/found-files" || return 1
  foreign_files=$(sort -u "$folder/found-files" | lines_without "$folder/compose-files" - | while IFS= read -r file; do
    case $file in /*) there=$file ;; *) there=$path/$file ;; esac
    if [ -e "$there" ] && ! grep -qxF -e "./$file" "$kit/releases/$(current_release)/files.list" 2>/dev/null; then printf '%s ' "$file"; fi
  done)
  [ -z "$foreign_files" ] || because compose-files-left files "${foreign_files% }" compose-files "$(tr '\n' ' ' <"$folder/compose-files")"
}
