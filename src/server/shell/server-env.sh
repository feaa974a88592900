#!/bin/sh
# Prints the env files on the server from which a deploy makes that of its release, and changes nothing: the deploy
# folder's own, then another one. Values leave the server only this way, encrypted, and stay in the job's memory.
# $1: the deploy folder as it was given, $2: the other file or ''.
set -u
LC_ALL=C
export LC_ALL

# shellcheck disable=SC2088 # a tilde that arrived as text
at_home() { case $1 in '~/'*) printf '%s' "$HOME/${1#'~/'}" ;; *) printf '%s' "$1" ;; esac; }

path=$(at_home "$1")
own=$path/.env
# Where somebody has removed it: what the live release was started with.
[ -e "$own" ] || own=$path/.deploy-kit/releases/$(cat "$path/.deploy-kit/current" 2>/dev/null)/env
other=$(at_home "$2")
printf 'begin=env\n'
for file in "$own" "$other"; do
  if [ -n "$file" ] && [ -f "$file" ]; then
    if [ -r "$file" ]; then cat "$file" && echo; else printf 'unreadable=%s\n' "$file"; fi
  elif [ -n "$file" ] && [ "$file" = "$other" ]; then
    printf 'unreadable=%s\n' "$file"
  fi
done
printf 'end=env\n'
