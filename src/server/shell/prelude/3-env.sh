# The env file of the release.

# stage_env: the server's own, of which only goes what the live release brought and this one lacks, or one that was
# uploaded or lies elsewhere on the server, with what no release brought; then the lines to add, and our own keys.
stage_env() {
  find_env_files || return 1
  (
    umask 077
    merge_env >"$folder/env" && rm -f "$folder/env.base" "$folder/env.added"
  ) || because internal-error message "the env file could not be written in $folder" || return 1
  [ ! -s "$folder/env.kept" ] || event say text "No release brought $(tr '\n' ' ' <"$folder/env.kept")in .env: kept"
  [ ! -s "$folder/env.left" ] || event say text "The live release brought $(tr '\n' ' ' <"$folder/env.left")in .env, this one does not: left out"
  name_project "$(colour_of "$(current_release)")" && keep_values
}

# find_env_files: sets `own`, the server's own, and `base`, what takes its place, where there is such a file.
find_env_files() {
  base=$folder/env.base
  if [ -e "$folder/env.source" ]; then
    base=$(cat "$folder/env.source")
    # shellcheck disable=SC2088 # a tilde that arrived as text
    case $base in '~/'*) base=$HOME/${base#'~/'} ;; esac
    [ -e "$base" ] || because env-file-unreadable file "$base" || return 1
  fi
  live=$kit/releases/$(current_release)
  own=$path/.env
  # Where somebody has removed it: what the live release was started with.
  [ -e "$own" ] || own=$live/env
  for file in "$base" "$own"; do
    if [ -e "$file" ] && [ ! -r "$file" ]; then
      because env-file-unreadable file "$file"
      return 1
    fi
  done
  [ -e "$own" ] || own=/dev/null
}

# merge_env: prints it, and notes which keys this release brings (`env.brought`), keeps and leaves out.
merge_env() {
  added=$folder/env.added
  [ -e "$added" ] || added=/dev/null
  {
    printf '%s\n' "$managed_keys" | tr ' ' '\n'
    # Ours is written with colons.
    echo COMPOSE_PATH_SEPARATOR
    # The name that we have given is given anew.
    [ -z "$(colour_of "$(current_release)")" ] || echo COMPOSE_PROJECT_NAME
  } >"$folder/env.ours"
  if [ -e "$base" ]; then
    { env_keys "$base"; env_keys "$added"; } | sort -u >"$folder/env.brought"
  elif [ "$added" = /dev/null ]; then
    # Nothing is asked for: all stays as it is.
    cat "$live/env.brought" 2>/dev/null >"$folder/env.brought"
    env_without "$folder/env.ours" "$own"
    cat "$folder/env.managed"
    return
  else
    env_keys "$added" | sort -u >"$folder/env.brought"
  fi
  env_keys "$own" | sort -u | grep -vxFf "$folder/env.ours" | grep -vxFf "$folder/env.brought" >"$folder/env.kept"
  mark "$folder/env.left"
  if allowed env-keys; then
    mv -f "$folder/env.kept" "$folder/env.left" && mark "$folder/env.kept"
  elif [ -s "$live/env.brought" ]; then
    grep -xFf "$live/env.brought" "$folder/env.kept" >"$folder/env.left"
    grep -vxFf "$live/env.brought" "$folder/env.kept" >"$folder/env.kept.new"
    mv -f "$folder/env.kept.new" "$folder/env.kept"
  fi
  cat "$folder/env.ours" "$folder/env.left" "$folder/env.brought" >"$folder/env.out"
  if [ -e "$base" ]; then
    env_without "$folder/env.ours" "$base"
    env_without "$folder/env.out" "$own" entries
  else
    env_without "$folder/env.out" "$own"
  fi
  cat "$added" "$folder/env.managed"
}
