# Releases: comparing with the live one, taking one up again, removing old ones.

# compare_with_live SERVICE=IMAGE...: ends here when everything of the release is what runs already.
compare_with_live() {
  live=$(current_release)
  # One that nobody has confirmed may go back by itself, and this release with it.
  if [ -z "$live" ] || is_rejected "$live" || is_open "$live"; then return 0; fi
  for file in files.list files.sha256 services pins.yml; do
    cmp -s "$folder/$file" "$kit/releases/$live/$file" || return 0
  done
  for file in proxy/template proxy/file; do
    if [ -e "$folder/$file" ] && ! cmp -s "$folder/$file" "$kit/releases/$live/$file"; then return 0; fi
  done
  if ! cmp -s "$folder/env" "$path/.env" || ! cmp -s "$folder/pins.yml" "$kit/pins.yml"; then return 0; fi
  ! grep -qE '^(add|write|replace|remove) ' "$folder/fates" || return 0
  if ! list_containers || ! runs_well "$@"; then
    error_name=''
    return 0
  fi
  # The last word of what was interrupted may be that nobody knows.
  [ -z "$has_settled" ] || journal settled "$live"
  finish same "$live"
}

# give_way CREATED LIVE: ends here when a newer release is live and this one has come too late: it had to wait, or another one
# than LIVE, which was when it was asked for, is live now. CREATED is in seconds since 1970, by the clock of its build.
give_way() {
  live=$(current_release)
  if [ -z "$has_waited" ] && [ "$live" = "$2" ]; then return 0; fi
  # One that is about to be taken back is nothing to give way to.
  if [ -z "$live" ] || [ -e "$kit/releases/$live/rejected" ]; then return 0; fi
  live_created=$(cat "$kit/releases/$live/created" 2>/dev/null) || return 0
  [ "$1" -lt "${live_created:-0}" ] || return 0
  [ -z "$has_settled" ] || journal settled "$live"
  finish outdated "$live"
}

# Whether each service has its container, of the right image, and nothing is wrong with any.
runs_well() {
  look_at_containers >/dev/null && [ -z "$pending" ] && check_images "$@" || return 1
  while IFS= read -r service; do
    case "
$containers" in *"|$service|"*) ;; *) return 1 ;; esac
  done <"$folder/services"
}

# expect_current RELEASE: what was decided is only right while that release is live.
expect_current() {
  [ "$(current_release)" != "$1" ] || return 0
  because release-changed expected "$1" current "$(current_release)"
}

# take_up RELEASE: takes everything of a former release as this one's own, but under the live project's
# name, and with the keys of `.env` that no release brought as they are.
take_up() {
  take_parts "$1" files files.list files.sha256 definitions images.list services order replicas claims resources project owner pins.yml plain.env env env.brought hooks pre-stop &&
    keep_own_keys "$1" && name_project "$(colour_of "$(current_release)")"
}

# keep_own_keys RELEASE: of its env file only the keys that it or the live one brought, and our lines; all else is the
# server's own, which somebody may have changed since.
keep_own_keys() {
  former=$kit/releases/$1
  live=$kit/releases/$(current_release)
  # An older version has not noted it.
  if [ ! -r "$path/.env" ] || [ ! -e "$former/env.brought" ] || [ ! -e "$live/env.brought" ]; then return 0; fi
  (
    umask 077
    for record in "$former" "$live"; do our_lines "$record/env"; done >"$folder/env.lines"
    { env_keys "$folder/env.lines" && cat "$former/env.brought" "$live/env.brought"; } | sort -u >"$folder/env.out" &&
      env_keys "$former/env" | lines_without "$folder/env.out" - >"$folder/env.kept" &&
      {
        env_without "$folder/env.out" "$path/.env"
        sed '/^# deploy-kit: /,$d' "$former/env" | env_without "$folder/env.kept" - entries
        our_lines "$former/env"
      } >"$folder/env.new" && mv -f "$folder/env.new" "$folder/env" || exit 1
    # What reads a copy of it without our lines.
    if [ -e "$folder/plain.env" ]; then
      env_keys "$folder/env.lines" >"$folder/env.ours"
      env_without "$folder/env.ours" "$folder/env" >"$folder/plain.new" && mv -f "$folder/plain.new" "$folder/plain.env" || exit 1
    fi
    rm -f "$folder/env.lines"
  ) || because internal-error message "the env file could not be written in $folder"
}

our_lines() { sed -n '/^# deploy-kit: /,$p' "$1"; }

# take_parts RELEASE PART...
take_parts() {
  from=$kit/releases/$1
  shift
  for part in "$@"; do
    [ -e "$from/$part" ] || continue
    rm -rf "${folder:?}/$part"
    # Nothing in a release's folder ever changes: the same files can belong to both.
    cp -al "$from/$part" "$folder/$part" 2>/dev/null || cp -a "$from/$part" "$folder/$part" || return 1
  done
}

# Removes what is older than the releases that are kept, with the images that only those used. Never a
# volume, and nothing that a program still works with.
prune() {
  # What was taken back counts for none: it would push out those that one can go back to.
  sed -n 's/^.*"release":"\([^"]*\)-take-back[-0-9a-f]*","kind":"take-back","outcome":"settled".*$/\1/p' "$kit/journal.jsonl" >"$folder/taken-back"
  # A release that a rollback made has a count of its own, or going back and forth would push others out.
  for made_by in deploy rollback; do
    sed -n 's/^.*"release":"\([^"]*\)","kind":"'"$made_by"'","outcome":"committed".*$/\1/p' "$kit/journal.jsonl" |
      lines_without "$folder/taken-back" - |
      awk '{ line[NR] = $0 } END { for (i = NR; i > 0; i--) if (!seen[line[i]]++) print line[i] }' |
      while IFS= read -r id; do
        if [ -e "$kit/releases/$id" ] && [ ! -e "$kit/releases/$id/rejected" ]; then printf '%s\n' "$id"; fi
      done | head -n "$keep_releases"
  done | sort >"$folder/kept-releases"
  list_containers && take_inventory "$folder/inventory" && let_go "$folder"
  way_back >"$folder/way-back"
  oldest=$(head -n 1 "$folder/kept-releases")
  while IFS= read -r id; do cut -d ' ' -f 2 "$kit/releases/$id/images.list"; done <"$folder/kept-releases" >"$folder/kept-images"
  for old in "$kit/releases"/*; do
    id=${old##*/}
    # Their names begin with their time. A failed release is kept as long as the good ones around it.
    if [ "$id" = "$oldest" ] || [ "$(printf '%s\n%s\n' "$id" "$oldest" | sort | head -n 1)" != "$id" ]; then continue; fi
    if grep -qxF -e "$id" "$folder/kept-releases" || grep -qxF -e "$id" "$folder/way-back" || ! flock -n "$old/alive" true 2>/dev/null || is_watched "$old"; then continue; fi
    [ ! -e "$old/images.list" ] || cut -d ' ' -f 2 "$old/images.list"
    rm -rf "$old"
  done | sort -u | lines_without "$folder/kept-images" - | while IFS= read -r image; do
    docker image rm "$image" >/dev/null 2>&1 </dev/null
  done
  return 0
}
