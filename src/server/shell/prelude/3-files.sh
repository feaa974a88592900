# Files of the release.

# compare_files: what the release does to the files on the server, and what it leaves alone; it ends here where that
# can't be.
compare_files() {
  judge_files && refuse_files || return 1
  say_files keep 'Files that were changed on the server are kept' 'The release has others'
  say_files leave 'Files that the release lacks are kept' 'They are not as they were shipped'
  say_files replace 'The release replaces files of the server' "What stands there will be kept in $kit/former/$release"
}

# say_files FATE TITLE WORDS
say_files() {
  said_files=$(named "$1")
  [ -z "$said_files" ] || event note title "$2" text "$3: $said_files"
}

# Puts the release's files, env file and pins in their places.
install_release() {
  # Those too that need not be written: the next deploy takes them from here.
  lost_one=$(lost_file "$folder")
  [ -z "$lost_one" ] || because internal-error message "$lost_one is gone from $folder/files" || return 1
  put_aside && put_in_place || return 1
  put_over .deploy-kit/pins.yml "$folder/pins.yml" && put_over .env "$folder/env" || return 1
  [ ! -e "$folder/plain.env" ] || put_over .deploy-kit/plain.env "$folder/plain.env" || return 1
  # The env file may name another one.
  project=''
  # What was kept warm in it is this release's to take up.
  [ ! -e "$transaction/colour" ] || rm -f "$kit/warm"
}

# put_aside: what makes way for other files is in the transaction from here on. These are the files that containers have
# mounted: a restore brings them back, not copies. Until another takes its place each stays in its own, too.
put_aside() {
  while IFS= read -r file; do
    case $file in
      ./.env | ./.deploy-kit/pins.yml | ./.deploy-kit/plain.env) ;;
      *) link_file "$path" "$transaction/aside" "$file" || move_file "$path" "$transaction/aside" "$file" || return 1 ;;
    esac
  done <"$transaction/moved"
  while IFS= read -r file; do move_file "$path" "$transaction/aside" "$file" || return 1; done <"$transaction/gone"
}

# link_file FROM TO FILE, move_file FROM TO FILE: from below one folder to below another. A link needs one file system,
# and a file that this user may write. Between a link and what was to take its place a program may have been killed: then
# both are one file, which no mv replaces.
link_file() { make_place "$2/$3" 2>/dev/null && ln "$1/$3" "$2/$3" 2>/dev/null; }

move_file() {
  move_message=$({ make_place "$2/$3" && mv -f "$1/$3" "$2/$3"; } 2>&1) && return 0
  ! is_one_file "$1/$3" "$2/$3" || return 0
  because path-not-writable message "$move_message"
}

is_one_file() { [ -n "$(stat -c %d:%i "$2" 2>/dev/null)" ] && [ "$(stat -c %d:%i "$1" 2>/dev/null)" = "$(stat -c %d:%i "$2")" ]; }

make_place() { [ -d "${1%/*}" ] || mkdir -p "${1%/*}"; }

put_in_place() {
  if [ -s "$transaction/installed" ]; then
    install_message=$({
      # shellcheck disable=SC2086 # none or one word
      tar -C "$folder/files" $tar_names -cf "$folder/files.tar" -T "$transaction/installed" &&
        tar -C "$path" -xpof "$folder/files.tar"
    } 2>&1) || {
      because path-not-writable message "$(printf '%s\n' "$install_message" | head -n 1)"
      return 1
    }
    rm -f "$folder/files.tar"
  fi
  files_with mode | while IFS=' ' read -r mode file; do chmod "$mode" "$path/$file"; done
  mark "$transaction/in-place"
}

# put_over FILE SOURCE: unless it is the same already. A link stays one: what it leads to is written.
put_over() {
  led_to "$path/$1"
  if cmp -s "$2" "$led" && chmod "$(stat -c %a "$2")" "$led" 2>/dev/null; then return 0; fi
  over_message=$({
    mkdir -p "$transaction/aside/.deploy-kit" &&
      { { [ ! -e "$path/$1" ] && [ ! -h "$path/$1" ]; } || link_file "$path" "$transaction/aside" "$1" || cp -pP "$path/$1" "$transaction/aside/$1"; } &&
      replace "$led" "$2"
  } 2>&1) || because path-not-writable message "$over_message"
}
