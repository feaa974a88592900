#!/bin/sh
# Looks at what a deploy will do with the files on the server, and changes nothing there. Prints `fate=FATE ./PATH` lines
# (2-server-files.sh), `env-leads-to=./PATH` where `.env` is a link, `pin=` and a line of the live pins each, `transaction=yes` while a deploy is at work or not settled
# yet, and why this one would be refused: `error=NAME` and `value=KEY=VALUE` lines.
# $1: the deploy folder, absolute; $2: what may be lost. Standard input: the release's `files.sha256`, an empty line, its
# `definitions`.
set -u
LC_ALL=C
export LC_ALL
path=$1 allow=$2
kit=$path/.deploy-kit
folder=$(mktemp -d) || exit 70
trap 'rm -rf "$folder"' EXIT

allowed() { case " $allow " in *" $1 "*) return 0 ;; *) return 1 ;; esac; }
current_release() { cat "$kit/current" 2>/dev/null; }
because() {
  printf 'error=%s\n' "$1"
  shift
  while [ $# -ge 2 ]; do
    printf 'value=%s=%s\n' "$1" "$(printf '%s' "$2" | tr '\n' ' ')"
    shift 2
  done
  return 1
}

: >"$folder/files.sha256"
: >"$folder/definitions"
awk '/^$/ { rest = 1; next } { print >(rest ? definitions : files) }' \
  files="$folder/files.sha256" definitions="$folder/definitions" -
sed 's/^/pin=/' "$kit/releases/$(current_release)/pins.yml" 2>/dev/null
if [ -h "$path/.env" ] && led_to "$path/.env"; then led_below | sed 's/^/env-leads-to=/'; fi
[ ! -d "$kit/transaction" ] || echo transaction=yes
if judge_files && refuse_files; then :; fi
[ ! -e "$folder/fates" ] || sed 's/^/fate=/' "$folder/fates"
echo end=yes
