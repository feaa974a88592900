/** What a project is at one of its releases. */
export interface Revision {
  readonly compose: string;
  /** Further files of the project: path → text. */
  readonly files?: Readonly<Record<string, string>>;
  /** Lines of `.env` beside the image's. */
  readonly env?: string;
}

/** A kind of project, from its first release to its second. A failing third is the second with a broken image. */
export interface Shape {
  readonly name: string;
  readonly v1: Revision;
  readonly v2: Revision;
  /** What makes ready the server before, as a script of root's with the folder in `$1`. */
  readonly prepare?: string;
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
