# Files of the release.

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
