#!/bin/sh
# Settles what an interrupted deploy has left, where there is something and no program is at work. Prints `interrupted=RELEASE`
# and what came of it. $1: the deploy folder.
set -u
LC_ALL=C
export LC_ALL
path=$1
# shellcheck disable=SC2088 # a tilde that arrived as text
case $path in '~/'*) path=$HOME/${path#'~/'} ;; esac
kit=$path/.deploy-kit
if [ -d "$kit/transaction" ] && flock -n "$kit/lock" true; then
  printf 'interrupted=%s\n' "$(cat "$kit/transaction/release")"
  # Of a deploy-kit that left none there is only the next deploy.
  [ ! -e "$kit/settle.sh" ] || printf 'settled=%s\n' "$(sh "$kit/settle.sh" 2>&1 </dev/null | tail -n 1)"
fi
printf 'end=yes\n'
