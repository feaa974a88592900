#!/bin/sh
# Prints the events of a program from a given line on until the program ends.
# $1: the deploy folder, $2: the release id, $3: the first line to print (from 1).
set -u
folder=$1/.deploy-kit/releases/$2
[ -e "$folder/events.jsonl" ] || exit 71
tail -n "+$3" -f "$folder/events.jsonl" &
tail=$!
# Blocks until the program and its commands have ended, however they ended.
flock "$folder/alive" true
# What was written last must reach the reader, who hangs up after the last event.
sleep 2
kill "$tail"
