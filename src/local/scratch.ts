/** A folder for files that live as long as the step, readable by nobody else. */
export interface Scratch {
  /** The path of a file in it; whether the file exists is up to the caller. */
  path(name: string): string;
  write(name: string, text: string): void;
  read(name: string): string;
}
