export type Files = Readonly<Record<string, string>>;

/**
 * A public project that people host themselves, in the form that its own files have: their names, what they mention,
 * how they use each other. The images are the playground's.
 */
export interface PublicProject {
  /** Also the name of its folder below `/opt`. */
  readonly name: string;
  /** What Compose calls it. */
  readonly project: string;
  /** What the repository has, and the server from the days before. */
  readonly checkout: Files;
  /** What only the server has. */
  readonly onServer?: Files;
  /** What else somebody did in the folder, once. */
  readonly prepare?: string;
  /** What somebody typed there to start it. */
  readonly typed: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** The services of the image that is released: a deploy may make them anew, and no other. */
  readonly released: readonly string[];
  /** Services that wait for those: Compose 2.26 makes them anew with what they wait for, typed by hand, too. */
  readonly followers?: readonly string[];
  /** What its second release changes in the checkout beside the image. */
  readonly second?: Files;
}

/** Stands for the image that is released, which has its name from the test's registry. */
export const released = 'registry.example.com/app';

/** The app's own program, so that words may follow that the app of the playground does not know. */
export const appEntrypoint = 'entrypoint: [sh, /app.sh]';

/** The lines of a service in the place of one that keeps nothing: any words may follow as its command. */
export const standIn = runs('');

/** The same, of one that writes a line into `folder` each time it starts. */
export function keeps(folder: string): string {
  return runs(`date >>${folder}/started; `);
}

/** Runs until it is told to stop. */
function runs(first: string): string {
  return `image: caddy:2
    entrypoint: [sh, -c, "trap 'exit 0' TERM; ${first}sleep 100000 & wait", stand-in]`;
}

/** The lines of a healthcheck that is soon known. */
export function healthy(test: string): string {
  return `healthcheck:
      test: ${test}
      interval: 1s
      timeout: 5s
      retries: 30`;
}
