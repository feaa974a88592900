# What was started from the deploy folder, by whatever name of it: somebody may have gone through a symbolic link. Also
# before the scripts that look.

folder_label='{{.Label "com.docker.compose.project.working_dir"}}'

# is_here FOLDER: whether that is the deploy folder. A container that Compose did not start has none: to `cd` that would
# be where it is.
is_here() {
  case $1 in "$path") return 0 ;; /*) ;; *) return 1 ;; esac
  here=$(cd "$path" 2>/dev/null && pwd -P) && [ "$(cd "$1" 2>/dev/null && pwd -P)" = "$here" ]
}

# only_here: of `WORD FOLDER` lines on standard input the words whose folder is this one.
only_here() {
  last_from='' is_from_here=''
  sort -k 2 | while read -r word from; do
    if [ "$from" != "$last_from" ]; then
      last_from=$from is_from_here=''
      ! is_here "$from" || is_from_here=yes
    fi
    [ -z "$is_from_here" ] || printf '%s\n' "$word"
  done
}

# in_folder FILE: relative to the deploy folder where it is in there.
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

# beyond_first: of lists with commas all but the first file of each, and but our own.
beyond_first() {
  awk -F, '{ for (i = 2; i <= NF; i++) print $i }' | while IFS= read -r file; do in_folder "$file"; done | sed '/^\.deploy-kit\//d'
}
