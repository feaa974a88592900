#!/bin/sh
# The first process of a server with cgroup v2, on a machine that has v1: systemd gets a part of the machine's
# hierarchy for itself, as the root of a namespace.
set -eu
mount -t cgroup2 none /mnt
mkdir -p "/mnt/$SERVER_CGROUP"
echo $$ >"/mnt/$SERVER_CGROUP/cgroup.procs"
umount /mnt
exec unshare --cgroup sh -c 'umount -R /sys/fs/cgroup; mount -t cgroup2 none /sys/fs/cgroup; exec /sbin/init'
