import type { DeployKitError } from '../errors/index.js';
import type { Place } from './place.js';

/** What the person who watches the run sees. */
export interface Reporter {
  /** Runs a phase in a log group of that title; its end line shows the seconds that it took. */
  group<Result>(title: string, phase: () => Promise<Result>): Promise<Result>;
  /** Opens a log group; the returned function closes it, with the seconds that it was open. */
  openGroup(title: string): () => void;
  info(line: string): void;
  debug(line: string): void;
  /** What people should know and need do nothing about. */
  notice(title: string, message: string): void;
  warning(title: string, message: string): void;
  /** A message at a place in a file of the checkout. */
  annotate(level: 'warning' | 'error', title: string, message: string, place: Place): void;
  /** The one message of a failed run: annotation with title, log, and job summary. */
  failed(error: DeployKitError): void;
  /** Masks each line of the value in everything that the job prints from now on. */
  mask(secret: string): void;
  output(name: string, value: string): void;
  /** Adds Markdown to the job's summary. */
  summary(markdown: string): void;
  /** Keeps a value for this action's own `post` step. */
  saveState(name: string, value: string): void;
  /** Sets an environment variable for the job's later steps. */
  exportVariable(name: string, value: string): void;
}
