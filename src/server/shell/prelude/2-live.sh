# What runs now, from the engine alone: Compose can't say where its files are broken. Each reading has three results, a
# value, nothing, or a failure that ends the step: what could not be looked at is never taken for what is not there.

# ask_engine ARGUMENT...: the engine's answer in `answer`.
ask_engine() {
  answer=$(docker "$@" 2>"$folder/engine.log") && return 0
  because docker-not-running message "$(tail -n 1 "$folder/engine.log")"
}

# containers_with LABEL=VALUE: the containers that have this label, one-off ones aside, in `answer`.
containers_with() { ask_engine ps -a -q --no-trunc --filter label=com.docker.compose.oneoff=False --filter "label=$1"; }

# find_live: sets `planned`, the name that Compose will give the project of this release (the last line of a key counts),
# and `project`, the Compose project that is live, and `container_ids`, its containers, whoever started
# them: it is the one that this release will be, or else what was started from the deploy folder under another name. What
# runs from there goes first where nothing gives the release a name yet: that of the folder may be another folder's.
find_live() {
  planned_name=$(sed -n 's/^[ ]*\(export  *\)\{0,1\}COMPOSE_PROJECT_NAME=["'"'"']\{0,1\}\([A-Za-z0-9_-]*\).*$/\2/p' "$folder/env" 2>/dev/null | tail -n 1)
  planned=${planned_name:-$(default_project)}
  project=$(colour_of "$(current_release)")
  candidates="$project $planned"
  only_project || return 1
  if is_unnamed; then
    find_here '' || return 1
    [ -z "$project" ] || return 0
  fi
  # The project beside is never the live one.
  [ ! -e "$folder/colour" ] || candidates=$project
  for candidate in $candidates; do
    containers_with "com.docker.compose.project=$candidate" || return 1
    container_ids=$answer
    if [ -n "$container_ids" ]; then
      project=$candidate
      is_of_this_folder
      return
    fi
  done
  find_here -a
}

# is_unnamed: whether this is the first release, and nothing gives it a name.
is_unnamed() { [ -z "$(current_release)" ] && [ -z "$planned_name" ] && [ ! -e "$folder/project" ]; }

# find_here ALL: sets `project` and `container_ids` to what was started from the deploy folder, if anything: what runs,
# with `-a` what somebody has stopped, too.
find_here() {
  project='' container_ids=''
  # shellcheck disable=SC2086 # none or one word
  ask_engine ps $1 --no-trunc --filter label=com.docker.compose.oneoff=False --format "{{.ID}} $folder_label" || return 1
  here_ids=$(printf '%s\n' "$answer" | only_here)
  [ -n "$here_ids" ] || return 0
  # shellcheck disable=SC2086 # one word an id
  ask_engine inspect --format '{{.State.Running}} {{index .Config.Labels "com.docker.compose.project"}}' $here_ids || return 1
  # What runs goes before what somebody has stopped.
  project=$(printf '%s\n' "$answer" | sort -r | head -n 1)
  project=${project#* }
  containers_with "com.docker.compose.project=$project" || return 1
  container_ids=$answer
}

# only_project: before the first release, and where nothing gives it a name, there is one project in the folder, or nobody
# can say which of them it is.
only_project() {
  if ! is_unnamed || allowed project-name; then return 0; fi
  ask_engine ps --filter label=com.docker.compose.oneoff=False --format "{{.Label \"com.docker.compose.project\"}} $folder_label" || return 1
  printf '%s\n' "$answer" | only_here | sort -u >"$folder/projects"
  [ "$(wc -l <"$folder/projects")" -gt 1 ] || return 0
  because several-projects projects "$(tr '\n' ' ' <"$folder/projects")"
}

# is_of_this_folder: before the first release, the same name is not enough to take over what runs: it may be the site of
# another folder.
is_of_this_folder() {
  [ -z "$(current_release)" ] || return 0
  # shellcheck disable=SC2086 # one word an id
  ask_engine inspect --format '{{index .Config.Labels "com.docker.compose.project.working_dir"}}' $container_ids || return 1
  other_folder=$(printf '%s\n' "$answer" | sort -u | while IFS= read -r from; do
    if [ -n "$from" ] && ! is_here "$from"; then printf '%s\n' "$from"; fi
  done | head -n 1)
  [ -n "$other_folder" ] || return 0
  # One that was moved here is no other.
  case $(LC_ALL=C ls -d "$other_folder" 2>&1) in *'No such file'*) return 0 ;; esac
  because project-taken project "$project" folder "$other_folder"
}

# keep_name: what runs under a name that neither the release's files nor its env file give is taken over under it. Where
# they give another one, two projects would run side by side, on the same data.
keep_name() { take_name_over && keep_readers; }

take_name_over() {
  if [ -e "$folder/proxy" ] || [ -z "$container_ids" ] || [ "$project" = "$planned" ]; then return 0; fi
  if [ -n "$planned_name" ] || [ -e "$folder/project" ]; then
    # It makes way as a whole.
    ! allowed project-name || return 0
    because project-renamed project "$project" planned "$planned"
    return 1
  fi
  name_project "$project" && planned=$project
}

# keep_readers: a container that has `.env` mounted, alone or with its folder, may read it as another user: then its
# group and its mode stay.
keep_readers() {
  if [ ! -e "$path/.env" ] || [ ! -e "$folder/env" ] || [ -z "$container_ids" ]; then return 0; fi
  # shellcheck disable=SC2086 # one word an id
  ask_engine inspect --format '{{range .Mounts}}{{println .Source}}{{end}}' $container_ids || return 1
  printf '%s\n' "$answer" | sort -u | while IFS= read -r source; do
    if is_here "${source%/.env}"; then echo yes; fi
  done | grep -q yes || return 0
  chgrp "$(stat -L -c %g "$path/.env")" "$folder/env" 2>/dev/null || true
  readers_message=$(chmod "$(stat -L -c %a "$path/.env")" "$folder/env" 2>&1 && chmod u+rw "$folder/env" 2>&1) || because internal-error message "$readers_message"
}

# default_project: the name that Compose gives the project of this release where its env file gives none.
default_project() {
  cat "$folder/project" 2>/dev/null || basename "$path" | tr '[:upper:]' '[:lower:]' | tr -cd 'a-z0-9_-'
}

# take_inventory FILE: `SERVICE|ID|IMAGE|STATE|HEALTH|NAME|REFERENCE|START` of each container of `container_ids`.
take_inventory() {
  answer=''
  # shellcheck disable=SC2086 # one word an id
  [ -z "$container_ids" ] || ask_engine inspect --format '{{index .Config.Labels "com.docker.compose.service"}}|{{.ID}}|{{.Image}}|{{.State.Status}}|{{if .State.Health}}{{.State.Health.Status}}{{else}}none{{end}}|{{.Name}}|{{.Config.Image}}|{{.State.StartedAt}}' $container_ids || return 1
  save "$1" "$answer${answer:+
}"
}

# save FILE TEXT: that and no more; the step fails where it can't be written.
save() {
  save_message=$({ printf '%s' "$2" >"$1"; } 2>&1) && return 0
  because internal-error message "$save_message"
}

# ran_before FIELDS: those fields of what ran at the snapshot, from the inventory.
ran_before() { awk -F'|' '$4 == "running"' "$transaction/inventory" | cut -d '|' -f "$1"; }

# --- what can be started again --------------------------------------------------------------------

# find_way_back FOLDER: proves, before anything changes, that what runs can be started again as it is: from the deploy
# folder, as Compose reads it there or with the words that it was started with, or else from the live release's own
# record, or else its containers are kept. FOLDER/words are the words, the last one first; with FOLDER/record it is the record, and the file is empty
# where Compose could not even read the folder.
find_way_back() {
  awk -F'|' '$4 == "running"' "$1/inventory" | while IFS='|' read -r service _ _ _ _ name _; do
    # What the release does not speak of stays as it is.
    ! grep -qxF -e "$service" "$folder/services" || printf '%s\n' "${name#/}"
  done >"$1/to-start"
  mark "$1/words" || return 1
  # A project of another name stays as it is, too.
  if [ "$project" != "$planned" ] || [ ! -s "$1/to-start" ] || would_start "$1"; then return 0; fi
  is_read=yes
  if [ -n "$previous" ] && [ ! -e "$path/.env" ]; then is_read=''; fi
  bounded_client 60 call_compose "$1/words" config -q >"$folder/proof.log" 2>&1 || is_read=''
  # A folder that is broken is mended from the record; one that is read may be that of somebody who knew why.
  if [ -n "$is_read" ] || ! has_record; then
    note_words "$1" || return 1
    if would_start "$1"; then return 0; fi
  fi
  mark "$1/words" && save "$1/record" "$is_read" || return 1
  if has_record; then
    event note title 'The deploy folder is not what runs' text "Compose would not start release $previous from it as it is. If this deploy fails, it is started from the release's own record."
    return 0
  fi
  rm -f "$1/record"
  if can_hold "$1"; then return 0; fi
  because restart-not-proven services "$(tr '\n' ' ' <"$1/to-start")" message "$(tail -n 1 "$folder/proof.log")"
}

# would_start FOLDER: whether Compose, called with the folder's words, takes each of the containers as it stands.
would_start() {
  # Its status is that of what ends with an error, too.
  bounded_client 60 call_compose "$1/words" --dry-run up -d --no-build >"$folder/proof.log" 2>&1 || {
    # Without such a try (before 2.17) the hashes tell, which say less of newer ones.
    if old_compose || grep -q 'unknown flag: --dry-run' "$folder/proof.log"; then
      hashes_agree "$1"
      return
    fi
  }
  while IFS= read -r name; do
    grep -q "Container $name *Running *$" "$folder/proof.log" || has_moved "$1" "$name" || is_described "$1" "$name" || return 1
  done <"$1/to-start"
}

# has_moved FOLDER NAME: whether a container is only another than Compose would make since its image's tag has moved
# (`docker compose pull` without `up`): a restore gives that back first.
has_moved() { tag_has_moved "$1" "$2" && read_hashes "$1" && hash_agrees "$2"; }

tag_has_moved() {
  image_before=$(awk -F'|' -v name="/$2" '$6 == name { print $3 " " $7 }' "$1/inventory")
  [ "$(docker image inspect --format '{{.Id}}' "${image_before#* }" 2>/dev/null </dev/null)" != "${image_before%% *}" ]
}

# hashes_agree FOLDER: whether the containers carry the hashes that Compose's files have now.
hashes_agree() {
  read_hashes "$1" || return 1
  echo 'the files give other hashes than its containers have' >"$folder/proof.log"
  while IFS= read -r name; do hash_agrees "$name" || is_described "$1" "$name" || return 1; done <"$1/to-start"
}

read_hashes() { bounded_client 60 call_compose "$1/words" config --hash '*' >"$folder/hashes" 2>&1 </dev/null; }

hash_agrees() {
  ask_engine inspect --format '{{index .Config.Labels "com.docker.compose.service"}} {{index .Config.Labels "com.docker.compose.config-hash"}}' "$1" &&
    grep -qxF -e "$answer" "$folder/hashes"
}

# call_compose WORDS ARGUMENT...: replaces its subshell, so that ending the subshell ends Compose.
# shellcheck disable=SC2086 # `docker compose` is two words
call_compose() {
  cd "$path" || return 1
  words=$1
  shift
  while IFS= read -r word; do set -- "$word" "$@"; done <"$words"
  exec setsid $compose_command "$@"
}

# note_words FOLDER: the words that start what runs as somebody has started it, from the labels of what runs.
note_words() {
  first_name=$(head -n 1 "$1/to-start")
  ask_engine inspect --format '{{index .Config.Labels "com.docker.compose.project.config_files"}}|{{index .Config.Labels "com.docker.compose.project.environment_file"}}' "$first_name" || return 1
  started_files=${answer%%|*} started_env=${answer#*|}
  {
    if [ -n "$started_env" ]; then printf '%s\n' "$started_env" | tr ',' '\n' | awk '{ file[NR] = $0 } END { for (i = NR; i > 0; i--) print file[i] "\n--env-file" }'; fi
    if [ -n "$started_files" ]; then printf '%s\n' "$started_files" | tr ',' '\n' | awk '{ file[NR] = $0 } END { for (i = NR; i > 0; i--) print file[i] "\n-f" }'; fi
    printf '%s\n-p\n' "$project"
  } >"$1/words"
}

# has_record: whether everything is there that the live release was started from.
has_record() {
  recorded=$kit/releases/$previous
  if [ -z "$previous" ] || [ ! -e "$recorded/env" ] || [ ! -e "$recorded/pins.yml" ] || [ ! -e "$recorded/files.list" ]; then return 1; fi
  [ -z "$(lost_file "$recorded")" ]
}

# lost_file RELEASE: the first of its files that its folder has not.
lost_file() {
  while IFS= read -r file; do
    if [ ! -e "$1/files/$file" ] && [ ! -h "$1/files/$file" ]; then
      printf '%s' "$file"
      return
    fi
  done <"$1/files.list"
}
