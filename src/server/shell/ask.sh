#!/bin/sh
# Asks a URL once, from here, with curl, or with wget (GNU's or BusyBox's) where there is none. Prints
# `key=value` lines, then `body` and the first part of the body.
# $1: seconds, $2: the URL, $3: `plain` when nothing but a GET is asked for.
# Standard input: a configuration of curl, so that headers and bodies stand in no argument list.
set -u
LC_ALL=C
export LC_ALL
folder=$(mktemp -d) || exit 70
trap 'rm -rf "$folder"' EXIT
umask 077
if command -v curl >/dev/null 2>&1; then
  curl -sS --max-time "$1" --max-filesize 10485760 -D "$folder/head" -o "$folder/body" -w 'seconds=%{time_total}\n' -K - 2>"$folder/error"
  printf 'tool=curl\ncode=%s\n' $?
elif command -v wget >/dev/null 2>&1; then
  if [ "$3" != plain ]; then
    printf 'tool=none\nend=yes\nbody\n'
    exit
  fi
  # BusyBox's own limit (-T) ends wget itself in some versions.
  timeout "$1" wget -q -S -O "$folder/body" "$2" 2>"$folder/head" </dev/null
  printf 'tool=wget\ncode=%s\n' $?
else
  printf 'tool=none\nend=yes\nbody\n'
  exit
fi
tr -d '\r' 2>/dev/null <"$folder/head" | head -n 200 | cut -c 1-4000 | sed 's/^ */head=/'
head -n 5 "$folder/error" 2>/dev/null | cut -c 1-500 | sed 's/^/error=/'
printf 'end=yes\nbody\n'
head -c 65536 "$folder/body" 2>/dev/null
