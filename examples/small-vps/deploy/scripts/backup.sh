#!/bin/sh
# Dumps the database into backups/ and keeps the last fourteen. Runs before each deploy, and by cron.
set -eu
cd "$(dirname "$0")/.."
# The first deploy finds no database yet.
[ -n "$(docker compose ps -q postgres)" ] || exit 0
mkdir -p backups
name=backups/$(date -u +%Y%m%dT%H%M%SZ).sql.gz
docker compose exec -T postgres pg_dumpall -U postgres | gzip >"$name.part"
mv "$name.part" "$name"
find backups -name '*.sql.gz' | sort -r | tail -n +15 | while IFS= read -r old; do rm -f "$old"; done
