#!/bin/sh
# Confirms releases, so that they do not go back by themselves: the first verdict stays. Prints `VERDICT=RELEASE` for each
# that waited for one. $1: the deploy folder; the other arguments: the releases.
set -u
LC_ALL=C
export LC_ALL
path=$1
shift
# shellcheck disable=SC2088 # a tilde that arrived as text
case $path in '~/'*) path=$HOME/${path#'~/'} ;; esac
for release in "$@"; do
  folder=$path/.deploy-kit/releases/$release
  [ -e "$folder/confirm" ] || continue
  [ -h "$folder/verdict" ] || ln -s confirmed "$folder/verdict"
  printf '%s=%s\n' "$(readlink "$folder/verdict" || echo none)" "$release"
done
printf 'live=%s\n' "$(cat "$path/.deploy-kit/current" 2>/dev/null)"
printf 'end=yes\n'
