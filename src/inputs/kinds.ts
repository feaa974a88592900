import { parseHostAddress, type HostAddress } from './host-address.js';
import { InputProblem, type InputKind } from './kind.js';

/** Any text, on one line or several. */
export const text: InputKind<string> = { describe: 'text', parse: (value) => value };

const secondsOf = { ms: 0.001, s: 1, m: 60, h: 3600 } as const;

/** A length of time such as `500ms`, `90s`, `10m`, `1h`; the value is in seconds. */
export const duration: InputKind<number> = {
  describe: 'duration (`90s`, `10m`)',
  parse(value) {
    const match = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(value);
    if (!match)
      throw new InputProblem(`must be a number with a unit, such as 90s or 10m, not "${value}"`);
    return Number(match[1]) * secondsOf[match[2] as keyof typeof secondsOf];
  },
};

/** A whole number between the two bounds, both included. */
export function wholeNumber(least: number, most: number): InputKind<number> {
  return {
    describe: `whole number from ${least} to ${most}`,
    parse(value) {
      const number = Number(value);
      if (!/^\d+$/.test(value) || number < least || number > most)
        throw new InputProblem(`must be a whole number from ${least} to ${most}, not "${value}"`);
      return number;
    },
  };
}

/** `true` or `false`. */
export const boolean: InputKind<boolean> = {
  describe: '`true` or `false`',
  parse(value) {
    if (value !== 'true' && value !== 'false')
      throw new InputProblem(`must be true or false, not "${value}"`);
    return value === 'true';
  },
};

/** One of the given words. */
export function choice<const Word extends string>(...words: readonly Word[]): InputKind<Word> {
  return {
    describe: `one of ${words.map((word) => `\`${word}\``).join(', ')}`,
    parse(value) {
      const word = words.find((candidate) => candidate === value);
      if (word === undefined)
        throw new InputProblem(`must be one of ${words.join(', ')}, not "${value}"`);
      return word;
    },
  };
}

/** A URL with http or https. */
export const httpUrl: InputKind<URL> = {
  describe: 'URL',
  parse(value) {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol))
      throw new InputProblem(`must be a URL with http or https, not "${value}"`);
    // They would show in every log line and in the summary.
    if (url.username !== '' || url.password !== '')
      throw new InputProblem(`must not carry a user and password (${url.host})`);
    return url;
  },
};

/** One entry a line; empty lines and lines that begin with `#` are left out. */
export const lines: InputKind<readonly string[]> = listOf('list, one entry a line', text);

/** One value of the kind a line; empty lines and lines that begin with `#` are left out. */
export function listOf<Value>(
  describe: string,
  kind: InputKind<Value>,
): InputKind<readonly Value[]> {
  return {
    describe,
    parse: (value) =>
      value
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'))
        .map((line) => kind.parse(line)),
  };
}

/** `NAME=value` lines, as in an env file without quoting: the value is what stands after the first `=`. */
export const keyValues = pairs('NAME=value', /^[A-Za-z_][A-Za-z0-9_]*$/);

/** `SERVICE=command` lines, by the names that services of a Compose file have. */
export const serviceCommands = pairs('SERVICE=command', /^[A-Za-z0-9._-]+$/);

function pairs(form: string, name: RegExp): InputKind<ReadonlyMap<string, string>> {
  return {
    describe: `\`${form}\` lines`,
    parse(value) {
      const entries = lines.parse(value).map((line, index): [string, string] => {
        const at = line.indexOf('=');
        const key = line.slice(0, at);
        // The line itself may be a secret: name its place, never its text.
        if (at < 1 || !name.test(key))
          throw new InputProblem(`entry ${index + 1} must look like ${form}`);
        return [key, line.slice(at + 1)];
      });
      return new Map(entries);
    },
  };
}

/** `owner/name` of a repository. */
export const repositoryName: InputKind<string> = {
  describe: '`owner/name`',
  parse(value) {
    if (!/^[A-Za-z0-9-]+\/[\w.-]+$/.test(value))
      throw new InputProblem(`must look like owner/name, not "${value}"`);
    return value;
  },
};

/** The name of a file without folders. */
export const fileName: InputKind<string> = {
  describe: 'file name',
  parse(value) {
    if (!/^[^/\s]+\.ya?ml$/.test(value))
      throw new InputProblem(`must be the name of a file such as deploy.yml, not "${value}"`);
    return value;
  },
};

/** `[user@]host[:port]`, with an IPv6 address in brackets. */
export const hostAddress: InputKind<HostAddress> = {
  describe: '`user@host` or `user@host:port`',
  parse: parseHostAddress,
};
