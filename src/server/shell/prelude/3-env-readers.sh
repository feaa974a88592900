# Services outside the release that read `.env` into their containers (`env_file`). Our own lines in it change with each
# release, and Compose would make each such container anew for that: a database, too. What one that is not touched
# reads of them stays as it started with it, by the pins.

# keep_values: adds them to the pins. `env-readers` holds `SERVICE KEY...` lines, the keys being those of ours that the
# service's own `environment` does not set; `env-files` holds `SERVICE PATH` lines, of all its env files in their order.
keep_values() {
  [ -s "$folder/env-readers" ] || return 0
  find_live || return 1
  mark "$folder/kept-values" && mark "$folder/without-ours" || return 1
  env_keys "$folder/env" >"$folder/env.keys" || return 1
  # In one look: there may be many of them.
  answer=''
  # shellcheck disable=SC2086 # one word an id
  [ -z "$container_ids" ] || ask_engine inspect --format '{{index .Config.Labels "com.docker.compose.service"}} {{.ID}}' $container_ids || return 1
  readers=$answer
  while read -r reader keys; do
    id=$(printf '%s\n' "$readers" | awk -v reader="$reader" '$1 == reader { print $2; exit }')
    [ -n "$id" ] || continue
    ask_engine inspect --format '{{range .Config.Env}}{{println .}}{{end}}' "$id" </dev/null || return 1
    note_values </dev/null || return 1
  done <"$folder/env-readers"
  add_to_pins
}

# note_values: `SERVICE KEY VALUE` where a container has another one than it would read now. Where it has none, as on the
# first deploy over a site that somebody started, it reads a copy without our lines, and all values of ours that it has.
note_values() {
  without_ours=$(for key in $keys; do
    if ! printf '%s\n' "$answer" | grep -q "^$key=" && grep -qxF -e "$key" "$folder/env.keys"; then echo yes; break; fi
  done)
  if [ -n "$without_ours" ]; then
    if ! can_override || ! grep -q "^$reader " "$folder/env-files"; then
      event say text "Service $reader is made anew once: it reads .env, in which our own lines are new to it"
      return 0
    fi
    printf '%s\n' "$reader" >>"$folder/without-ours"
  fi
  for key in $keys; do
    had=$(printf '%s\n' "$answer" | sed -n "s/^$key=/=/p" | head -n 1)
    if [ -n "$had" ] && { [ -n "$without_ours" ] || [ "$had" != "=$(value_of "$key" "$folder/env")" ]; }; then
      printf '%s %s %s\n' "$reader" "$key" "${had#=}" >>"$folder/kept-values"
    fi
  done
}

# can_override: whether this Compose knows `!override`, by which a list takes the place of another.
# Source: https://docs.docker.com/reference/compose-file/merge/#replace-value
can_override() {
  compose_version=${compose_version:-$(compose version --short 2>/dev/null)}
  printf '%s\n' "${compose_version#v}" | awk -F'[.-]' '{ exit !($1 * 1000000 + $2 * 1000 + $3 >= 2024004) }'
}

# add_to_pins: the values below their services, which the pins may name already.
add_to_pins() {
  if [ -s "$folder/without-ours" ]; then
    { tr ' ' '\n' <"$folder/env.ours"; echo COMPOSE_PROJECT_NAME; } >"$folder/env.out"
    (umask 077 && env_without "$folder/env.out" "$folder/env" >"$folder/plain.env") || return 1
  fi
  awk -v files="$folder/env-files" '
    function add(service, line) {
      if (!(service in text)) order[++count] = service
      text[service] = text[service] line "\n"
    }
    function quoted(value) { gsub(/[\\"]/, "\\\\&", value); gsub(/[$]/, "$$", value); return "\"" value "\"" }
    pass == 1 {
      add($1, "    env_file: !override")
      while ((getline line <files) > 0) {
        if (index(line, $1 " ") != 1) continue
        file = substr(line, length($1) + 2)
        add($1, "      - " quoted(file == ".env" || file == "./.env" ? "./.deploy-kit/plain.env" : file))
      }
      close(files)
      next
    }
    pass == 2 {
      if (!($1 in has)) add($1, "    environment:")
      has[$1]
      add($1, "      " $2 ": " quoted(substr($0, length($1) + length($2) + 3)))
      next
    }
    { print }
    /^  [^ ].*:$/ {
      name = substr($0, 3, length($0) - 3)
      gsub(/^"|"$/, "", name)
      if (name in text) { printf "%s", text[name]; delete text[name] }
    }
    END { for (i = 1; i <= count; i++) if (order[i] in text) printf "  \"%s\":\n%s", order[i], text[order[i]] }
  ' pass=1 "$folder/without-ours" pass=2 "$folder/kept-values" pass=3 "$folder/pins.yml" >"$folder/pins.new" && mv -f "$folder/pins.new" "$folder/pins.yml" && return 0
  because internal-error message "the pins could not be written in $folder"
}
