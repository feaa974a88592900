# Env files by their entries: a value in quotes may have several lines.
# Source: https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax

# Sets `key` and `value` at the first line of an entry (`first`), and `key` in the lines that belong to it.
# shellcheck disable=SC2016 # awk's own
env_reader='
  function opened(value, quote) {
    quote = substr(value, 1, 1)
    if (quote != "\"" && quote != "\047") return ""
    return closed(substr(value, 2), quote) ? "" : quote
  }
  function closed(text, quote) { gsub(/\\./, "", text); return index(text, quote) }
  function read_line() {
    first = quote == ""
    if (!first) {
      if (closed($0, quote)) quote = ""
      return
    }
    key = value = ""
    if (!match($0, /^[ \t]*(export[ \t]+)?[A-Za-z_][A-Za-z0-9_.-]*[ \t]*([=:]|\r?$)/)) return
    key = substr($0, 1, RLENGTH)
    value = substr($0, RLENGTH + 1)
    sub(/^[ \t]*(export[ \t]+)?/, "", key)
    sub(/[ \t]*[=:]?\r?$/, "", key)
    sub(/^[ \t]+/, "", value)
    quote = opened(value)
  }
  { read_line() }'

# env_keys FILE: the names in it.
env_keys() { awk "$env_reader"' first && key != "" { print key }' "$1"; }

# env_without LIST FILE [entries]: the file without the entries that the list names; with `entries` without the comments, too.
env_without() {
  awk -v list="$1" -v entries="${3:-}" '
    BEGIN { while ((getline line <list) > 0) leave[line] }'"$env_reader"'
    key in leave || (key == "" && entries != "") || /^# deploy-kit: / { next }
    { print }' "$2"
}

# own_compose_files FILE: the Compose files that a hand-typed command takes, ours aside: what COMPOSE_FILE in that env file says, else the override beside
# the usual file, which the release replaces under whatever name.
own_compose_files() {
  listed=$(value_of COMPOSE_FILE "$1")
  if [ -n "$listed" ]; then
    separator=$(value_of COMPOSE_PATH_SEPARATOR "$1")
    printf '%s\n' "$listed" | tr "${separator:-:}" '\n' | sed -e "s|^$path/||" -e 's|^\./||' | grep -vxF -e .deploy-kit/pins.yml -e "$kit/pins.yml" || true
    return
  fi
  for name in compose.override.yml compose.override.yaml docker-compose.override.yml docker-compose.override.yaml; do
    [ ! -e "$path/$name" ] || printf '%s\n' "$name"
  done
}

# value_of KEY FILE: what an env file says, without quotes and comment; the last line counts.
value_of() {
  awk "$env_reader"'
    first && key == "'"$1"'" {
      mark = substr(value, 1, 1)
      if (mark ~ /["\047]/ && (end = index(substr(value, 2), mark))) value = substr(value, 2, end - 1)
      else sub(/[ \t]+#.*$/, "", value)
      sub(/[ \t\r]+$/, "", value)
      sub(/^["\047]/, "", value)
      found = value
    }
    END { print found }' "$2"
}
