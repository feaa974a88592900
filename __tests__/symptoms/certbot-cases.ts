import type { Provocation } from './cases.js';

const version = 'certbot --version';

/** Asks the authority that the set-up started, pebble: it knocks at port 80, as Let's Encrypt does. */
const ask = (more: string): string =>
  `env PYTHONWARNINGS=ignore certbot certonly --non-interactive --agree-tos --register-unsafely-without-email --server https://127.0.0.1:14000/dir --no-verify-ssl ${more}`;

/** Serves this folder on port 80 while a command runs. */
const beside = (command: string): string =>
  `caddy file-server --listen :80 >/dev/null 2>&1 & sleep 1; ${command}; kill $!`;

export const certbotProvocations: readonly Provocation[] = [
  {
    id: 'certbot-port-taken',
    version,
    entry: 'certbot-port-taken',
    script: beside(ask('--standalone -d app.example')),
  },
  {
    id: 'certbot-unauthorized',
    version,
    entry: 'certbot-challenge-not-served',
    script: `mkdir other; ${beside(ask('--webroot -w other -d app.example'))}`,
  },
  {
    id: 'certbot-not-reached',
    version,
    entry: 'certbot-not-reached',
    script: `mkdir other; ${ask('--webroot -w other -d app.example')}`,
  },
  {
    id: 'certbot-name-unknown',
    version,
    entry: 'certbot-name-unknown',
    script: ask('--standalone -d nowhere.invalid'),
  },
  {
    id: 'certbot-no-nginx-plugin',
    version,
    entry: 'certbot-plugin-missing',
    script: ask('--nginx -d app.example'),
  },
  {
    id: 'certbot-not-root',
    version,
    entry: 'certbot-not-root',
    script: `runuser -u nobody -- ${ask('--standalone -d app.example')}`,
  },
  {
    id: 'certbot-busy',
    version,
    entry: 'certbot-busy',
    script: `${ask('--standalone --pre-hook "sleep 6" -d app.example')} >/dev/null 2>&1 & sleep 3; ${ask('--standalone -d app.example')}; wait`,
  },
  {
    id: 'certbot-authority-refused',
    version,
    entry: 'connection-refused-on-server',
    script: ask('--standalone -d app.example --server https://127.0.0.1:9/dir'),
  },
  {
    id: 'certbot-authority-untrusted',
    version,
    entry: 'certificate-untrusted',
    script: ask('--standalone -d app.example').replace('--no-verify-ssl ', ''),
  },
];
