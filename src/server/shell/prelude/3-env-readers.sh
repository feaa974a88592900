# Services outside the release that read `.env` into their containers (`env_file`). Our own lines in it change with each
# release, and Compose would make each such container anew for that: a database, too. What one that is not touched
# reads of them stays as it started with it, by the pins.

# keep_values: adds them to the pins. `env-readers` holds `SERVICE KEY...` lines, the keys being those of ours that the
# service's own `environment` does not set; `env-files` holds `SERVICE PATH` lines.
keep_values() {
  [ -s "$folder/env-readers" ] || return 0
  find_live || return 1
  mark "$folder/kept-values" && mark "$folder/renewed-once" || return 1
  while read -r reader keys; do
    for id in $container_ids; do
      ask_engine inspect --format '{{index .Config.Labels "com.docker.compose.service"}}{{println}}{{range .Config.Env}}{{println .}}{{end}}' "$id" </dev/null || return 1
      [ "$(printf '%s\n' "$answer" | head -n 1)" = "$reader" ] || continue
      note_values </dev/null || return 1
      break
    done
  done <"$folder/env-readers"
  add_to_pins
}

# note_values: `SERVICE KEY VALUE` where a container has another one than it would read now; where it has none, it would
# have to read a file without that line.
note_values() {
  for key in $keys; do
    now_value=$(value_of "$key" "$folder/env")
    has_now=$(env_keys "$folder/env" | grep -cxF -e "$key")
    had=$(printf '%s\n' "$answer" | sed -n "s/^$key=/=/p" | head -n 1)
    if [ -z "$had" ]; then
      [ "$has_now" -eq 0 ] || printf '%s\n' "$reader" >>"$folder/renewed-once"
    elif [ "$had" != "=$now_value" ] || [ "$has_now" -eq 0 ]; then
      printf '%s %s %s\n' "$reader" "$key" "${had#=}" >>"$folder/kept-values"
    fi
  done
}

# add_to_pins: the values below their services, which the pins may name already.
add_to_pins() {
  [ -s "$folder/kept-values" ] || return 0
  awk '
    NR == FNR {
      value = substr($0, length($1) + length($2) + 3)
      gsub(/[\\"]/, "\\\\&", value)
      gsub(/[$]/, "$$", value)
      if (!($1 in text)) { order[++count] = $1; text[$1] = "    environment:\n" }
      text[$1] = text[$1] "      " $2 ": \"" value "\"\n"
      next
    }
    { print }
    /^  [^ ].*:$/ {
      name = substr($0, 3, length($0) - 3)
      gsub(/^"|"$/, "", name)
      if (name in text) { printf "%s", text[name]; delete text[name] }
    }
    END { for (i = 1; i <= count; i++) if (order[i] in text) printf "  \"%s\":\n%s", order[i], text[order[i]] }
  ' "$folder/kept-values" "$folder/pins.yml" >"$folder/pins.new" && mv -f "$folder/pins.new" "$folder/pins.yml" && return 0
  because internal-error message "the pins could not be written in $folder"
}
