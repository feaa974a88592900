#!/bin/sh
# Runs inside the new root file system of a playground server.
set -eu
useradd --create-home --shell /bin/bash --groups docker deploy
# Without a password and not locked: sshd lets keys in.
usermod --password '*' deploy
install -d -o deploy -g deploy -m 700 /home/deploy/.ssh
install -d -o deploy -g deploy /opt/app /opt/staging /opt/production
systemctl enable ssh docker

cat >/etc/ssh/sshd_config.d/playground.conf <<CONF
PasswordAuthentication no
UseDNS no
CONF
# Nothing that only a real machine needs.
systemctl mask systemd-udevd.service systemd-logind.service getty.target apt-daily.timer apt-daily-upgrade.timer
