# What only one container can have changes hands. Compose starts services side by side; one that takes it over from another service must find it free.

# holdings_of ID...: `SERVICE KIND VALUE ID` lines of what containers have, in `answer`.
holdings_of() {
  answer=''
  [ $# -eq 0 ] || ask_engine inspect --format "$holdings_format" "$@"
}

# note_holdings FILE: what the containers of `container_ids` have.
note_holdings() {
  # shellcheck disable=SC2086 # one word an id
  holdings_of $container_ids && save "$1" "$answer${answer:+
}"
}

# contested CLAIMS HOLDINGS STAYING: `SERVICE ID CLAIMANT KIND VALUE` for each container that has what another service
# claims; STAYING are the services of the claims. A port's value is ADDRESS/PORT/.../PROTOCOL; without an address it is
# all of them. A store may have several services: contested is that of one which gives it up, by one which had it not.
contested() {
  with_real_paths <"$1" >"$folder/claims.real" && with_real_paths <"$2" >"$folder/holdings.real" || return 1
  awk -v project="$planned" -v staying="$3" -v holdings="$folder/holdings.real" '
    BEGIN {
      while ((getline line <staying) > 0) stays[line]
      while ((getline line <holdings) > 0) {
        split(line, part, " ")
        if (part[2] == "store") had[part[1] " " part[3]]
        known[part[1]]
      }
    }
    function port_of(value, part) { split(value, part, "/"); return part[2] }
    function address_of(value, part) { split(value, part, "/"); return part[1] ~ /^(0[.]0[.]0[.]0|::)?$/ ? "" : part[1] }
    function protocol_of(value) { sub(/^.*\//, "", value); return value }
    function overlap(kind, a, b, range) {
      if (kind == "name") { sub(/^\//, "", a); sub(/^\//, "", b) }
      if (kind == "store") return a == b || project "_" a == b
      if (kind != "port") return a == b
      if (protocol_of(a) != protocol_of(b)) return 0
      # A container that has one of a range still carries the range.
      split(port_of(b), range, "-")
      if (port_of(a) != "*" && (port_of(a) + 0 < range[1] + 0 || port_of(a) + 0 > (range[2] == "" ? range[1] : range[2]) + 0)) return 0
      return address_of(a) == address_of(b) || address_of(a) == "" || address_of(b) == ""
    }
    # Which ports there are on the network of the server itself nobody can say.
    function is_contested(i) {
      if (claimed[i] != $2) return !($1 in stays) && (claimed[i] $2 == "portnetwork" || claimed[i] $2 == "networkport")
      # Where a store is that only the server knows, what comes may have that of what goes.
      if ($2 == "store" && wanted[i] == "*") return !($1 in stays) && !(claimant[i] in known)
      if ($2 == "store" && (keeps($1, $3) || (claimant[i] " " $3) in had)) return 0
      return overlap($2, wanted[i], $3)
    }
    function keeps(service, store, i) {
      for (i = 1; i <= count; i++)
        if (claimant[i] == service && claimed[i] == "store" && overlap("store", wanted[i], store)) return 1
      return 0
    }
    NR == FNR { count++; claimant[count] = $1; claimed[count] = $2; wanted[count] = $3; next }
    NF == 4 {
      for (i = 1; i <= count; i++)
        if (claimant[i] != $1 && is_contested(i) && !seen[$4]++) print $1, $4, claimant[i], $2, $3
    }' "$folder/claims.real" "$folder/holdings.real"
}

# with_real_paths: of claims or holdings on standard input, the folders as they are without symbolic links; blanks in
# them stand as %20.
with_real_paths() {
  awk '$2 == "store" && NF > 4 { for (i = 4; i < NF; i++) $3 = $3 "%20" $i; print $1, $2, $3, $NF; next } { print }' |
    while IFS=' ' read -r holder held thing more; do
      # shellcheck disable=SC2088 # a tilde that arrived as text
      case $held:$thing in
        store:./*) thing=$path/${thing#./} ;;
        store:'~/'*) thing=$HOME/${thing#'~/'} ;;
      esac
      case $held:$thing in
        store:/*) thing=$(readlink -f "$(printf '%s' "$thing" | sed 's/%20/ /g')" | sed 's/ /%20/g') ;;
      esac
      printf '%s\n' "$holder $held $thing${more:+ $more}"
    done
}

# make_way [SERVICE]...: the containers of the live release that have what another service of this release claims are
# stopped and take another name, before anything is started that needs it. They stay until the commit. With services, it
# is about what these are started with, and what rolls out of the way by itself is left to do so.
make_way() {
  if is_held; then
    [ $# -gt 0 ] || set_aside
    return
  fi
  if [ "$(cat "$transaction/project")" != "$(cat "$transaction/planned")" ]; then
    leave_project
    return
  fi
  [ $# -eq 0 ] || in_order "$@" | cut -d ' ' -f 1 >"$folder/early" || return 1
  contested "$folder/claims" "$transaction/holdings" "$folder/services" >"$folder/contested"
  while read -r service id claimant thing value; do
    if [ $# -gt 0 ] && { has_rolled "$service" || ! grep -qxF -e "$claimant" "$folder/early"; }; then continue; fi
    # One that rolled is gone by now, or has made way.
    name=$(docker inspect --format '{{.Name}}' "$id" 2>/dev/null </dev/null) || continue
    ! grep -qF " $id " "$transaction/made-way" 2>/dev/null || continue
    event say text "Service $service stops: $claimant takes over its $thing ${value#/}"
    printf '%s %s %s\n' "$service" "$id" "${name#/}" >>"$transaction/made-way" || return 1
    step_aside "$id" "${name#/}" || return 1
  done <"$folder/contested"
}

# leave_project: all that runs under another name than the release will have.
leave_project() {
  ran_before 1,2,6 | while IFS='|' read -r service id name; do
    ! grep -qF " $id " "$transaction/made-way" 2>/dev/null || continue
    event say text "Service $service stops: the project is to have another name"
    printf '%s %s %s\n' "$service" "$id" "${name#/}" >>"$transaction/made-way" || return 1
    step_aside "$id" "${name#/}" || return 1
  done
}

# step_aside ID NAME: stopped, under a name that Compose gives to nothing (`ID_NAME` it gives while it recreates).
step_aside() {
  aside_message=$({ stop_containers "$1" && docker rename "$1" "$(printf '%s' "$1" | cut -c 1-12)-aside-$2"; } 2>&1 </dev/null) && return 0
  because internal-error message "$aside_message"
}

# clear_way: before a restore, containers of the failed release that have what another service had before.
clear_way() {
  drop_beside
  [ -s "$transaction/holdings" ] || return 0
  containers_with "com.docker.compose.project=$project" || return 1
  # shellcheck disable=SC2046 # one word an id
  holdings_of $(printf '%s\n' "$answer" | grep -vxFf "$folder/before-ids") || return 1
  save "$folder/holdings" "$answer
" && contested "$transaction/holdings" "$folder/holdings" "$transaction/services" >"$folder/contested" || return 1
  while read -r service id _; do
    step_aside "$id" "$service" || return 1
    # One that is in both releases has volumes to hand on.
    grep -qxF -e "$service" "$transaction/services" || docker rm "$id" >/dev/null 2>&1 </dev/null
  done <"$folder/contested"
}

# take_names_back: what made way has its own name again.
take_names_back() {
  [ -e "$transaction/made-way" ] || return 0
  while read -r _ id name; do
    docker inspect "$id" >/dev/null 2>&1 </dev/null || continue
    # One of the failed release may have it.
    other_id=$(docker inspect --format '{{.Id}}' "$name" 2>/dev/null </dev/null)
    if [ -n "$other_id" ] && ! grep -qxF -e "$other_id" "$folder/before-ids"; then
      stop_containers "$other_id" >/dev/null 2>&1 </dev/null
      docker rm -f "$other_id" >/dev/null 2>&1 </dev/null
    fi
    docker rename "$id" "$name" 2>/dev/null </dev/null
  done <"$transaction/made-way"
}

# leave_way PREVIOUS: after the commit, what made way for others and is still there goes. What that release did not bring,
# or has a volume without a name, stays stopped.
leave_way() {
  [ -e "$transaction/made-way" ] || return 0
  while read -r service id name; do
    docker inspect "$id" >/dev/null 2>&1 </dev/null || continue
    if ! has_unnamed_volume "$id" && { [ -e "$transaction/held" ] || grep -qxF -e "$service" "$kit/releases/$1/services" 2>/dev/null; }; then
      docker rm -f "$id" >/dev/null 2>&1 </dev/null
    else
      # Else a restart of the engine would start it.
      docker update --restart no "$id" >/dev/null 2>&1 </dev/null
      event say text "The container $name, which made way, is stopped and stays under the name $(printf '%s' "$id" | cut -c 1-12)-aside-$name; to give it up: docker rm -v $(printf '%s' "$id" | cut -c 1-12)"
    fi
  done <"$transaction/made-way"
}
