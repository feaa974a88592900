// What jest does to a compiled file before it runs it: nothing but telling it where the source is, so that a
// failure shows the line of the `.ts` file. Packages import JSON as Node once let them: jest wants it said.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

const mapOf = (path) => (existsSync(`${path}.map`) ? readFileSync(`${path}.map`, 'utf8') : '');
const jsonImport = /^(import \w+ from ["'][^"']+\.json["'])(?=;)/gm;

export default {
  process: (code, path) =>
    path.includes('/node_modules/')
      ? { code: code.replace(jsonImport, "$1 with { type: 'json' }") }
      : { code, map: mapOf(path) || null },
  getCacheKey: (code, path, { configString }) =>
    createHash('sha256').update(code).update(mapOf(path)).update(configString).digest('hex'),
};
