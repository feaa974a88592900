/** What a project is at one of its releases. */
export interface Revision {
  /** The first of its Compose files. */
  readonly compose: string;
  /** The names of all of them, where they are not what Compose takes by itself; the others are among `files`. */
  readonly composeFiles?: readonly string[];
  /** Further files of the project: path → text. */
  readonly files?: Readonly<Record<string, string>>;
  /** Lines of `.env` beside the image's. */
  readonly env?: string;
}

/** A project as a person runs it before its first release comes. */
export interface Former {
  /** Default: the first release's own. */
  readonly revision?: Revision;
  /** What is typed between `docker compose` and `up -d`: `-p shop`. */
  readonly words?: string;
  /** Where its env lines are. Default: `.env`. */
  readonly envFile?: string;
  /** Whose the files are, and who types. Default: the user that deploys. */
  readonly by?: 'root';
}

/** A kind of project, from its first release to its second. A failing third is the second with a broken image. */
export interface Shape {
  readonly name: string;
  readonly v1: Revision;
  readonly v2: Revision;
  /** The project's name, where it is not that of its folder. */
  readonly project?: string;
  /** What makes ready the server before, as a script of root's with the folder in `$1`. */
  readonly prepare?: string;
  /** What runs on both servers before the first release, which fails once before it comes. */
  readonly former?: Former;
  /** Lines that stand in the server's own `.env`, and in no release. */
  readonly ownEnv?: string;
  /** Services that no release touches, whatever a hand-typed `up -d` does to them. */
  readonly untouched?: readonly string[];
  /** Further inputs of each deploy. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** The service `db` whose acknowledged writes are counted through all of it. */
  readonly writer?: 'postgres' | 'redis';
  /** What Compose 1.29 lacks of it. */
  readonly beyondOldCompose?: string;
}

/** The image of the release. */
export const app = '"${IMAGE}:${IMAGE_TAG:-latest}"';

/** Further images of the release: with `VOLUME /data`, and databases that are released with the app. */
const sidesOfRelease = ['volume', 'redis', 'postgres'] as const;
export type Side = (typeof sidesOfRelease)[number];

export function sideImage(side: Side): string {
  return `"\${IMAGE}-${side}:\${IMAGE_TAG:-latest}"`;
}

/** Which of them a revision runs. */
export function sidesOf({ compose }: Revision): readonly Side[] {
  return sidesOfRelease.filter((side) => compose.includes(sideImage(side)));
}

/** All files of a revision: path → text. */
export function filesOf({
  compose,
  composeFiles,
  files,
}: Revision): Readonly<Record<string, string>> {
  return { [composeFiles?.[0] ?? 'compose.yml']: compose, ...files };
}

/** A web service as most are: the release's image with its healthcheck. Further keys stand below it. */
export function web(more = '', name = 'web'): string {
  return service(name, `image: ${app}\nrestart: unless-stopped\n${more}`);
}

/** A service that works in the background, without a healthcheck. */
export function worker(name = 'worker', more = ''): string {
  return service(
    name,
    `image: ${app}
restart: unless-stopped
healthcheck: { disable: true }
command: [sh, -c, 'trap "exit 0" TERM; while :; do sleep 0.2; done']
${more}`,
  );
}

/** A service outside the release, whose image stays the same. */
export function other(name = 'other', more = ''): string {
  return service(
    name,
    `image: caddy:2\nrestart: unless-stopped\ninit: true\n${more.includes('command:') ? '' : 'command: sleep 100000\n'}${more}`,
  );
}

export function service(name: string, keys: string): string {
  const lines = keys.split('\n').filter(Boolean);
  return `  ${name}:\n${lines.map((line) => `    ${line}\n`).join('')}`;
}

/** A Compose file of these services, then further sections. */
export function project(services: readonly string[], sections = ''): string {
  return `services:\n${services.join('')}${sections}`;
}

/** A revision that is a Compose file alone. */
export function revision(services: readonly string[], sections = ''): Revision {
  return { compose: project(services, sections) };
}

/** An environment that only the second release has, so that a service changes beside its image. */
export const changed = 'environment: { CHANGED: "yes" }';
