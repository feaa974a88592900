# What runs from the deploy folder without a release of ours.

# find_running_here: the containers that run from the deploy folder, whatever started them, in `hand_ids`.
find_running_here() {
  # The folder as it was given, or as it is without symbolic links.
  for hand_folder in "$path" "$(cd "$path" && pwd -P)"; do
    if ! hand_ids=$(docker ps -q --filter "label=com.docker.compose.project.working_dir=$hand_folder" --filter label=com.docker.compose.oneoff=False 2>&1); then
      because docker-not-running message "$hand_ids"
      return 1
    fi
    [ -z "$hand_ids" ] || break
  done
}

# note_hand_made FOLDER: what runs from the deploy folder under files or a name that Compose does not find there by
# itself, as somebody started it by hand: its project, and the words that start it again, the last one first.
note_hand_made() {
  find_running_here || return 1
  [ -n "$hand_ids" ] || return 0
  hand_labels='{{index .Config.Labels "com.docker.compose.project"}}|{{index .Config.Labels "com.docker.compose.project.config_files"}}|{{index .Config.Labels "com.docker.compose.project.environment_file"}}'
  # shellcheck disable=SC2086 # one word an id
  docker inspect --format "$hand_labels" $hand_ids | head -n 1 >"$1/hand-labels" || return 1
  IFS='|' read -r project hand_files hand_env <"$1/hand-labels"
  {
    [ -z "$hand_env" ] || printf '%s\n--env-file\n' "$hand_env"
    [ -z "$hand_files" ] || printf '%s\n' "$hand_files" | tr ',' '\n' | awk '{ file[NR] = $0 } END { for (i = NR; i > 0; i--) print file[i] "\n-f" }'
    printf '%s\n-p\n' "$project"
  } >"$1/hand-words"
  printf '%s' "$project" >"$1/hand-made"
  container_ids=$(docker ps -a -q --filter "label=com.docker.compose.project=$project")
  inspect_containers | cut -d '|' -f 2 | sort -u >"$1/services"
}
