import { appendFileSync } from 'node:fs';
import type { Mask } from './mask.js';

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string | undefined;
  readonly message: string;
}

/** A job's log as GitHub would show it: commands carried out, secrets hidden. */
export class StepLog {
  readonly annotations: Annotation[] = [];
  readonly #lines: string[] = [];
  readonly #mask: Mask;
  readonly #file: string | undefined;
  readonly #debugs: boolean;
  #stopped: string | undefined;

  /** @param debugs whether what is for debugging shows, as with ACTIONS_STEP_DEBUG */
  constructor(mask: Mask, file: string | undefined, debugs = false) {
    this.#mask = mask;
    this.#file = file;
    this.#debugs = debugs;
  }

  get text(): string {
    return this.#lines.map((line) => `${line}\n`).join('');
  }

  /** Takes one line of a step's output, which may be a workflow command. */
  take(line: string): void {
    if (this.#stopped !== undefined) {
      if (line === `::${this.#stopped}::`) this.#stopped = undefined;
      else this.write(line);
      return;
    }
    const command = /^::([a-z-]+)(?: ([^:]*(?:%3A[^:]*)*))?::([\s\S]*)$/.exec(line.trimStart());
    if (command) this.#carryOut(command[1] ?? '', command[2] ?? '', command[3] ?? '');
    else this.write(line);
  }

  write(line: string): void {
    const shown = this.#mask.apply(line);
    this.#lines.push(shown);
    if (this.#file !== undefined) appendFileSync(this.#file, `${shown}\n`);
  }

  #carryOut(name: string, properties: string, data: string): void {
    switch (name) {
      case 'error':
      case 'warning':
      case 'notice': {
        const message = this.#mask.apply(unescapeData(data));
        const title = /(?:^|,)title=([^,]*)/.exec(properties)?.[1];
        this.annotations.push({
          level: name,
          title: title === undefined ? undefined : this.#mask.apply(unescapeProperty(title)),
          message,
        });
        for (const line of message.split('\n')) this.write(`##[${name}]${line}`);
        break;
      }
      case 'group':
        this.write(`##[group]${unescapeData(data)}`);
        break;
      case 'endgroup':
        this.write('##[endgroup]');
        break;
      case 'debug':
        if (this.#debugs) this.write(`##[debug]${unescapeData(data)}`);
        break;
      case 'add-mask':
        this.#mask.add(unescapeData(data));
        break;
      case 'stop-commands':
        this.#stopped = data;
        break;
      default:
        this.write(`::${name}::${data}`);
    }
  }
}

// https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts escapes these.
function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
}
