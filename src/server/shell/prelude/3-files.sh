# Files of the release.

# The env file of the release: what was uploaded, or a file on the server with lines to add, or else the
# one in the deploy folder; then our own keys.
stage_env() {
  base=$folder/env.base
  if [ -e "$folder/env.source" ]; then
    base=$(cat "$folder/env.source")
    # shellcheck disable=SC2088 # a tilde that arrived as text
    case $base in '~/'*) base=$HOME/${base#'~/'} ;; esac
    if [ ! -r "$base" ]; then
      because env-file-unreadable file "$base"
      return 1
    fi
  fi
  [ -e "$base" ] || base=$path/.env
  if [ -e "$base" ] && [ ! -r "$base" ]; then
    because env-file-unreadable file "$base"
    return 1
  fi
  # Where somebody has removed it: what the live release was started with.
  [ -e "$base" ] || base=$kit/releases/$(current_release)/env
  (
    umask 077
    {
      if [ -e "$base" ]; then
        # Our own lines of an earlier release, comments included.
        sed -e '/^# deploy-kit: /d' "$base" |
          awk -F= -v keys="$managed_keys" '
            BEGIN { count = split(keys, list, " "); for (i = 1; i <= count; i++) managed[list[i]] = 1 }
            { key = $1; sub(/^[ \t]*(export[ \t]+)?/, "", key); sub(/[ \t]+$/, "", key); if (!(key in managed)) print }'
      fi
      [ ! -e "$folder/env.added" ] || cat "$folder/env.added"
      cat "$folder/env.managed"
    } >"$folder/env"
    rm -f "$folder/env.base" "$folder/env.added"
  )
  name_project "$(colour_of "$(current_release)")"
}

# Puts the release's files, env file and pins in their places.
install_release() {
  tar -C "$folder/files" -cf "$folder/files.tar" -T "$folder/files.list" &&
    tar -C "$path" -xpof "$folder/files.tar" || return 1
  rm -f "$folder/files.tar"
  while IFS= read -r file; do rm -f "$path/$file"; done <"$transaction/gone"
  replace "$kit/pins.yml" "$folder/pins.yml" && replace "$path/.env" "$folder/env" || return 1
  # The env file may name another one.
  project=''
  # What was kept warm in it is this release's to take up.
  [ ! -e "$transaction/colour" ] || rm -f "$kit/warm"
}
