# What runs and could not be started again, since nothing on the server describes it (variables that were only in
# somebody's shell), keeps its containers: stopped, and beside those of the release, until the commit.

# can_hold FOLDER: whether that is possible; FOLDER/held are its containers, `SERVICE ID NAME` each.
can_hold() {
  # It could not start the release's containers without starting these.
  if old_compose; then return 1; fi
  while IFS='|' read -r service id _ _ _ name _; do
    ! grep -qxF -e "$service" "$folder/services" || printf '%s %s %s\n' "$service" "$id" "${name#/}"
  done <"$1/inventory" >"$1/held"
  # A name can't be given twice, and an anonymous volume goes to what takes a container's place alone.
  named=$(awk 'NR == FNR { held[$1]; next } $2 == "name" && ($1 in held)' "$1/held" "$folder/claims" | wc -l)
  # shellcheck disable=SC2046 # one word an id
  ask_engine inspect --format '{{range .Mounts}}{{.Name}} {{end}}' $(cut -d ' ' -f 2 "$1/held") || return 1
  if [ "$named" -eq 0 ] && ! printf '%s\n' "$answer" | tr ' ' '\n' | grep -qx '[0-9a-f]\{64\}'; then
    event note title 'What runs is described by no file' text "Compose would not start $(tr '\n' ' ' <"$1/to-start")as it stands; it may have variables that are in no file. Its containers are kept, stopped, until the new ones are healthy. Once the release is live, nothing can bring them back: put what the project needs into its files."
    return 0
  fi
  rm -f "$1/held"
  return 1
}

# is_held: whether this release starts beside what is held.
is_held() { [ -e "$transaction/held" ] && [ -z "$putting_back" ]; }

# set_aside: what is held makes way for all of the release.
set_aside() {
  while read -r service id name; do
    event say text "Service $service stops; its container is kept until the commit"
    printf '%s %s %s\n' "$service" "$id" "$name" >>"$transaction/made-way" || return 1
    step_aside "$id" "$name" || return 1
  done <"$transaction/held"
}

# bring_up_beside: the release's containers, each service's beside those that are held.
bring_up_beside() {
  scales=''
  cut -d ' ' -f 2 "$transaction/held" >>"$folder/started"
  while IFS= read -r service; do
    wanted_number=$(sed -n "s/^$service //p" "$folder/replicas" 2>/dev/null)
    scales="$scales --scale $service=$(($(grep -c "^$service " "$transaction/held") + ${wanted_number:-1}))"
  done <"$folder/services"
  # shellcheck disable=SC2086,SC2046 # words
  make --no-recreate $scales && start_in_order there $(cat "$folder/services") && list_containers
}

# drop_beside: before a restore, the release's containers of what is held.
drop_beside() {
  [ -e "$transaction/held" ] || return 0
  cut -d ' ' -f 1 "$transaction/held" | sort -u | while IFS= read -r service; do
    beside=$(containers_of "$service" </dev/null | cut -d ' ' -f 2 | grep -vxFf "$folder/before-ids")
    # What it has in memory it may want to write.
    # shellcheck disable=SC2086 # one word an id
    stop_containers $beside >/dev/null 2>&1 </dev/null
    printf '%s\n' "$beside" | docker_each rm -f >/dev/null 2>&1
  done
}

# held_and_gone SEPARATOR: after the commit nothing starts as it was what was held: Compose makes it anew by its files.
held_and_gone() {
  [ -e "$transaction/held" ] || return 0
  ran_before 2 | while IFS= read -r held_id; do
    held_service=$(sed -n "s/^\([^ ]*\) $held_id .*$/\1/p" "$transaction/held")
    if [ -n "$held_service" ] && ! grep -qF "|$held_id|" "$folder/inventory"; then printf '%s\n' "$held_service"; fi
  done | sort -u | awk -v separator="$1" '{ printf "%s%s was made anew, without the variables that are in no file", separator, $1; separator = "; " }'
}
