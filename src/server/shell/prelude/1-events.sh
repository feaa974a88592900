# shellcheck shell=sh
# The head of each program sets path, release, version and the like.
# shellcheck disable=SC2154
# The fixed part of every deploy program; the steps of this release stand at its end.
# POSIX sh (dash, BusyBox ash). Needs docker, flock, tar and timeout. It reports by one JSON line an event in
# events.jsonl, and leaves the server with the new release or with the one before:
#   transaction/   what was there before, kept until the release has passed
#   current        the release that is live: its rename is the commit
# Whoever finds a transaction of another release than `current` restores what it holds (`settle`).
set -u
umask 022
LC_ALL=C
export LC_ALL
trap '' HUP PIPE

kit=$path/.deploy-kit
folder=$kit/releases/$release
transaction=$kit/transaction
events=$folder/events.jsonl
step_title='start'
error_name=''
error_values=''
undo=''
container_ids=''
project=''
kept_list=$folder/kept
previous=''
settling=''
has_settled=''
putting_back=''
judged=''
compose_words=/dev/null
unwell=''
lost=''
nothing_ran=''
rejected_runs=''
watched=''
journal_reason=''
# What a program that this one starts is given: below, it may get a folder in front.
login_path=$PATH
injecting=''
room_floor=''

# uptime: seconds since the server started. What is waited for must not depend on a clock that somebody sets.
uptime() {
  IFS=. read -r uptime_seconds _ </proc/uptime
  printf '%s' "$uptime_seconds"
}
program_start=$(uptime)

# hundredths: the same in hundredths of a second.
hundredths() {
  IFS=' .' read -r uptime_seconds uptime_rest _ </proc/uptime
  printf '%s%s' "$uptime_seconds" "$uptime_rest"
}

# look_later START: waits until the next look, the longer the longer it has lasted: each look costs the server a program.
look_later() {
  case $(($(uptime) - $1)) in
    0 | 1) sleep 0.1 ;;
    2 | 3 | 4 | 5 | 6 | 7 | 8 | 9) sleep 0.4 ;;
    *) sleep 1 ;;
  esac
}

# Docker through sudo, which never asks: everything below says `docker`, also where it replaces a shell.
if [ -n "$docker_sudo" ]; then
  mkdir -p "$folder/bin"
  for tool in docker docker-compose; do
    tool_path=$(command -v "$tool") || continue
    # sudo passes on no variables.
    printf '#!/bin/sh\nexec sudo -n %s --host=%s "$@"\n' "$tool_path" "$docker_host" >"$folder/bin/$tool"
    chmod 700 "$folder/bin/$tool"
  done
  PATH=$folder/bin:$PATH
elif [ -n "$docker_host" ]; then
  # Said to every call: a configuration of its own, such as the pull's, does not know the user's context.
  DOCKER_HOST=$docker_host
  export DOCKER_HOST
fi

# lines_without LIST FILE, lines_within LIST FILE: the lines of FILE (`-`: standard input) that LIST has not, or has. To BusyBox's grep an empty
# list means each line.
lines_without() { awk 'pass == 1 { known[$0]; next } !($0 in known)' pass=1 "$1" pass=2 "$2"; }
lines_within() { awk 'pass == 1 { known[$0]; next } $0 in known' pass=1 "$1" pass=2 "$2"; }

# allowed WHAT: whether the deploy was told that this may be lost.
allowed() { case " $allow " in *" $1 "*) return 0 ;; *) return 1 ;; esac; }

# --- events -------------------------------------------------------------------------------------

# Standard input as the inside of JSON strings, a line each, without control characters. Of an env file that
# Compose cannot read it quotes the value: that stays here.
json_escape() {
  tr -d '\000-\010\013-\037\177' | tr '\t' ' ' |
    sed -e 's/\(unterminated quoted value\).*/\1/' -e 's/\(nvalid template: \)".*/\1/' -e 's/\\/\\\\/g' -e 's/"/\\"/g'
}

# Text as one JSON string, its line breaks as spaces. Most texts are plain, and need no other program.
json_string() {
  case $1 in
    *[!\ -~]* | *[\"\\]* | *'unterminated quoted value'* | *'nvalid template'*)
      printf '"%s"' "$(printf '%s' "$1" | tr '\n' ' ' | json_escape)" ;;
    *) printf '"%s"' "$1" ;;
  esac
}

# event NAME [KEY VALUE]...: appends one event line.
event() {
  event_line="{\"at\":$(date +%s),\"event\":\"$1\""
  shift
  while [ $# -ge 2 ]; do
    event_line="$event_line,\"$1\":$(json_string "$2")"
    shift 2
  done
  printf '%s}\n' "$event_line" >>"$events"
}

# Standard input as log events of one source (a service, a command).
log_lines() {
  tail -n 200 | cut -c 1-2000 | json_escape |
    sed -e "s/^/{\"at\":$(date +%s),\"event\":\"log\",\"source\":$(json_string "$1" | sed -e 's/[\\/&]/\\&/g'),\"line\":\"/" -e 's/$/"}/' >>"$events"
}

# because ERROR [KEY VALUE]...: says why the step fails; the names are those of docs/runbook.md.
because() {
  error_name=$1
  error_values=''
  shift
  while [ $# -ge 2 ]; do
    error_values="$error_values${error_values:+,}\"$1\":$(json_string "$2")"
    shift 2
  done
  return 1
}

# finish OUTCOME LIVE [REASON]: the last event. LIVE is what runs now.
finish() {
  values="\"at\":$(date +%s),\"event\":\"end\",\"outcome\":\"$1\",\"live\":$(json_string "$2")"
  if [ "$1" != committed ] && [ "$1" != settled ] && [ "$1" != same ] && [ "$1" != outdated ]; then
    values="$values,\"step\":$(json_string "$step_title"),\"error\":\"$error_name\",\"values\":{$error_values}"
  fi
  [ $# -lt 3 ] || values="$values,\"reason\":$(json_string "$3")"
  forget_credentials
  rm -rf "$folder/trials"
  printf '{%s}\n' "$values" >>"$events"
  exit
}
