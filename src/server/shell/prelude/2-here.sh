# What was started from the deploy folder, by whatever name of it: somebody may have gone through a symbolic link. Also
# before the scripts that look.

folder_label='{{.Label "com.docker.compose.project.working_dir"}}'

# is_here FOLDER: whether that is the deploy folder.
is_here() {
  [ "$1" = "$path" ] && return 0
  here=$(cd "$path" 2>/dev/null && pwd -P) && [ "$(cd "$1" 2>/dev/null && pwd -P)" = "$here" ]
}

# only_here: of `WORD FOLDER` lines on standard input the words whose folder is this one.
only_here() {
  sort -k 2 | while read -r word from; do
    if [ "$from" != "${last_from:-}" ]; then
      last_from=$from is_from_here=''
      ! is_here "$from" || is_from_here=yes
    fi
    [ -z "$is_from_here" ] || printf '%s\n' "$word"
  done
}

# How a container was started, by the words of whoever typed the command: `-f` and `--env-file`, or the variables that
# stand for them.
started_format='{{.State.Running}}|{{index .Config.Labels "com.docker.compose.project"}}|{{index .Config.Labels "com.docker.compose.project.config_files"}}|{{index .Config.Labels "com.docker.compose.project.environment_file"}}'

# started_files: of such lines on standard input the Compose files beside the first, which a release replaces under
# whatever name: `PROJECT FILE`, relative to the deploy folder where it is in there.
started_files() { started_words 3 2; }

# started_env_files: the env files, but for the folder's own `.env`.
started_env_files() { started_words 4 1 | grep -v ' [.]env$'; }

# started_words FIELD FIRST
started_words() {
  sed -n 's/^true|/|/p' | cut -d '|' -f "2,$1" | sort -u | while IFS='|' read -r name words; do
    printf '%s\n' "$words" | tr ',' '\n' | tail -n "+$2" | grep . | while IFS= read -r file; do
      printf '%s %s\n' "$name" "$(in_folder "$file")"
    done
  done
}

# in_folder FILE
in_folder() {
  case $1 in /*) file=$1 ;; *) file=$path/$1 ;; esac
  here=$(cd "$path" 2>/dev/null && pwd -P)
  from=$(cd "${file%/*}" 2>/dev/null && pwd -P) || from=${file%/*}
  case $from/ in
    "$here"/*)
      from=${from#"$here"}
      from=${from#/}
      printf '%s\n' "${from:+$from/}${file##*/}"
      ;;
    *) printf '%s\n' "$file" ;;
  esac
}
