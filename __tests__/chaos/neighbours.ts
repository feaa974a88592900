import { goodVersions, pause, type Fault } from './world.js';

const harmless = { takesServerDown: false, pausesSite: false };

/** What persons and other programs do on the server while a deploy is at work: for `npm run chaos` alone. */
export const neighbours: readonly Fault[] = [
  {
    name: '`docker image prune -af` each second for 10 s',
    strike: async ({ server }) => {
      for (let second = 0; second < 10; second++) {
        await server.exec(['docker', 'image', 'prune', '-af']);
        await pause(1000);
      }
    },
    ...harmless,
  },
  {
    name: '`docker compose up -d` by hand',
    strike: async ({ server }) => {
      await server.ssh('cd /opt/app && docker compose up -d');
    },
    takesServerDown: false,
    pausesSite: true,
  },
  {
    name: '`docker compose restart` by hand',
    strike: async ({ server }) => {
      await server.ssh('cd /opt/app && docker compose restart');
    },
    takesServerDown: false,
    pausesSite: true,
  },
  {
    name: 'engine frozen for 15 s',
    strike: async ({ server }) => {
      await server.exec(['sh', '-c', 'kill -STOP $(pidof dockerd)']);
      await pause(15_000);
      await server.exec(['sh', '-c', 'kill -CONT $(pidof dockerd)']);
    },
    ...harmless,
  },
  {
    name: 'SSH server away for 6 s',
    strike: async ({ server }) => {
      await server.exec([
        'sh',
        '-c',
        'systemctl stop ssh; pkill -9 -f "^sshd: deploy"; sleep 6; systemctl start ssh',
      ]);
    },
    ...harmless,
  },
  {
    name: '`current` emptied',
    strike: async ({ server }) => {
      await server.exec(['sh', '-c', ': >/opt/app/.deploy-kit/current']);
    },
    ...harmless,
  },
  {
    name: 'half a line in the journal',
    strike: async ({ server }) => {
      await server.exec(['sh', '-c', `printf '{"at":1' >>/opt/app/.deploy-kit/journal.jsonl`]);
    },
    ...harmless,
  },
  {
    name: 'another job deploys, too',
    strike: async (world) => {
      const [version = 'v1'] = goodVersions.filter((name) => name !== world.live);
      world.rivals.push(version);
      await world.deploy(version);
    },
    ...harmless,
  },
];
