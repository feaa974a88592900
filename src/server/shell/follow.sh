#!/bin/sh
# Prints the events of a program from a given line on until the program ends.
# $1: the deploy folder, $2: the release id, $3: the first line to print (from 1). Status 71: it has not arrived, 72: it is
# on its way.
set -u
folder=$1/.deploy-kit/releases/$2
if [ ! -e "$folder/events.jsonl" ]; then
  # The upload's last act is to take `.part` from the name: asked for in this order, one of them is seen.
  if [ -e "$folder.part/alive" ] && ! flock -n "$folder.part/alive" true; then exit 72; fi
  [ -e "$folder/events.jsonl" ] || exit 71
fi
# Where tail cannot be told of changes it looks once a second, unless it takes a shorter time.
if tail -s 0.05 -n 0 /dev/null 2>/dev/null; then
  tail -s 0.05 -n "+$3" -f "$folder/events.jsonl" &
else
  tail -n "+$3" -f "$folder/events.jsonl" &
fi
tail=$!
# Blocks until the program and its commands have ended, however they ended.
flock "$folder/alive" true
# What was written last must reach the reader, who hangs up after the last event.
sleep 2
kill "$tail"
