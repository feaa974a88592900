import { authentik } from './authentik.js';
import { ghost } from './ghost.js';
import { immich } from './immich.js';
import { mailcow } from './mailcow.js';
import { mastodon } from './mastodon.js';
import { n8n } from './n8n.js';
import { nextcloud } from './nextcloud.js';
import { paperless } from './paperless-ngx.js';
import { plausible } from './plausible.js';
import type { PublicProject } from './public-project.js';
import { sentry } from './sentry.js';
import { uptimeKuma } from './uptime-kuma.js';
import { vaultwarden } from './vaultwarden.js';

const projects: readonly PublicProject[] = [
  authentik,
  paperless,
  ghost,
  immich,
  mailcow,
  mastodon,
  n8n,
  nextcloud,
  plausible,
  sentry,
  uptimeKuma,
  vaultwarden,
];

/** Set by `npm run test:nightly`: `all`, or some by their names. */
const { PUBLIC_PROJECTS: names } = process.env;

/** The projects that are run: without more words two. */
export const chosenProjects: readonly PublicProject[] =
  names === undefined
    ? projects.slice(0, 2)
    : projects.filter(({ name }) => names === 'all' || names.split(' ').includes(name));
