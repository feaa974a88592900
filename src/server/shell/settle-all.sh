#!/bin/sh
# Written by deploy-kit. Settles what interrupted deploys have left in the deploy folders of this user (`folders`, one a
# line), and watches again over what nobody has confirmed: for the start of the server. Prints a line for each folder, and
# fails where one could not be settled.
set -u
cd "$(dirname "$0")" && [ -e folders ] || exit
status=0
while IFS= read -r path; do
  settle=$path/.deploy-kit/settle.sh
  if [ ! -e "$settle" ]; then
    printf '%s: gone\n' "$path"
    continue
  fi
  said=$(sh "$settle" </dev/null 2>&1) || status=1
  printf '%s: %s\n' "$path" "${said:-failed: it ended without a word}"
done <folders
(
  flock 6
  umask 077
  while IFS= read -r path; do
    [ ! -e "$path/.deploy-kit/settle.sh" ] || printf '%s\n' "$path"
  done <folders >folders.new && mv -f folders.new folders
) 6>>folders.lock
exit "$status"
