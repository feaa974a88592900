#!/bin/sh
# Prints what is known of each release on the server, and changes nothing: `release=<id>` and its record,
# a line each, then the journal. $1: the deploy folder, absolute; $2: how Docker is reached (`use_engine`).
set -u
LC_ALL=C
export LC_ALL
kit=$1/.deploy-kit
use_engine "$2"
images=$(cat "$kit/releases"/*/images.list 2>/dev/null | cut -d ' ' -f 2 | sort -u)
# All in one question; one more for each that it did not settle.
# shellcheck disable=SC2086 # one word an image
there=$(docker image inspect --format '{{range .RepoDigests}}{{println .}}{{end}}' $images 2>/dev/null </dev/null)
missing=$(printf '%s\n' "$images" | grep -vxF -e "$there" | while IFS= read -r image; do
  docker image inspect "$image" >/dev/null 2>&1 </dev/null || printf '%s\n' "$image"
done)
for folder in "$kit/releases"/*/; do
  if [ ! -e "$folder/release.json" ] || [ ! -e "$folder/images.list" ]; then continue; fi
  id=${folder%/}
  printf 'release=%s\n' "${id##*/}"
  printf 'record=%s\n' "$(tr -d '\n' <"$folder/release.json")"
  sed 's/^/image=/' "$folder/images.list"
  [ ! -e "$folder/rejected" ] || echo rejected=yes
  [ ! -e "$folder/rollback" ] || echo rollback-command=yes
  [ -z "$missing" ] || cut -d ' ' -f 2 "$folder/images.list" | sort -u | grep -xF -e "$missing" | sed 's/^/missing=/'
done
[ ! -e "$kit/journal.jsonl" ] || sed 's/^/journal=/' "$kit/journal.jsonl"
printf 'end=yes\n'
