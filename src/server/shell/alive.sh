#!/bin/sh
# A sign of life of a job, for what watches over the releases that it has made here (`await_verdict` of the prelude). Prints
# `confirm-within=SECONDS` for each that waits. $1: the deploy folder; the other arguments: the releases.
set -u
LC_ALL=C
export LC_ALL
path=$1
shift
# shellcheck disable=SC2088 # a tilde that arrived as text
case $path in '~/'*) path=$HOME/${path#'~/'} ;; esac
IFS=. read -r now _ </proc/uptime
for release in "$@"; do
  folder=$path/.deploy-kit/releases/$release
  if [ ! -e "$folder/confirm" ] || [ -h "$folder/verdict" ]; then continue; fi
  printf '%s' "$now" >"$folder/alive-at.new" && mv -f "$folder/alive-at.new" "$folder/alive-at"
  printf 'confirm-within=%s\n' "$(cat "$folder/confirm")"
done
printf 'end=yes\n'
