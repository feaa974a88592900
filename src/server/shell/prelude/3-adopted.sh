# What somebody has started by hand, before the first release takes its place: what it was started with, and what it has
# that the release would not give it.

# started_with LABEL: what those of its containers that run say of that, in `answer`; nothing once a release is live.
started_with() {
  answer=''
  if [ -z "$container_ids" ] || [ -n "$(current_release)" ]; then return 0; fi
  # shellcheck disable=SC2086 # one word an id
  ask_engine inspect --format "{{if .State.Running}}{{index .Config.Labels \"com.docker.compose.project.$1\"}}{{end}}" $container_ids || return 1
  answer=$(printf '%s\n' "$answer" | sort -u)
}

# further_files: the Compose files beyond the first that it was started with: that one the release replaces.
further_files() {
  started_with config_files || return 1
  printf '%s\n' "$answer" | awk -F, '{ for (i = 2; i <= NF; i++) print $i }' | sed -e "s|^$path/||" -e "s|^$(cd "$path" && pwd -P)/||"
}

# check_started_env: another env file than the folder's own (`--env-file`) says what nothing else does.
check_started_env() {
  ! allowed env-keys || return 0
  started_with environment_file || return 1
  printf '%s\n' "$answer" | tr , '\n' | grep -vxF -e "$path/.env" -e "$(cd "$path" && pwd -P)/.env" -e '' >"$folder/started-env"
  while IFS= read -r started_env; do
    [ -e "$started_env" ] || continue
    if [ -r "$started_env" ]; then
      env_lost=$(env_keys "$started_env" | lines_without "$folder/env.ours" - | lines_without "$folder/env.brought" - | while IFS= read -r env_key; do
        [ "$(value_of "$env_key" "$started_env")" = "$(value_of "$env_key" "$folder/env")" ] || printf '%s ' "$env_key"
      done)
    else
      env_lost='what it says '
    fi
    [ -z "$env_lost" ] || because env-file-left file "$started_env" keys "${env_lost% }" || return 1
  done <"$folder/started-env"
}

# check_kept: with the files in their places, and before anything is stopped: a service that runs with data keeps it, and no
# variable that it has is empty from now on.
check_kept() {
  started_with working_dir || return 1
  if [ -z "$answer" ] || [ -e "$folder/proxy" ]; then return 0; fi
  set_project || return 1
  # One that makes way as a whole is allowed to.
  [ "$project" = "$(cat "$transaction/project")" ] || return 0
  # What Compose can't read it says itself, once it is to start it.
  bounded_client 60 call_compose /dev/null config >"$folder/config" 2>"$folder/config.log" || return 0
  read_config <"$folder/config" >"$folder/config.lines" && rm -f "$folder/config" || return 1
  check_stores && check_variables
}

# read_config: `store|SERVICE|TARGET|TYPE|SOURCE` of each mount and `empty|SERVICE|VARIABLE` of what `compose config` prints.
read_config() {
  awk -v project="$project" '
    function plain(text) { sub(/[ \t]+$/, "", text); if (text ~ /^".*"$|^\047.*\047$/) text = substr(text, 2, length(text) - 2); return text }
    function after(text) { sub(/^[^:]*:[ ]*/, "", text); return plain(text) }
    function flush() { if (target != "") mounts[++count] = service "|" target "|" type "|" source; type = source = target = "" }
    /^[a-z]/ { flush(); section = $1; service = part = key = ""; next }
    section == "volumes:" && /^  [^ ]/ { key = plain($1); sub(/:$/, "", key); next }
    section == "volumes:" && /^    name: / { names[key] = after($0); next }
    section != "services:" { next }
    /^  [^ ]/ { flush(); service = $1; sub(/:$/, "", service); service = plain(service); part = ""; next }
    /^    [^ -]/ { flush(); part = $1; if (part == "volumes_from:") shared[service]; next }
    part == "environment:" && /^      [^ ]/ {
      name = $1
      sub(/:$/, "", name)
      if (after($0) == "") print "empty|" service "|" name
    }
    part != "volumes:" { next }
    /^ *- / {
      flush()
      sub(/^ *- /, "")
      if ($0 !~ /^[a-z_]+: /) {
        # Compose 1: `source:target:mode`.
        mount = plain($0)
        sub(/:[a-zA-Z,]+$/, "", mount)
        source = target = mount
        sub(/:[^:]*$/, "", source)
        sub(/^.*:/, "", target)
        type = source ~ /^[\/.~]/ ? "bind" : "volume"
        flush()
        next
      }
    }
    /^ *type: / { type = after($0) }
    /^ *source: / { source = after($0) }
    /^ *target: / { target = after($0) }
    END {
      flush()
      for (i = 1; i <= count; i++) {
        split(mounts[i], parts, "|")
        source = parts[4]
        if (parts[3] == "volume") source = source in names ? names[source] : project "_" source
        print "store|" parts[1] "|" parts[2] "|" parts[3] "|" source
      }
      for (service in shared) print "shares|" service
    }'
}

# check_stores: a store is left behind where its service would start with an empty one. What a service does not mount any
# more it may have in its image; only where that wants a store it would be one without a name.
check_stores() {
  # shellcheck disable=SC2016,SC2086 # the format is for the engine; one word an id
  ask_engine inspect --format '{{$service := index .Config.Labels "com.docker.compose.service"}}{{range .Mounts}}{{if .RW}}{{$service}}|{{.Destination}}|{{.Type}}|{{if eq .Type "volume"}}{{.Name}}{{else}}{{.Source}}{{end}}{{println}}{{end}}{{end}}' $container_ids || return 1
  printf '%s\n' "$answer" | grep . | sort -u >"$folder/stores"
  stores_left=$(while IFS='|' read -r store_service store_target store_type store_source; do
    if ! grep -qxF -e "$store_service" "$folder/services" || grep -qxF -e "shares|$store_service" "$folder/config.lines"; then continue; fi
    new_store=$(awk -F'|' -v service="$store_service" -v target="$store_target" '$1 == "store" && $2 == service && $3 == target { print $4 "|" $5 }' "$folder/config.lines" | tail -n 1)
    if [ -z "$new_store" ] && ! wants_store "$store_service" "$store_target"; then continue; fi
    if ! holds_data "$store_type" "$store_source" "$new_store" || same_store "$store_source" "${new_store#*|}" || is_filled "${new_store%%|*}" "${new_store#*|}"; then continue; fi
    printf '%s has %s at %s, and would have %s. ' "$store_service" "$store_source" "$store_target" "${new_store#*|}"
  done <"$folder/stores" | sed 's/would have \. /would have nothing there. /g')
  [ -z "$stores_left" ] || because store-left stores "${stores_left% }"
}

# holds_data TYPE SOURCE NEW: whether anything would be missed. A volume without a name is handed on where nothing takes its
# place; what can't be looked at counts.
holds_data() {
  case $1:$2 in
    volume:*) [ -n "$3" ] || [ "$(printf '%s' "$2" | tr -d '0-9a-f')" != '' ] || [ "${#2}" -ne 64 ] ;;
    bind:*)
      if [ -d "$2" ]; then
        [ ! -r "$2" ] || [ -n "$(ls -A "$2" 2>/dev/null)" ]
      elif [ ! -e "$2" ]; then
        # Gone, with its folder, or where this user may not look.
        case $(ls -d "$2" 2>&1) in *'No such file'*) return 1 ;; esac
      else
        [ -f "$2" ]
      fi
      ;;
    *) return 1 ;;
  esac
}

# wants_store SERVICE TARGET: whether its image itself has a volume there.
wants_store() {
  for wanting in $(containers_of "$1" </dev/null | cut -d ' ' -f 2); do
    docker image inspect --format '{{range $place, $_ := .Config.Volumes}}{{println $place}}{{end}}' "$(docker inspect --format '{{.Image}}' "$wanting" </dev/null)" 2>/dev/null </dev/null
  done | grep -qxF -e "$2"
}

same_store() {
  [ "$1" = "$2" ] || [ "$(readlink -f "$1" 2>/dev/null || echo "$1")" = "$(readlink -f "$2" 2>/dev/null || echo "$2")" ]
}

# is_filled TYPE SOURCE: whether somebody has put the data there already.
is_filled() {
  case $1 in
    volume) docker volume inspect "$2" >/dev/null 2>&1 </dev/null ;;
    bind) if [ -d "$2" ]; then [ ! -r "$2" ] || [ -n "$(ls -A "$2" 2>/dev/null)" ]; else [ -s "$2" ]; fi ;;
    *) return 1 ;;
  esac
}

# check_variables: where Compose says that a variable is set nowhere, it was in the shell of whoever has started this.
check_variables() {
  if allowed env-keys || ! grep -q 'variable is not set' "$folder/config.log"; then return 0; fi
  # shellcheck disable=SC2016,SC2086 # the format is for the engine; one word an id
  ask_engine inspect --format '{{$service := index .Config.Labels "com.docker.compose.service"}}{{range .Config.Env}}{{$service}} {{println .}}{{end}}' $container_ids || return 1
  env_emptied=$(printf '%s\n' "$answer" | sed -n 's/^\([^ ]* [A-Za-z_][A-Za-z0-9_]*\)=..*$/\1/p' | sort -u | while read -r env_service env_key; do
    ! grep -qxF -e "empty|$env_service|$env_key" "$folder/config.lines" || printf '%s of %s, ' "$env_key" "$env_service"
  done)
  [ -z "$env_emptied" ] || because env-emptied keys "${env_emptied%, }"
}
